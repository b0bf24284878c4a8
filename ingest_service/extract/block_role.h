// What part a block plays by its form and place, and how likely it must be to be taken for article text.
#pragma once

#include <cstdint>

#include "ingest_service/extract/element_context.h"

namespace polygist::ingest {

enum class BlockRole : uint8_t {
  kRunning,    // Ends a sentence and weighs 80: a lost paragraph is the worse error.
  kShort,      // Headings, items, cells, lines: furniture looks like these.
  kQuote,      // In a <blockquote>: pages do not put furniture there.
  kImageText,  // In a <figcaption>, or in a place named for images.
  kSideText,   // In an <aside>, or in a place named for comments.
  kLinkLine,   // A paragraph of which more than .8 is link: leads to another article.
};

BlockRole RoleOf(const TextBlock& block, const ElementContext& context);

// The probability (BlockClassifier::Judge) from which a block of the role is article text.
float ThresholdOf(BlockRole role);

}  // namespace polygist::ingest
