// Cuts an article into sentences.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ingest_service/article/article.h"

namespace polygist::ingest {

// The sentences of `blocks` in `text`, in order. `language` is the BCP 47 tag of all blocks that state
// none themselves; what is not known of it is decided by rules that hold for every language, so "und" works.
//
// - A span is a half-open range of UTF-8 bytes of `text`, without white space at either end, inside one block. The
//   spans of a block hold everything in it but white space.
// - A heading is one sentence. A list item, paragraph, quote, table row, caption or preformatted block is cut at its
//   sentence ends; a line feed that is left in a block ends a sentence unless a lower-case letter follows, and a bullet
//   or the next marker of a numbered list begins one.
// - A block that is not blank has at least one sentence.
// - No boundary stands inside a grapheme, number, address, file name or known abbreviation.
// - A boundary depends on the text of its sentence and on the word after it, and on nothing later: text that is added
//   after a whole word moves no earlier boundary.
// - Sentence::raw is left empty; the pipeline knows the way back to the raw bytes.
//
// Requires: `text` is valid UTF-8 and the block spans lie inside it, between code points.
// Pure; safe to call from any thread. Linear time: at most a constant effort per mark.
std::vector<Sentence> SplitSentences(std::string_view text, std::span<const Block> blocks, std::string_view language);

}  // namespace polygist::ingest
