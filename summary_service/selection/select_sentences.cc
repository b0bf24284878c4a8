#include "summary_service/selection/select_sentences.h"

#include <algorithm>
#include <cmath>

#include "summary_service/selection/budget.h"

namespace polygist::summary {
namespace {

// Weight of the score against novelty. Found by cross-validation, see scoring/training/README.md.
const double kScoreWeight = getenv("LAM") ? atof(getenv("LAM")) : 0.64;

class Selector {
 public:
  explicit Selector(const SelectionInput& input)
      : input_(input), closed_(input.vectors.size()), likeness_(input.vectors.size()) {
    for (const int32_t n : input.must_exclude) closed_[n] = true;
    for (const int32_t n : input.told) {
      closed_[n] = true;
      Tell(n);
    }
    for (int n = 0; n < input.vectors.size(); ++n) {
      if (!closed_[n]) open_.push_back(Sentence(n));
    }
  }

  std::vector<ChosenSentence> Select() {
    for (size_t budget = 0; budget < input_.budgets.size(); ++budget) {
      Allowance allowance(input_.budgets[budget], open_);
      for (const ChosenSentence& chosen : chosen_) allowance.Add(Sentence(chosen.n));
      Fill(static_cast<int>(budget), allowance);
    }
    return std::move(chosen_);
  }

 private:
  const AnalyzedSentence& Sentence(int32_t n) const {
    return input_.corpus.sentences[input_.vectors.id(n)];
  }

  void Fill(int budget, Allowance& allowance) {
    for (const int32_t n : input_.must_include) {
      if (!closed_[n] && allowance.Fits(Sentence(n))) Choose(n, budget, allowance);
    }
    for (const Tier tier : {Tier::kBody, Tier::kFragment, Tier::kHeading}) {
      if (tier != Tier::kBody && !chosen_.empty()) return;
      for (int32_t n = Best(tier, allowance); n >= 0; n = Best(tier, allowance)) Choose(n, budget, allowance);
    }
  }

  // The best open sentence of a tier that fits, or -1.
  int32_t Best(Tier tier, const Allowance& allowance) const {
    int32_t best = -1;
    int64_t best_value = 0;
    for (int32_t n = 0; n < input_.vectors.size(); ++n) {
      if (closed_[n] || Sentence(n).tier != tier || !allowance.Fits(Sentence(n))) continue;
      const int64_t value = ValueOf(n);
      if (best < 0 || value > best_value) best = n, best_value = value;
    }
    return best;
  }

  int64_t ValueOf(int32_t n) const {
    return std::llround(kScoreWeight * static_cast<double>(input_.scores_micros[n]) -
                        (1 - kScoreWeight) * 1e6 * likeness_[n]);
  }

  void Choose(int32_t n, int budget, Allowance& allowance) {
    closed_[n] = true;
    chosen_.push_back({n, budget});
    allowance.Add(Sentence(n));
    Tell(n);
  }

  // What `n` says need not be said again.
  void Tell(int32_t n) {
    const std::vector<double> products = input_.vectors.Products(input_.vectors[n]);
    for (size_t other = 0; other < products.size(); ++other) {
      likeness_[other] = std::max(likeness_[other], products[other]);
    }
  }

  const SelectionInput& input_;
  std::vector<bool> closed_;
  std::vector<double> likeness_;  // Greatest similarity to what was told.
  std::vector<AnalyzedSentence> open_;
  std::vector<ChosenSentence> chosen_;
};

}  // namespace

std::vector<ChosenSentence> SelectSentences(const SelectionInput& input) { return Selector(input).Select(); }

}  // namespace polygist::summary
