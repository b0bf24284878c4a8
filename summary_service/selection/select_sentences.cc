#include "summary_service/selection/select_sentences.h"

#include <algorithm>
#include <optional>

#include "summary_service/selection/budget.h"
#include "summary_service/selection/coherence.h"

namespace polygist::summary {
namespace {

// More rounds of exchanges change nothing on the stories measured (most end after two).
constexpr int kRounds = 10;
// Exchanges are tried for chosen · candidates pairs; beyond this many they cost more than all the rest.
constexpr size_t kExchangePairs = 1'000'000;
// Exchanges must help by more than rounding.
constexpr double kLeastGain = 1e-9;
// A sentence that dangles gives way to one that keeps this much of the objective.
constexpr double kGoodEnough = 0.97;
// Whoever has room for a sentence or two wants those that tell most, hardly less when they are long. One sentence of
// one article or of ten gains .3 to .9 ROUGE-2 on four sets, two of them .1; a fourth sentence here would cost three.
constexpr double kLeastSentences = 3;

// Those that may be chosen.
std::vector<AnalyzedSentence> OpenSentences(const SelectionInput& input) {
  std::vector<AnalyzedSentence> open;
  open.reserve(input.sentences.size());
  for (size_t n = 0; n < input.sentences.size(); ++n) {
    if (!input.closed[n]) open.push_back(input.sentences[n]);
  }
  return open;
}

class Selector {
 public:
  explicit Selector(const SelectionInput& input)
      : input_(input), open_(OpenSentences(input)), coverage_(CoverageInputOf(input)), in_(input.sentences.size()) {
    for (int32_t n = 0; n < size(); ++n) {
      if (input.known[n]) coverage_.Know(n);
    }
  }

  std::vector<ChosenSentence> Select() {
    for (size_t budget = 0; budget < input_.budgets.size(); ++budget) {
      NestedAllowance allowance(input_.budgets.subspan(budget), open_);
      expected_ = ExpectedBigrams(input_, input_.budgets[budget]);
      for (const ChosenSentence& chosen : chosen_) allowance.Add(input_.sentences[chosen.n]);
      Choose(static_cast<int>(budget), allowance);
    }
    for (ChosenSentence& chosen : chosen_) {
      if (const std::optional<Lack> lack = LackOf(input_.sentences, chosen.n, in_)) chosen.lacks = lack->flag;
    }
    return std::move(chosen_);
  }

 private:
  int32_t size() const { return static_cast<int32_t>(input_.sentences.size()); }
  bool IsOpen(int32_t n) const { return !input_.closed[n] && !in_[n] && input_.sentences[n].tier == tier_; }

  void Choose(int budget, NestedAllowance& allowance) {
    for (const int32_t n : input_.must_include) {
      if (!in_[n] && allowance.Fits(input_.sentences[n])) Add(n, budget, allowance);
    }
    locked_ = chosen_.size();
    for (const Tier tier : {Tier::kBody, Tier::kShort, Tier::kFragment, Tier::kHeading}) {
      tier_ = tier;
      if (tier != Tier::kBody && !chosen_.empty()) break;
      Fill(budget, allowance);
      for (int round = 0; round < kRounds && Exchange(budget, allowance); ++round) Fill(budget, allowance);
      Repair(budget, allowance);
    }
  }

  void Fill(int budget, NestedAllowance& allowance) {
    for (const int32_t n : PutInBest(allowance)) chosen_.push_back({n, budget});
  }

  // As long as something fits and helps. Returns what is in now, and not in chosen_ yet.
  std::vector<int32_t> PutInBest(NestedAllowance& allowance) {
    std::vector<int32_t> in;
    for (std::optional<int32_t> n = Best(allowance, AtLeast(allowance)); n; n = Best(allowance, AtLeast(allowance))) {
      PutBack(*n, allowance);
      in.push_back(*n);
    }
    return in;
  }

  // What a further sentence must reach.
  double AtLeast(const NestedAllowance& allowance) const {
    return allowance.IsWellFilled() ? coverage_.Objective(expected_) + kLeastGain : -1;
  }

  // The open sentence that fits, tells something and reaches the greatest objective above `at_least`; with `standing`
  // one that stands. A summary is not left empty because all is told.
  std::optional<int32_t> Best(const NestedAllowance& allowance, double at_least, bool standing = false) const {
    std::optional<int32_t> best;
    for (int32_t n = 0; n < size(); ++n) {
      if (!IsOpen(n) || !allowance.Fits(input_.sentences[n])) continue;
      if (taken_ > 0 && coverage_.IsTold(n)) continue;
      const double objective = coverage_.ObjectiveWith(n, expected_);
      if (objective <= at_least || (standing && PossibleLackOf(input_.sentences, n, in_))) continue;
      best = n;
      at_least = objective;
    }
    return best;
  }

