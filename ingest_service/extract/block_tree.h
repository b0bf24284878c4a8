// A page as the blocks of text a reader sees, in reading order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_span.h"
#include "common/text/mapped_text.h"
#include "ingest_service/article/article.h"
#include "ingest_service/extract/html_document.h"
#include "ingest_service/extract/text_shape.h"

namespace polygist::ingest {

// Text between two boundaries: starts and ends of block-level elements, <hr>, and two <br> in a row.
struct TextBlock {
  int32_t first_node = 0;  // Texts of the block are the visible text nodes in [first_node, end_node).
  int32_t end_node = 0;
  int32_t element = 0;    // The deepest element that holds all of them ...
  int32_t container = 0;  // ... and the nearest block-level element above (or equal to) it.
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;  // As in Block::level.
  ByteSpan source;
  std::string text;  // Decoded, white space folded.
  TextShape shape;
  int32_t link_weight = 0;      // Weight() of what is inside links with a target.
  int32_t strong_weight = 0;    // ... inside b and strong.
  int32_t emphasis_weight = 0;  // ... inside i, em, small.
  int16_t links = 0;
  int16_t images = 0;
  int16_t line_breaks = 0;
  int16_t inline_elements = 0;
  bool after_break = false;  // Began after two <br>, inside the same element as the block before it.

  double LinkDensity() const;
};

// One walk over the tree. Text of invisible elements is not in any block; hidden ones (by attribute or style) are.
std::vector<TextBlock> BuildBlocks(const HtmlDocument& document);

// The text of a block with its map to the page's bytes: exact but for references and folded white space.
// Preformatted blocks keep their line ends.
text::MappedText MapBlock(const HtmlDocument& document, const TextBlock& block);

}  // namespace polygist::ingest
