// Why a sentence is in a summary, or is not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "summary_service/summary/summary.h"

namespace polygist::summary {

// Stable names on the wire. The first that holds is given.
enum class Verdict {
  kChosen,
  kKnown,        // The reader has read its article.
  kExcluded,     // The request excludes it.
  kNotEligible,  // A heading or a fragment, while there are whole sentences.
  kDoesNotFit,   // Longer than the longest budget.
  kRepeats,    // A chosen sentence says at least half of what it is worth, or its article is a translation of another.
  kOutscored,  // Others tell more for their length.
};

struct Explanation {
  std::string language;  // Of the summary that this is about; kMergedLanguage for the merged one.
  SentenceRef ref;
  Verdict verdict = Verdict::kOutscored;
  int64_t score_micros = 0;      // The sum of `parts`.
  std::vector<ScorePart> parts;  // As in SummarySentence.
  int rank = 0;                  // By score among sentences of its kind, from 1.
  // What it would add to the chosen ones, in the unit of the score; for a chosen one, what it adds.
  int64_t gain_micros = 0;
  // The chosen sentence that says most of what this one is worth, and how much of it. Nothing when no chosen
  // sentence shares anything with it.
  std::optional<SentenceRef> nearest;
  int nearest_permille = 0;

  friend bool operator==(const Explanation&, const Explanation&) = default;
};

// How a summary would differ if a source had published nothing.
struct Difference {
  std::string language;
  std::vector<SentenceRef> lost;    // In the summary only with the source. In reading order.
  std::vector<SentenceRef> gained;  // In the summary only without it.

  friend bool operator==(const Difference&, const Difference&) = default;
};

}  // namespace polygist::summary
