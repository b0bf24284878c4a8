// A place where a sentence may end, with everything the rules look at.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "ingest_service/segment/language_rules.h"
#include "ingest_service/segment/mark_run.h"

namespace polygist::ingest::segment {

enum class Follow {
  kEnd,    // Nothing but white space.
  kLower,  // A lower-case letter; not of a word like "iPhone".
  kUpper,
  kUncased,  // A letter of a script without case.
  kDigit,
  kContinuation,  // Comma, colon, closing bracket: the sentence goes on.
  kOther,         // A symbol, an address ("http://") or a rule ("====").
};

struct Candidate {
  MarkRun run;
  size_t mark_begin = 0;      // First byte of the run.
  size_t next = 0;            // First byte after the blanks that follow.
  size_t look_end = 0;        // After the last byte looked at.
  bool blank_before = false;  // Or the begin of the block.
  bool blank_after = false;   // Or the end of the block.
  bool line_break_after = false;
  bool opens_quote = false;  // The next word stands after an opening quotation mark.
  bool opens_dash = false;   // The next word stands after a dash.
  bool opens_other = false;  // The next word stands after a bracket, an inverted mark or a bullet.
  Follow follow = Follow::kEnd;
  std::string_view word;  // What stands before the mark, back to a blank, quote or bracket.
  size_t word_begin = 0;
  std::string_view next_word;  // Letters of the next word.
};

// The candidate whose first mark is at `at`, or nothing when there is no mark there. `text` is one
// block, and `quotes` counts its quotation marks. Costs at most the length of the run of marks and
// blanks, plus a constant.
std::optional<Candidate> ReadCandidate(std::string_view text, size_t at, const LanguageRules& rules,
                                       QuoteCounter* quotes);

}  // namespace polygist::ingest::segment
