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

NestedAllowance::NestedAllowance(std::span<const Budget> budgets, std::span<const AnalyzedSentence> sentences) {
  for (const Budget& budget : budgets) allowances_.emplace_back(budget, sentences);
}

bool NestedAllowance::Fits(const AnalyzedSentence& sentence) const {
  return std::all_of(allowances_.begin(), allowances_.end(), [&](const Allowance& one) { return one.Fits(sentence); });
}

void NestedAllowance::Add(const AnalyzedSentence& sentence) {
  for (Allowance& one : allowances_) one.Add(sentence);
}

void NestedAllowance::Remove(const AnalyzedSentence& sentence) {
  for (Allowance& one : allowances_) one.Remove(sentence);
}

bool NestedAllowance::IsWellFilled() const {
  return std::any_of(allowances_.begin(), allowances_.end(), [](const Allowance& one) { return one.IsWellFilled(); });
}

}  // namespace polygist::summary
