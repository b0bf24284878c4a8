// Facts of a whole page that the features of each block refer to.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest_service/extract/block_features.h"

namespace polygist::ingest {

// Blocks of the same kind of place: equal tags and classes of the element and its two nearest ancestors.
struct BlockGroup {
  int32_t blocks = 0;
  int32_t weight = 0;
  int32_t link_weight = 0;
  int32_t running_weight = 0;
  int32_t chosen = 0;  // By the rules.
};

struct PageContext {
  explicit PageContext(const PageEvidence& page);

  std::vector<int32_t> group_of;  // By block: index into groups.
  std::vector<BlockGroup> groups;
  std::vector<int32_t> weight_before;   // By block, and the total at the end: text before it.
  std::vector<int32_t> running_before;  // Weight of running text before it.
  std::vector<int32_t> chosen_before;   // Weight of what the rules chose before it.
  std::vector<int32_t> links_before;
  std::vector<int16_t> copies;           // By block: other blocks with the same text.
  std::vector<float> title_overlap;      // By block: share of its words that stand in the title.
  std::vector<float> title_cover;        // By block: share of the title's words that stand in it.
  std::vector<float> body_cover;         // By block: share of its word triples that stand in JSON-LD's articleBody.
  std::vector<float> description_cover;  // ... and in the page's description.
  std::vector<int32_t> repeats;          // By node: siblings of equal tag and class, itself counted.
  int32_t title_block = -1;              // The block nearest above the text that says the title; -1 for none.
  int32_t first_running = 0;             // First and last block of running text chosen by the rules.
  int32_t last_running = 0;
  std::vector<int16_t> images_before;  // By block: images since the block before it, and after the last one.
  std::vector<int16_t> media_before;   // ... and frames, players and figures.
  int32_t articles = 0;                // <article> elements that hold blocks.
  float stated_body_share = 0;  // Share of running text in the fullest element that calls itself the article's body.
  bool has_body = false;        // JSON-LD holds a body of some length.
};

}  // namespace polygist::ingest
