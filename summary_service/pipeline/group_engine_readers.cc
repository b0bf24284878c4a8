// What readers of several languages are shown, of GroupEngine.
#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "summary_service/pipeline/cross_language_links.h"
#include "summary_service/pipeline/group_engine.h"
#include "summary_service/pipeline/reader_choice.h"
#include "summary_service/selection/budget.h"

namespace polygist::summary {
namespace {

// What a sentence loses that the reader can have in no language of theirs, as a share of its worth. Of stories told
// freely as much is told without it, and 57 of 100 lines can be read; with .3 65, with .5 67.
constexpr double kForeign = 0.3;

}  // namespace

// Selection goes by what a sentence tells and by the length of what is shown for it.
void GroupEngine::ShowInReadersLanguages() {
  for (int32_t n = 0; n < vectors_.size(); ++n) shown_.push_back(n);
  const std::vector<std::string>& languages = request_.options.reading_languages;
  if (languages.empty() || group_.language != kMergedLanguage) return;
  std::vector<bool> hidden = input_.known, fixed(sentences_.size());
  for (const SentenceRef& ref : request_.options.must_exclude) {
    if (const std::optional<int32_t> n = Find(ref)) hidden[*n] = true;
  }
  for (const int32_t n : must_include_) fixed[n] = true;
  shown_ = ChooseForReader({.sentences = sentences_,
                            .articles = request_.corpus.articles,
                            .links = links_,
                            .scores = totals_,
                            .keys = KeysOfLinked(),
                            .hidden = std::move(hidden),
                            .fixed = std::move(fixed),
                            .reading_languages = languages,
                            .least_strength_permille = kCreditPermille});
  for (Budget budget : request_.options.budgets) {
    if (budget.unit == BudgetUnit::kRatio) budget = {BudgetUnit::kWords, Allowance(budget, sentences_).limit()};
    budgets_.push_back(budget);
  }
  as_shown_ = sentences_;
  for (size_t n = 0; n < as_shown_.size(); ++n) as_shown_[n].length = sentences_[shown_[n]].length;
  HoldForeignBack();
  const std::vector<SentenceLink> once = ShownOnce(shown_);
  repetitions_.insert(repetitions_.end(), once.begin(), once.end());
  input_.sentences = as_shown_;
  input_.budgets = budgets_;
  input_.links = repetitions_;
}

// Where the reader can have nothing, all stays as it is.
void GroupEngine::HoldForeignBack() {
  const std::vector<std::string>& languages = request_.options.reading_languages;
  std::vector<bool> foreign;
  for (const int32_t shown : shown_) {
    const AnalyzedArticle& article = request_.corpus.articles[sentences_[shown].ref.article];
    foreign.push_back(PreferenceOf(article.base_language, languages) == languages.size());
  }
  if (std::find(foreign.begin(), foreign.end(), false) == foreign.end()) return;
  priors_.assign(input_.priors.begin(), input_.priors.end());
  for (int32_t n = 0; n < vectors_.size(); ++n) {
    double worth = priors_[n];
    for (const BigramId b : bigrams_.Of(n)) worth += input_.values[b];
    if (foreign[n]) priors_[n] -= kForeign * worth;
  }
  input_.priors = priors_;
}

std::vector<std::vector<Key>> GroupEngine::KeysOfLinked() const {
  std::vector<std::vector<Key>> keys(sentences_.size());
  std::vector<bool> read(sentences_.size());
  for (const SentenceLink& link : links_) {
    for (const int n : {link.a, link.b}) {
      if (read[n] || link.strength_permille < kCreditPermille) continue;
      read[n] = true;
      const SentenceRef ref = sentences_[n].ref;
      const SourceArticle& article = request_.articles[ref.article];
      keys[n] = ExtractKeys(Slice(article.text, article.sentences[ref.sentence].span),
                            request_.corpus.articles[ref.article].base_language, article.publish_time);
    }
  }
  return keys;
}

SummarySentence GroupEngine::DescribeShown(const ChosenSentence& chosen) const {
  const int32_t shown = shown_[chosen.n];
  SummarySentence sentence = Describe({shown, chosen.first_budget, chosen.lacks});
  if (shown == chosen.n) return sentence;
  const SentenceRef ref = sentences_[chosen.n].ref;
  for (const Evidence& one : sentence.evidence) {
    if (one.ref == ref) sentence.stands_for = one;
  }
  return sentence;
}

}  // namespace polygist::summary
