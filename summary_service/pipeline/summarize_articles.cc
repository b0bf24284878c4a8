#include "summary_service/pipeline/summarize_articles.h"

#include <algorithm>
#include <map>
#include <string>

#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "summary_service/analysis/analyze_articles.h"
#include "summary_service/analysis/bridge_languages.h"
#include "summary_service/analysis/sentence_vectors.h"
#include "summary_service/analysis/term_statistics.h"
#include "summary_service/scoring/bigram_values.h"
#include "summary_service/selection/cover_bigrams.h"
#include "summary_service/scoring/score_sentences.h"
#include "summary_service/selection/select_sentences.h"

namespace polygist::summary {
namespace {

absl::Status Validate(std::span<const SourceArticle> articles, const SummaryOptions& options) {
  if (articles.empty()) return InvalidField("articles", "NO_ARTICLES", "There is nothing to summarize.");
  if (!options.per_language && !options.merged) {
    return InvalidField("options", "NOTHING_ASKED", "Ask for per-language summaries, a merged one, or both.");
  }
  if (options.budgets.empty()) return InvalidField("budgets", "BUDGET_INVALID", "Give at least one budget.");
  for (const Budget& budget : options.budgets) {
    if (budget.amount < 1 || (budget.unit == BudgetUnit::kRatio && budget.amount > 1000)) {
      return InvalidField("budgets", "BUDGET_INVALID",
                          "A budget is at least 1, a ratio at most 1000 permille.");
    }
  }
  return absl::OkStatus();
}

class Summarizer {
 public:
  Summarizer(std::span<const SourceArticle> articles, const SummaryOptions& options,
             std::vector<SentenceLink> links, const AnalyzedCorpus& corpus)
      : articles_(articles), options_(options), links_(std::move(links)), corpus_(corpus) {}

  Summary Summarize(std::string language, std::vector<int> group) const {
    const TermStatistics statistics = CountTerms(corpus_, group);
    const SentenceVectors vectors(corpus_, statistics, group);
    const std::vector<SentenceScore> scores = ScoreSentences(corpus_, vectors, DefaultScoreWeights());
    std::vector<int64_t> totals;
    for (const SentenceScore& score : scores) totals.push_back(score.total_micros);
    const SelectionInput input{.corpus = corpus_,
                         .vectors = vectors,
                         .scores_micros = totals,
                         .links = links_,
                         .budgets = options_.budgets,
                         .must_include = {},
                         .must_exclude = {},
                         .told = {}};
    const BigramIndex bigrams(corpus_, vectors);
    std::vector<ChosenSentence> chosen;
    if ((group.size() > 1 || getenv("COV1")) && !getenv("NOCOV")) {
      const std::vector<double> values = ValueBigrams(MeasureBigrams(corpus_, vectors, bigrams, statistics, MeasureCentrality(corpus_, vectors)), DefaultScoreWeights().bigram);
      chosen = CoverBigrams(input, {bigrams, values});
    }
    if (chosen.empty()) chosen = SelectSentences(input);
    Summary summary{.language = std::move(language), .articles = std::move(group), .sentences = {}, .warnings = {}};
    for (const ChosenSentence& one : chosen) summary.sentences.push_back(Describe(one, vectors, scores));
    if (summary.sentences.empty()) AddExcerpt(vectors, scores, summary);
    std::sort(summary.sentences.begin(), summary.sentences.end(),
              [](const SummarySentence& a, const SummarySentence& b) { return a.ref < b.ref; });
    return summary;
  }

 private:
  SummarySentence Describe(const ChosenSentence& chosen, const SentenceVectors& vectors,
                           std::span<const SentenceScore> scores) const {
    const AnalyzedSentence& from = corpus_.sentences[vectors.id(chosen.n)];
    const SentenceScore& score = scores[chosen.n];
    SummarySentence sentence;
    sentence.ref = from.ref;
    sentence.shown_bytes = articles_[from.ref.article].sentences[from.ref.sentence].span.size();
    sentence.score_micros = score.total_micros;
    for (size_t part = 0; part < kScoreParts.size(); ++part) {
      sentence.parts.push_back({std::string(kScoreParts[part]), score.parts_micros[part]});
    }
    sentence.rank = 1;
    for (int n = 0; n < vectors.size(); ++n) {
      if (corpus_.sentences[vectors.id(n)].tier != from.tier) continue;
      sentence.rank += scores[n].total_micros > score.total_micros ||
                       (scores[n].total_micros == score.total_micros && n < chosen.n);
    }
    sentence.first_budget = chosen.first_budget;
    return sentence;
  }

  // No whole sentence fits the longest budget: shows as much of the best one as does.
  void AddExcerpt(const SentenceVectors& vectors, std::span<const SentenceScore> scores, Summary& summary) const {
    int32_t best = -1;
    for (int32_t n = 0; n < vectors.size(); ++n) {
      if (best < 0 || Key(vectors, scores, n) > Key(vectors, scores, best)) best = n;
    }
    if (best < 0) return;
    const int longest = static_cast<int>(options_.budgets.size()) - 1;
    SummarySentence sentence = Describe({best, longest}, vectors, scores);
    const SourceArticle& article = articles_[sentence.ref.article];
    sentence.shown_bytes = LongestBeginning(Slice(article.text, article.sentences[sentence.ref.sentence].span),
                                            options_.budgets[longest]);
    sentence.flags.push_back(SentenceFlag::kExcerpt);
    summary.sentences.push_back(std::move(sentence));
    summary.warnings.push_back({"BUDGET_TOO_SMALL", "No whole sentence fits the budget; the beginning of one is shown."});
  }

  std::pair<int, int64_t> Key(const SentenceVectors& vectors, std::span<const SentenceScore> scores,
                              int32_t n) const {
    return {-static_cast<int>(corpus_.sentences[vectors.id(n)].tier), scores[n].total_micros};
  }

  const std::span<const SourceArticle> articles_;
  const SummaryOptions& options_;
  const std::vector<SentenceLink> links_;
  const AnalyzedCorpus& corpus_;
};

}  // namespace

absl::StatusOr<Summaries> SummarizeArticles(const RequestContext& call, std::span<const SourceArticle> articles,
                                            const SummaryOptions& options, const LinkSentences& link) {
  RETURN_IF_ERROR(Validate(articles, options));
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  RETURN_IF_ERROR(call.Check());
  std::vector<SentenceLink> links;
  if (link) links = link(articles, corpus);
  const Summarizer summarizer(articles, options, std::move(links), corpus);
  std::map<std::string, std::vector<int>> groups;
  std::vector<int> all;
  for (size_t i = 0; i < articles.size(); ++i) {
    groups[articles[i].language].push_back(static_cast<int>(i));
    all.push_back(static_cast<int>(i));
  }
  Summaries summaries;
  if (options.per_language) {
    for (auto& [language, group] : groups) {
      RETURN_IF_ERROR(call.Check());
      summaries.per_language.push_back(summarizer.Summarize(language, std::move(group)));
    }
  }
  if (options.merged) {
    const AnalyzedCorpus bridged = groups.size() > 1 && !getenv("NOBRIDGE") ? BridgeLanguages(corpus) : corpus;
    summaries.merged = Summarizer(articles, options, {}, bridged).Summarize(kMergedLanguage, std::move(all));
  }
  return summaries;
}

}  // namespace polygist::summary
