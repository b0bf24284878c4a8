#include "summary_service/pipeline/explain_summaries.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "summary_service/pipeline/prepared_request.h"
#include "summary_service/pipeline/summarize_articles.h"
#include "summary_service/selection/budget.h"
#include "summary_service/selection/coverage.h"

namespace polygist::summary {
namespace {

// A chosen sentence that holds this much of another one's value makes it a repetition.
constexpr int kRepeatsPermille = 500;

// What one article costs is no matter of a sentence.
CoverageInput CoverageWithoutCrowding(const SelectionInput& input) {
  CoverageInput coverage = CoverageInputOf(input);
  coverage.crowding = 0;
  return coverage;
}

class Explainer {
 public:
  Explainer(const GroupEngine& engine, const SummaryOptions& options, std::string language)
      : engine_(engine),
        options_(options),
        language_(std::move(language)),
        in_(engine.input().sentences.size()),
        words_(engine.input().vectors),
        coverage_(CoverageWithoutCrowding(engine.input())) {
    for (const ChosenSentence& chosen : engine.chosen()) {
      coverage_.Add(chosen.n);
      shown_.push_back(engine.ShownFor(chosen.n));
      in_[shown_.back()] = true;
    }
  }

  Explanation Explain(int32_t n) {
    const SentenceScore score = engine_.scorer().Explain(n, engine_.expected_bigrams());
    Explanation explanation;
    explanation.language = language_;
    explanation.ref = engine_.input().sentences[n].ref;
    explanation.score_micros = score.total_micros;
    for (size_t part = 0; part < kScoreParts.size(); ++part) {
      explanation.parts.push_back({std::string(kScoreParts[part]), score.parts_micros[part]});
    }
    explanation.rank = engine_.RankOf(n);
    FindNearest(n, explanation);
    explanation.gain_micros = Micros(n, ValueBeside(n));
    explanation.verdict = VerdictOn(n, explanation.nearest_permille);
    return explanation;
  }

 private:
  double ValueOf(BigramId bigram) const { return engine_.scorer().values()[bigram]; }

  int64_t Micros(int32_t n, double value) const {
    return std::llround(1e6 * value / (engine_.input().sizes[n] + engine_.expected_bigrams()));
  }

  // What n adds to the other chosen sentences.
  double ValueBeside(int32_t n) {
    const bool chosen = std::any_of(engine_.chosen().begin(), engine_.chosen().end(),
                                    [&](const ChosenSentence& one) { return one.n == n; });
    if (chosen) coverage_.Remove(n);
    const double value = coverage_.GainOf(n);
    if (chosen) coverage_.Add(n);
    return std::max(0.0, value);
  }

  double WholeValue(int32_t n) const {
    double value = 0;
    for (const BigramId bigram : engine_.bigrams().Of(n)) value += ValueOf(bigram);
    return value;
  }

  double Shared(int32_t n, int32_t chosen) const {
    double shared = 0;
    for (const BigramId bigram : engine_.bigrams().Of(n)) {
      const auto holders = engine_.bigrams().HoldersOf(bigram);
      if (std::binary_search(holders.begin(), holders.end(), chosen)) shared += ValueOf(bigram);
    }
    return shared;
  }

  int LinkPermille(int32_t a, int32_t b) const {
    for (const SentenceLink& link : engine_.input().links) {
      if (link.a == std::min(a, b) && link.b == std::max(a, b)) return link.strength_permille;
    }
    return 0;
  }

  void FindNearest(int32_t n, Explanation& explanation) {
    const double whole = WholeValue(n);
    std::vector<double> repetition(in_.size());
    for (const SharedWords& other : words_.Of(n)) repetition[other.n] = RepetitionOf(other.share);
    for (const int32_t shown : shown_) {
      if (shown == n) continue;
      const int share = whole > 0 ? static_cast<int>(std::llround(1000 * Shared(n, shown) / whole)) : 0;
      const int repeated = static_cast<int>(std::llround(1000 * repetition[shown]));
      const int permille = std::max({share, repeated, LinkPermille(n, shown)});
      if (permille <= explanation.nearest_permille) continue;
      explanation.nearest = engine_.input().sentences[shown].ref;
      explanation.nearest_permille = permille;
    }
  }

  Verdict VerdictOn(int32_t n, int nearest_permille) const {
    const SelectionInput& input = engine_.input();
    if (in_[n]) return Verdict::kChosen;
    if (input.known[n]) return Verdict::kKnown;
    const auto& excluded = options_.must_exclude;
    if (std::find(excluded.begin(), excluded.end(), input.sentences[n].ref) != excluded.end())
      return Verdict::kExcluded;
    if (input.closed[n]) return Verdict::kRepeats;  // Of a translation (GroupEngine).
    Tier lowest = Tier::kBody;
    for (const int32_t shown : shown_) lowest = std::max(lowest, input.sentences[shown].tier);
    if (input.sentences[n].tier > lowest) return Verdict::kNotEligible;
    if (!Allowance(options_.budgets.back(), input.sentences).Fits(input.sentences[n])) return Verdict::kDoesNotFit;
    return nearest_permille >= kRepeatsPermille ? Verdict::kRepeats : Verdict::kOutscored;
  }

