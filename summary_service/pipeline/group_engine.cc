#include "summary_service/pipeline/group_engine.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "summary_service/analysis/length.h"
#include "summary_service/analysis/term_statistics.h"
#include "summary_service/pipeline/cross_language_links.h"
#include "summary_service/pipeline/nested_lengths.h"
#include "summary_service/scoring/query_focus.h"
#include "summary_service/scoring/support.h"
#include "summary_service/selection/budget.h"
#include "summary_service/selection/coherence.h"
#include "summary_service/selection/order_sentences.h"

namespace polygist::summary {
namespace {

// A sentence of the same language this alike says the same. Links hold the rest.
constexpr double kAlike = 0.55;
std::vector<int> Joined(const ArticleGroup& group) {
  std::vector<int> articles;
  std::merge(group.fresh.begin(), group.fresh.end(), group.known.begin(), group.known.end(),
             std::back_inserter(articles));
  return articles;
}

}  // namespace

GroupEngine::GroupEngine(const RequestView& request, ArticleGroup group)
    : request_(request),
      group_(std::move(group)),
      articles_(Joined(group_)),
      statistics_(CountTerms(request.corpus, articles_)),
      vectors_(request.corpus, statistics_, articles_),
      bigrams_(request.corpus, vectors_),
      weights_(request.weights.For(statistics_.articles, statistics_.mixture)),
      place_(request.corpus.sentences.size(), -1),
      input_{.sentences = {},
             .bigrams = bigrams_,
             .vectors = vectors_,
             .values = {},
             .sizes = {},
             .priors = {},
             .articles = {},
             .links = {},
             .budgets = request.options.budgets,
             .must_include = {},
             .closed = {},
             .known = {},
             .length = weights_.length,
             .crowding = 0} {
  for (int32_t n = 0; n < vectors_.size(); ++n) {
    sentences_.push_back(request.corpus.sentences[vectors_.id(n)]);
    place_[vectors_.id(n)] = n;
    texts_.push_back(request.corpus.articles[sentences_.back().ref.article].origin);
  }
  links_ = InGroup(request.links);
  repetitions_ = InGroup(request.repetitions);
  CloseSentences();
  FocusOnQuestion();
  scorer_.emplace(bigrams_, MeasureGroup(request.corpus, vectors_, bigrams_, statistics_, weights_), weights_,
                  links_.empty() ? std::vector<double>{} : MeasureSupport(texts_, links_), focus_, input_.known);
  input_.sentences = sentences_;
  input_.values = scorer_->values();
  input_.sizes = scorer_->sizes();
  input_.priors = scorer_->priors();
  input_.articles = texts_;
  // One article has no other to take from instead.
  input_.crowding = weights_.crowding * MeanValue(request.corpus, vectors_, bigrams_, scorer_->values()) *
                    (1 - 1.0 / std::max(1, statistics_.articles));
  input_.links = repetitions_;
  input_.must_include = must_include_;
  expected_ = ExpectedBigrams(input_, request.options.budgets.back());
  totals_ = scorer_->Totals(expected_);
  ShowInReadersLanguages();
  chosen_ = SelectSentences(input_);
}

std::vector<SentenceLink> GroupEngine::InGroup(std::span<const SentenceLink> all) const {
  std::vector<SentenceLink> links;
  for (const SentenceLink& link : all) {
    const int32_t a = place_[link.a], b = place_[link.b];
    if (a >= 0 && b >= 0) links.push_back({a, b, link.strength_permille});
  }
  return links;
}

// By the words of the sentence's own language, or by what they match in the question's.
void GroupEngine::FocusOnQuestion() {
  if (!request_.corpus.question.empty()) focus_ = MeasureFocus(request_.corpus, vectors_, request_.corpus.question);
  double greatest = 0;
  std::vector<double> across(sentences_.size());
  for (int32_t n = 0; n < vectors_.size() && !request_.query_matches.empty(); ++n) {
    across[n] = request_.query_matches[vectors_.id(n)];
    greatest = std::max(greatest, across[n]);
  }
  if (greatest <= 0) return;
  focus_.resize(sentences_.size());
  for (size_t n = 0; n < focus_.size(); ++n) focus_[n] = std::max(focus_[n], across[n] / greatest);
}

void GroupEngine::CloseSentences() {
  input_.known.resize(sentences_.size());
  for (size_t n = 0; n < sentences_.size(); ++n) {
    input_.known[n] = std::binary_search(group_.known.begin(), group_.known.end(), sentences_[n].ref.article);
  }
  input_.closed = input_.known;
  for (size_t n = 0; n < sentences_.size(); ++n) {
    if (IsTranslation(sentences_[n].ref.article)) input_.closed[n] = true;
  }
  for (const SentenceRef& ref : request_.options.must_exclude) {
    if (const std::optional<int32_t> n = Find(ref)) input_.closed[*n] = true;
  }
  for (const SentenceRef& ref : request_.options.must_include) {
    const std::optional<int32_t> n = Find(ref);
    if (n && !input_.closed[*n]) must_include_.push_back(*n);
  }
  CloseHalfQuotations();
}

// What stands between marks of which one is in another sentence reads as if its article said it. It may answer a
// question, though, and where few sentences fit it says more than most of them.
void GroupEngine::CloseHalfQuotations() {
  if (!request_.options.query.empty()) return;
  const NestedAllowance allowance(request_.options.budgets, sentences_);
  std::vector<bool> closed = input_.closed;
  int others = 0, fitting = 0;
  for (size_t n = 0; n < sentences_.size(); ++n) {
    if (sentences_[n].open_quote != OpenQuote::kNone) closed[n] = true;
    if (closed[n] || sentences_[n].tier != Tier::kBody) continue;
    ++others;
    fitting += allowance.Fits(sentences_[n]);
  }
  for (const int32_t wanted : must_include_) closed[wanted] = false;
  if (others > 0 && 2 * fitting >= others) input_.closed = std::move(closed);
}

// Whether the group holds a longer version of the article in another language: one of the two is told.
bool GroupEngine::IsTranslation(int article) const {
  const AnalyzedArticle& own = request_.corpus.articles[article];
  return own.origin != article && std::binary_search(group_.fresh.begin(), group_.fresh.end(), own.origin) &&
         request_.corpus.articles[own.origin].base_language != own.base_language;
}

std::optional<int32_t> GroupEngine::Find(SentenceRef ref) const {
  const int32_t n = place_[request_.corpus.articles[ref.article].sentence_begin + ref.sentence];
  return n < 0 ? std::nullopt : std::optional(n);
}

int GroupEngine::RankOf(int32_t n) const {
  int rank = 1;
  for (int32_t other = 0; other < vectors_.size(); ++other) {
    if (input_.closed[other] || sentences_[other].tier != sentences_[n].tier) continue;
    rank += totals_[other] > totals_[n] || (totals_[other] == totals_[n] && other < n);
  }
  return rank;
}

Summary GroupEngine::Summarize() const {
  Summary summary{.language = group_.language, .articles = group_.fresh, .sentences = {}, .warnings = {}};
  std::vector<bool> there(sentences_.size()), told(sentences_.size());
  for (const ChosenSentence& chosen : chosen_) there[shown_[chosen.n]] = true;
  for (ChosenSentence chosen : chosen_) {
    const int32_t shown = shown_[chosen.n];
    if (told[shown]) continue;
    told[shown] = true;
    if (!as_shown_.empty()) {
      const std::optional<Lack> lack = LackOf(sentences_, shown, there);
      chosen.lacks = lack ? std::optional(lack->flag) : std::nullopt;
    }
    summary.sentences.push_back(DescribeShown(chosen));
  }
  if (summary.sentences.empty()) AddExcerpt(summary);
  Order(summary);
  AddWarnings(summary);
  summary.lengths = MeasureLengths(summary, request_.articles, request_.options.budgets);
  return summary;
}

SummarySentence GroupEngine::Describe(const ChosenSentence& chosen) const {
  const AnalyzedSentence& from = sentences_[chosen.n];
  const SentenceScore score = scorer_->Explain(chosen.n, expected_);
  SummarySentence sentence;
  sentence.ref = from.ref;
  sentence.shown_bytes = request_.articles[from.ref.article].sentences[from.ref.sentence].span.size();
  sentence.score_micros = score.total_micros;
  for (size_t part = 0; part < kScoreParts.size(); ++part) {
    sentence.parts.push_back({std::string(kScoreParts[part]), score.parts_micros[part]});
  }
  sentence.rank = RankOf(chosen.n);
  sentence.first_budget = chosen.first_budget;
  if (chosen.lacks) sentence.flags.push_back(*chosen.lacks);
  AddSupport(chosen.n, sentence);
  return sentence;
}

void GroupEngine::AddSupport(int32_t n, SummarySentence& sentence) const {
  std::set<int> articles = {sentence.ref.article};
  std::map<SentenceRef, int> evidence;
  const std::string& language = request_.corpus.articles[sentence.ref.article].base_language;
  const std::vector<double> alike = vectors_.Products(vectors_[n]);
  for (int32_t other = 0; other < vectors_.size(); ++other) {
    const int article = sentences_[other].ref.article;
    if (alike[other] < kAlike || request_.corpus.articles[article].base_language != language) continue;
    articles.insert(article);
    if (article != sentence.ref.article)
      evidence[sentences_[other].ref] = static_cast<int>(std::lround(1000 * alike[other]));
  }
  for (const SentenceLink& link : links_) {
    if (link.strength_permille < kCreditPermille || (link.a != n && link.b != n)) continue;
    const SentenceRef ref = sentences_[link.a == n ? link.b : link.a].ref;
    articles.insert(ref.article);
    evidence[ref] = std::max(evidence[ref], link.strength_permille);
  }
  for (const auto& [ref, strength] : evidence) sentence.evidence.push_back({ref, std::min(strength, 1000)});
  std::set<int> origins;
  std::set<std::string> sources, languages;
  for (const int article : articles) {
    origins.insert(request_.origins[article]);
    if (!request_.articles[article].source.empty()) sources.insert(request_.articles[article].source);
    languages.insert(request_.articles[article].language);
  }
  sentence.supporting_articles.assign(articles.begin(), articles.end());
  sentence.independent_origins = static_cast<int>(origins.size());
  sentence.supporting_sources.assign(sources.begin(), sources.end());
  sentence.supporting_languages.assign(languages.begin(), languages.end());
}

void GroupEngine::AddExcerpt(Summary& summary) const {
  const auto better = [&](int32_t a, int32_t b) {
    return std::tuple(sentences_[b].tier, totals_[a], b) > std::tuple(sentences_[a].tier, totals_[b], a);
  };
  std::optional<int32_t> best;
  for (int32_t n = 0; n < vectors_.size(); ++n) {
    if (!input_.closed[n] && (!best || better(n, *best))) best = n;
  }
  if (!best) return;
  const int longest = static_cast<int>(request_.options.budgets.size()) - 1;
  SummarySentence sentence = DescribeShown({*best, longest, std::nullopt});
  const SourceArticle& article = request_.articles[sentence.ref.article];
  sentence.shown_bytes = LongestBeginning(Slice(article.text, article.sentences[sentence.ref.sentence].span),
                                          request_.options.budgets[longest]);
  sentence.flags.push_back(SentenceFlag::kExcerpt);
  summary.sentences.push_back(std::move(sentence));
  summary.warnings.push_back({"BUDGET_TOO_SMALL", "No whole sentence fits the budget; the beginning of one is shown."});
}

void GroupEngine::AddWarnings(Summary& summary) const {
  if (group_.fresh.empty()) summary.warnings.push_back({"NOTHING_NEW", "The reader knows all of these articles."});
  if (!request_.options.query.empty() && focus_.empty()) {
    summary.warnings.push_back({"QUERY_NOT_FOUND", "No sentence holds a word of the question."});
  }
  for (const int32_t wanted : must_include_) {
    const bool there =
        std::any_of(chosen_.begin(), chosen_.end(), [&](const ChosenSentence& chosen) { return chosen.n == wanted; });
    if (there) continue;
    summary.warnings.push_back({"SENTENCE_LEFT_OUT", "A wanted sentence did not fit the budget."});
    return;
  }
}

void GroupEngine::Order(Summary& summary) const {
  std::vector<std::optional<absl::Time>> times;
  for (const SourceArticle& article : request_.articles) times.push_back(article.publish_time);
  std::vector<SentenceToOrder> to_order;
  for (const SummarySentence& sentence : summary.sentences) to_order.push_back({sentence.ref, sentence.score_micros});
  std::vector<SummarySentence> ordered;
  for (const int i : OrderSentences(to_order, times)) ordered.push_back(std::move(summary.sentences[i]));
  summary.sentences = std::move(ordered);
}

}  // namespace polygist::summary
