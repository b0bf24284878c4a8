// Cleaning: blocks as extraction left them, to the text that is stored.
//
// What the cleaned text guarantees, and what cleaning it again therefore leaves alone:
//  - Unicode NFC (UAX 15).
//  - White space inside a block is single U+0020; none at either end. Preformatted blocks keep "\n". No-break,
//    ideographic and other spaces become U+0020, because the text is matched and cut by spaces.
//  - No control characters, no invisible or bidi controls, no soft hyphens; joiners only where the script needs them
//    (unicode.h). What is taken out is on record.
//  - Typographic variants (full-width forms, ligatures, presentation forms, curly quotes) stay: they are folded where
//    text is compared (common/text/words.h), never in what is shown.
//  - Blocks are not empty, and are separated by "\n\n".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/mapped_text.h"
#include "ingest_service/article/article.h"

namespace polygist::ingest {

struct CleanedText {
  text::MappedText text;          // Maps to the decoded text.
  std::vector<Block> blocks;      // `span` is set; `raw` is left empty for the pipeline to fill.
  std::vector<Removal> removals;  // Invisible characters. Spans count bytes of the decoded text.
  std::vector<Warning> warnings;  // CONTROL_CHARACTERS.
};

// Pure and deterministic; time and memory linear in the size of the blocks.
// Requires: block texts are valid UTF-8.
CleanedText CleanBlocks(const std::vector<ExtractedBlock>& blocks);

// One block by the same rules, for captions: kind and level are kept, the text may come out empty.
ExtractedBlock CleanBlock(const ExtractedBlock& block);

// A title, byline or site name by the same rules, on one line. Requires valid UTF-8.
std::string CleanLine(std::string_view line);

}  // namespace polygist::ingest
