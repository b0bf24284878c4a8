#include "summary_service/selection/cover_bigrams.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "summary_service/selection/budget.h"

namespace polygist::summary {
namespace {
double Env(const char* n, double d) { const char* v = std::getenv(n); return v ? std::atof(v) : d; }

class Cover {
 public:
  Cover(const SelectionInput& input, const CoverageInput& coverage)
      : input_(input), bigrams_(coverage.bigrams), values_(coverage.values),
        closed_(input.vectors.size()), covered_(bigrams_.bigrams()), gain_(input.vectors.size()) {
    for (int n = 0; n < input.vectors.size(); ++n) {
      { static const double hy = Env("HY", 0); double g = 0; for (const BigramId b : bigrams_.Of(n)) g += values_[b]; gain_[n] = g + hy * input.scores_micros[n] / 1e6 * static_cast<double>(bigrams_.Of(n).size()); }
      open_.push_back(Sentence(n));
    }
  }

  std::vector<ChosenSentence> Select() {
    Allowance allowance(input_.budgets.back(), open_);
    double mean_bigrams = 0;
    double words = 0;
    int cnt = 0;
    for (int n = 0; n < input_.vectors.size(); ++n) {
      if (Sentence(n).tier != Tier::kBody) continue;
      mean_bigrams += static_cast<double>(bigrams_.Of(n).size());
      words += Sentence(n).length.words; ++cnt;
    }
    const Budget& b = input_.budgets.back();
    if (b.unit == BudgetUnit::kWords) expected_ = b.amount * mean_bigrams / std::max(1.0, words);
    else if (b.unit == BudgetUnit::kSentences) expected_ = b.amount * mean_bigrams / std::max(1, cnt);
    expected_ *= Env("LX", 1);
    Fill(allowance);
    for (int round = 0; round < Env("ROUNDS", 20) && Swap(allowance); ++round) Fill(allowance);
    std::vector<ChosenSentence> out;
    for (int32_t n : chosen_) out.push_back({n, 0});
    return out;
  }

 private:
  const AnalyzedSentence& Sentence(int32_t n) const { return input_.corpus.sentences[input_.vectors.id(n)]; }

  bool Candidate(int32_t n) const {
    static const double minw = Env("MINW", 8);
    return !closed_[n] && Sentence(n).tier == Tier::kBody && Sentence(n).length.words >= minw;
  }
  double Objective(double value, double bigrams) const { return value / (bigrams + expected_); }
  double Size(int32_t n) const { return static_cast<double>(bigrams_.Of(n).size()); }

  void Fill(Allowance& allowance) {
    static const bool stop = Env("STOP", 0) > 0;
    for (;;) {
      int32_t best = -1; double best_value = stop ? Objective(value_, size_) : -1;
      for (int32_t n = 0; n < input_.vectors.size(); ++n) {
        if (!Candidate(n) || !allowance.Fits(Sentence(n))) continue;
        const double v = Objective(value_ + gain_[n], size_ + Size(n));
        if (v > best_value) best = n, best_value = v;
      }
      if (best < 0) return;
      Add(best, allowance);
    }
  }

  bool Swap(Allowance& allowance) {
    const double now = Objective(value_, size_);
    double best_value = now + 1e-9; int32_t out = -1, in = -1;
    for (size_t i = 0; i < chosen_.size(); ++i) {
      const int32_t n = chosen_[i];
      Remove(n, allowance);
      for (int32_t m = 0; m < input_.vectors.size(); ++m) {
        if (m == n || !Candidate(m) || !allowance.Fits(Sentence(m))) continue;
        const double v = Objective(value_ + gain_[m], size_ + Size(m));
        if (v > best_value) best_value = v, out = n, in = m;
      }
      Add(n, allowance);
      std::rotate(chosen_.begin() + i, chosen_.end() - 1, chosen_.end());
    }
    if (in < 0) return false;
    Remove(out, allowance);
    Add(in, allowance);
    return true;
  }

  void Add(int32_t n, Allowance& allowance) {
    closed_[n] = true; chosen_.push_back(n); allowance.Add(Sentence(n));
    value_ += gain_[n]; size_ += Size(n);
    for (const BigramId b : bigrams_.Of(n)) {
      if (covered_[b]++ == 0) for (const int32_t m : bigrams_.HoldersOf(b)) gain_[m] -= values_[b];
    }
  }
  void Remove(int32_t n, Allowance& allowance) {
    closed_[n] = false; chosen_.erase(std::find(chosen_.begin(), chosen_.end(), n)); allowance.Remove(Sentence(n));
    for (const BigramId b : bigrams_.Of(n)) {
      if (--covered_[b] == 0) for (const int32_t m : bigrams_.HoldersOf(b)) gain_[m] += values_[b];
    }
    value_ -= gain_[n]; size_ -= Size(n);
  }

  const SelectionInput& input_;
  const BigramIndex& bigrams_;
  const std::span<const double> values_;
  std::vector<bool> closed_;
  std::vector<int32_t> covered_;
  std::vector<double> gain_;
  std::vector<AnalyzedSentence> open_;
  std::vector<int32_t> chosen_;
  double value_ = 0, size_ = 0, expected_ = 0;
};

}  // namespace

std::vector<ChosenSentence> CoverBigrams(const SelectionInput& input, const CoverageInput& coverage) {
  return Cover(input, coverage).Select();
}

}  // namespace polygist::summary
