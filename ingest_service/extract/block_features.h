// The numbers a block is judged by. No word of a natural language is among them.
//
// Groups: the block's own text; what stands above it (tags, class categories); where it stands on the page and
// against the title; what its containers hold; what its neighbours and its likes are; what the rules and the page's
// JSON-LD say. The trainer reads the very same rows from training/dump_blocks.cc.
#pragma once

#include <string>
#include <vector>

#include "ingest_service/extract/block_tree.h"
#include "ingest_service/extract/content_rules.h"
#include "ingest_service/extract/element_context.h"
#include "ingest_service/extract/metadata.h"
#include "ingest_service/extract/page_structure.h"

namespace polygist::ingest {

// All that is known of a page before its blocks are judged.
struct PageEvidence {
  const HtmlDocument& document;
  const std::vector<TextBlock>& blocks;
  const ElementContexts& contexts;
  const PageStructure& structure;
  const std::vector<bool>& by_rules;
  const PageMetadata& metadata;
};

struct FeatureTable {
  size_t width = 0;
  std::vector<float> values;  // Row by row, one row per block.

  const float* row(size_t block) const { return values.data() + block * width; }
};

FeatureTable ComputeFeatures(const PageEvidence& page);

// What the columns are called, for the trainer and for explanations.
std::vector<std::string> FeatureNames();

}  // namespace polygist::ingest