  // Makes the best exchange of one sentence for those that then fit. False when none helps.
  bool Exchange(int budget, NestedAllowance& allowance) {
    if ((chosen_.size() - locked_) * static_cast<size_t>(size()) > kExchangePairs) return false;
    double at_least = coverage_.Objective(expected_) + kLeastGain;
    std::optional<int32_t> best_out;
    std::vector<int32_t> best_in;
    for (size_t i = locked_; i < chosen_.size(); ++i) {
      const int32_t out = chosen_[i].n;
      TakeOut(out, allowance);
      in_[out] = true;  // Not a candidate for its own place.
      std::vector<int32_t> in = PutInBest(allowance);
      if (const double objective = coverage_.Objective(expected_); !in.empty() && objective > at_least) {
        at_least = objective;
        best_out = out;
      }
      for (auto n = in.rbegin(); n != in.rend(); ++n) TakeOut(*n, allowance);
      if (best_out == out) best_in = std::move(in);
      PutBack(out, allowance);
    }
    if (!best_out) return false;
    Remove(*best_out, allowance);
    for (const int32_t n : best_in) Add(n, budget, allowance);
    return true;
  }

  void Repair(int budget, NestedAllowance& allowance) {
    // Each repair may make another sentence dangle: two for each sentence are tried, then flags tell.
    for (size_t left = 2 * chosen_.size(); left > 0 && RepairFirst(budget, allowance); --left) {
    }
  }

  // False when there is nothing to repair, or no way to.
  bool RepairFirst(int budget, NestedAllowance& allowance) {
    for (size_t i = locked_; i < chosen_.size(); ++i) {
      const int32_t n = chosen_[i].n;
      const std::optional<Lack> lack = PossibleLackOf(input_.sentences, n, in_);
      if (lack && (BringCompanion(lack->companion, budget, allowance) || GiveWay(n, budget, allowance))) return true;
    }
    return false;
  }

  bool BringCompanion(int32_t companion, int budget, NestedAllowance& allowance) {
    if (input_.closed[companion] || !allowance.Fits(input_.sentences[companion])) return false;
    Add(companion, budget, allowance);
    return true;
  }

  // Replaces n by a sentence that stands and is nearly as good. (n itself still does not.)
  bool GiveWay(int32_t n, int budget, NestedAllowance& allowance) {
    const double before = coverage_.Objective(expected_);
    TakeOut(n, allowance);
    const std::optional<int32_t> other = Best(allowance, kGoodEnough * before, true);
    PutBack(n, allowance);
    if (!other) return false;
    Remove(n, allowance);
    Add(*other, budget, allowance);
    return true;
  }

  void Add(int32_t n, int budget, NestedAllowance& allowance) {
    PutBack(n, allowance);
    chosen_.push_back({n, budget});
  }

  void Remove(int32_t n, NestedAllowance& allowance) {
    TakeOut(n, allowance);
    std::erase_if(chosen_, [&](const ChosenSentence& chosen) { return chosen.n == n; });
  }

  void PutBack(int32_t n, NestedAllowance& allowance) {
    in_[n] = true;
    ++taken_;
    allowance.Add(input_.sentences[n]);
    coverage_.Add(n);
  }

  void TakeOut(int32_t n, NestedAllowance& allowance) {
    in_[n] = false;
    --taken_;
    allowance.Remove(input_.sentences[n]);
    coverage_.Remove(n);
  }

  const SelectionInput& input_;
  const std::vector<AnalyzedSentence> open_;  // What a ratio is of.
  Coverage coverage_;
  std::vector<bool> in_;  // By n: chosen.
  int taken_ = 0;         // How many are.
  std::vector<ChosenSentence> chosen_;
  size_t locked_ = 0;  // The first ones of chosen_ stay: they are wanted, or in a shorter summary.
  Tier tier_ = Tier::kBody;
  double expected_ = 0;
};

}  // namespace

CoverageInput CoverageInputOf(const SelectionInput& input) {
  return {.bigrams = input.bigrams,
          .vectors = input.vectors,
          .values = input.values,
          .sizes = input.sizes,
          .priors = input.priors,
          .articles = input.articles,
          .links = input.links,
          .crowding = input.crowding};
}

double ExpectedBigrams(const SelectionInput& input, const Budget& budget) {
  const std::vector<AnalyzedSentence> open = OpenSentences(input);
  double bigrams = 0, sentences = 0;
  for (size_t n = 0; n < input.sentences.size(); ++n) {
    if (input.closed[n] || input.sentences[n].tier != Tier::kBody) continue;
    bigrams += input.sizes[n];
    sentences += 1;
  }
  if (sentences == 0) return 1;
  const Allowance allowance(budget, open);
  double cost = 0;
  for (const AnalyzedSentence& sentence : open) {
    if (sentence.tier == Tier::kBody) cost += static_cast<double>(allowance.CostOf(sentence));
  }
  const double expected_sentences =
      std::max(kLeastSentences, static_cast<double>(allowance.limit()) * sentences / cost);
  return input.length * expected_sentences * bigrams / sentences;
}

std::vector<ChosenSentence> SelectSentences(const SelectionInput& input) { return Selector(input).Select(); }

}  // namespace polygist::summary
