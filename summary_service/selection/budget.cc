#include "summary_service/selection/budget.h"

#include <algorithm>
#include <limits>

namespace polygist::summary {

Allowance::Allowance(const Budget& budget, std::span<const AnalyzedSentence> sentences)
    : unit_(budget.unit), limit_(budget.amount) {
  if (unit_ == BudgetUnit::kCharacters) limit_ += 1;  // No line break follows the last sentence.
  if (unit_ != BudgetUnit::kRatio) return;
  int64_t words = 0;
  int64_t shortest = std::numeric_limits<int64_t>::max();
  for (const AnalyzedSentence& sentence : sentences) {
    words += sentence.length.words;
    shortest = std::min<int64_t>(shortest, sentence.length.words);
  }
  limit_ = sentences.empty() ? 0 : std::max(words * budget.amount / 1000, shortest);
}

int64_t Allowance::CostOf(const AnalyzedSentence& sentence) const {
  switch (unit_) {
    case BudgetUnit::kSentences:
      return 1;
    case BudgetUnit::kCharacters:
      return sentence.length.characters + 1;
    case BudgetUnit::kWords:
    case BudgetUnit::kRatio:
      break;
  }
  return sentence.length.words;
}

}  // namespace polygist::summary
