// Lengths in the unit of a budget.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// What is left of a budget while sentences are added.
class Allowance {
 public:
  // `sentences` are those that may be chosen: a ratio is of their words, and never less than the shortest of
  // them (by words).
  Allowance(const Budget& budget, std::span<const AnalyzedSentence> sentences);

  bool Fits(const AnalyzedSentence& sentence) const { return used_ + CostOf(sentence) <= limit_; }
  void Add(const AnalyzedSentence& sentence) { used_ += CostOf(sentence); }
  void Remove(const AnalyzedSentence& sentence) { used_ -= CostOf(sentence); }
  // Of one sentence. Characters include the line break before the next one.
  int64_t CostOf(const AnalyzedSentence& sentence) const;
  // Whether a summary of this length says enough: 85 % of the budget are used, sentences are not counted.
  bool IsWellFilled() const { return unit_ != BudgetUnit::kSentences && used_ * 100 >= limit_ * 85; }
  int64_t limit() const { return limit_; }

 private:
  BudgetUnit unit_;
  int64_t limit_ = 0;
  int64_t used_ = 0;
};

// What is left of a budget and of all longer ones: a summary that is contained in longer ones keeps within theirs, too.
class NestedAllowance {
 public:
  // `budgets`: the one to choose for, then the longer ones; not empty. `sentences` as of Allowance.
  NestedAllowance(std::span<const Budget> budgets, std::span<const AnalyzedSentence> sentences);

  bool Fits(const AnalyzedSentence& sentence) const;
  void Add(const AnalyzedSentence& sentence);
  void Remove(const AnalyzedSentence& sentence);
  // Whether one of them is well filled.
  bool IsWellFilled() const;

 private:
  std::vector<Allowance> allowances_;
};

}  // namespace polygist::summary
