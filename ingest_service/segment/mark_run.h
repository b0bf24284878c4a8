// A run of marks that may end a sentence, with what belongs to it.
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

struct MarkRun {
  Mark kind = Mark::kPeriod;
  size_t end = 0;               // After the marks, closing quotes and brackets, footnote marks and emoji.
  int periods = 0;              // Full stops among the marks.
  bool closes_quote = false;    // The last marks stand inside a quotation that ends here.
  bool closes_bracket = false;  // Likewise a bracket.
};

// Tells whether a typewriter quotation mark that stands between blanks opens or closes. Counts the
// marks of a block as it goes; one byte is looked at once, whatever is asked.
class QuoteCounter {
 public:
  explicit QuoteCounter(std::string_view block) : block_(block) {}
  // Whether a quotation with the sign (one of " \' `) at `at` is open before it.
  // Requires: `at` not less than in earlier calls.
  bool IsOpenBefore(size_t at);

 private:
  bool Counts(size_t at) const;

  std::string_view block_;
  size_t counted_ = 0;
  bool double_open_ = false;
  bool single_open_ = false;
  bool grave_open_ = false;
};

// The run that begins at `at`, or nothing when no mark stands there.
std::optional<MarkRun> ReadMarkRun(std::string_view block, size_t at, const LanguageRules& rules, QuoteCounter* quotes);

}  // namespace polygist::ingest::segment
