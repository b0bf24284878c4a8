// A place where a sentence may end, with everything the rules look at.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "ingest_service/segment/language_rules.h"

namespace polygist::ingest::segment {

enum class Mark {
  kPeriod,      // One full stop.
  kEllipsis,    // "..." ". . ." "…"
  kExclaim,     // "!" "?" and runs of marks with one of them, of scripts that put a blank after.
  kFull,        // "。" "।" "؟" "։" and the like: needs no blank after it.
  kPictograph,  // Emoji or an emoticon without a mark before it.
  kLineBreak,   // A line feed without a mark before it.
};

enum class Follow {
  kEnd,           // Nothing but white space.
  kLower,         // A lower-case letter; not of a word like "iPhone".
  kUpper,
  kUncased,       // A letter of a script without case.
  kDigit,
  kContinuation,  // Comma, colon, closing bracket: the sentence goes on.
  kOther,         // A symbol, an address ("http://") or a rule ("====").
};

struct Candidate {
  Mark mark = Mark::kPeriod;
  size_t mark_begin = 0;  // First byte of the run of marks.
  size_t end = 0;         // After the marks and what belongs to them: closing quotes, brackets, footnote marks.
  size_t next = 0;        // First byte after the blanks that follow.
  size_t look_end = 0;    // After the last byte looked at.
  int periods = 0;            // Full stops among the marks.
  bool blank_before = false;  // "word ." with a blank before the marks.
  bool blank_after = false;   // Or the end of the block.
  bool line_break_after = false;
  bool closes_quote = false;    // The last marks stand inside a quotation that ends here.
  bool closes_bracket = false;  // Likewise a bracket.
  bool opens_quote = false;     // The next word stands after an opening quotation mark.
  bool opens_dash = false;      // The next word stands after a dash.
  bool opens_other = false;     // The next word stands after a bracket, an inverted mark or a bullet.
  Follow follow = Follow::kEnd;
  std::string_view word;       // What stands before the mark, back to a blank, quote or bracket.
  size_t word_begin = 0;
  std::string_view next_word;  // Letters of the next word.
};

// The candidate whose first mark is at `at`, or nothing when there is no mark there.
// `text` is one block and `sentence_begin` where the sentence began that may end here; cost is bounded by the length of the run of marks and blanks plus a constant.
std::optional<Candidate> ReadCandidate(std::string_view text, size_t sentence_begin, size_t at,
                                       const LanguageRules& rules);

}  // namespace polygist::ingest::segment