  const GroupEngine& engine_;
  const SummaryOptions& options_;
  const std::string language_;
  std::vector<int32_t> shown_;  // The sentences of the summary, in order of choice.
  std::vector<bool> in_;        // By n: one of them.
  SharedWordsFinder words_;
  Coverage coverage_;  // Of the chosen sentences.
};

absl::Status CheckSentences(std::span<const SourceArticle> articles, std::span<const SentenceRef> sentences) {
  for (const SentenceRef& ref : sentences) {
    if (ref.article < 0 || ref.article >= static_cast<int>(articles.size()) || ref.sentence < 0 ||
        ref.sentence >= static_cast<int>(articles[ref.article].sentences.size())) {
      return InvalidField("sentences", "SENTENCE_UNKNOWN", "There is no such sentence among the articles.");
    }
  }
  return absl::OkStatus();
}

std::vector<const Summary*> AllOf(const Summaries& summaries) {
  std::vector<const Summary*> all;
  for (const Summary& summary : summaries.per_language) all.push_back(&summary);
  if (summaries.merged) all.push_back(&*summaries.merged);
  return all;
}

std::vector<SentenceRef> RefsOf(const Summary& summary) {
  std::vector<SentenceRef> refs;
  for (const SummarySentence& sentence : summary.sentences) refs.push_back(sentence.ref);
  return refs;
}

// The refs of `from` that `other` does not hold.
std::vector<SentenceRef> Missing(const std::vector<SentenceRef>& from, const std::vector<SentenceRef>& other) {
  std::vector<SentenceRef> missing;
  for (const SentenceRef& ref : from) {
    if (std::find(other.begin(), other.end(), ref) == other.end()) missing.push_back(ref);
  }
  return missing;
}

}  // namespace

absl::StatusOr<std::vector<Explanation>> ExplainSentences(const RequestContext& call,
                                                          std::span<const SourceArticle> articles,
                                                          const SummaryOptions& options,
                                                          std::span<const SentenceRef> sentences,
                                                          const Lexicon* lexicon) {
  RETURN_IF_ERROR(CheckSentences(articles, sentences));
  ASSIGN_OR_RETURN(const PreparedRequest request,
                   PreparedRequest::Prepare(call, articles, options, lexicon, DefaultScoreWeights()));
  std::vector<std::vector<Explanation>> by_sentence(sentences.size());
  for (const ArticleGroup& group : request.groups()) {
    RETURN_IF_ERROR(call.Check());
    const std::unique_ptr<GroupEngine> engine = request.EngineOf(group);
    Explainer explainer(*engine, options, group.language);
    for (size_t i = 0; i < sentences.size(); ++i) {
      if (const std::optional<int32_t> n = engine->Find(sentences[i])) by_sentence[i].push_back(explainer.Explain(*n));
    }
  }
  std::vector<Explanation> explanations;
  for (std::vector<Explanation>& some : by_sentence) {
    std::move(some.begin(), some.end(), std::back_inserter(explanations));
  }
  return explanations;
}

absl::StatusOr<std::vector<Difference>> CompareWithoutSource(const RequestContext& call,
                                                             std::span<const SourceArticle> articles,
                                                             const SummaryOptions& options, const std::string& source,
                                                             const Lexicon* lexicon) {
  std::set<std::string> others;
  bool found = false;
  for (const SourceArticle& article : articles) {
    if (article.source == source) found = true;
    if (article.source != source) others.insert(article.source);
  }
  if (!found) return InvalidField("without_source", "SOURCE_UNKNOWN", "No article of the request is of that source.");
  ASSIGN_OR_RETURN(const Summaries with, SummarizeArticles(call, articles, options, lexicon));
  SummaryOptions without = options;
  std::erase_if(without.sources, [&](const std::string& wanted) { return !others.contains(wanted); });
  if (options.sources.empty()) without.sources.assign(others.begin(), others.end());
  Summaries rest;
  if (!without.sources.empty()) {
    absl::StatusOr<Summaries> found_rest = SummarizeArticles(call, articles, without, lexicon);
    if (!found_rest.ok() && ReasonOf(found_rest.status()) != "NO_ARTICLE_LEFT") return found_rest.status();
    if (found_rest.ok()) rest = *std::move(found_rest);
  }
  std::vector<Difference> differences;
  for (const Summary* summary : AllOf(with)) {
    const std::vector<SentenceRef> before = RefsOf(*summary);
    std::vector<SentenceRef> after;
    for (const Summary* other : AllOf(rest)) {
      if (other->language == summary->language) after = RefsOf(*other);
    }
    differences.push_back({summary->language, Missing(before, after), Missing(after, before)});
  }
  return differences;
}

}  // namespace polygist::summary
