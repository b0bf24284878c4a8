// Where on a page running text is: the masses of paragraphs below each element, and the elements that hold most.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest_service/extract/block_tree.h"
#include "ingest_service/extract/element_context.h"

namespace polygist::ingest {

// Sums over the blocks below an element.
struct SubtreeSums {
  int32_t weight = 0;  // TextShape::Weight.
  int32_t link_weight = 0;
  int32_t paragraph_weight = 0;  // Of blocks that are running text.
  int32_t blocks = 0;
  int32_t paragraphs = 0;
};

struct PageStructure {
  std::vector<SubtreeSums> sums;  // By node.
  // By block: IsRunningText, and not hidden; and not in a place named for comments, as long as enough is left
  // without those (a thread is often longer than its article, and well written).
  std::vector<bool> is_running_text;
  // The deepest element that holds 80 % of the running text; the root when there is none.
  int32_t main_element = 0;
  // The best element by a readability-like score: each running paragraph's score (commas and length) goes to its
  // parent whole and to its grandparent by half, less the share of links.
  int32_t readable_element = 0;
};

// Whether a block is running text: weight >= 80, link density < .35, with a sentence end or weight > 200.
bool IsRunningText(const TextBlock& block);

PageStructure AnalyzeStructure(const HtmlDocument& document, const std::vector<TextBlock>& blocks,
                               const ElementContexts& contexts);

// Whether `node` is `ancestor` or lies below it.
bool IsWithin(const HtmlDocument& document, int32_t node, int32_t ancestor);

}  // namespace polygist::ingest
