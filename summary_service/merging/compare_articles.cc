#include "summary_service/merging/compare_articles.h"

#include <algorithm>
#include <map>
#include <utility>

#include "summary_service/merging/counted_things.h"
#include "summary_service/merging/date_values.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/rival_values.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/story_names.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {

namespace {

// Sentences that give values of one thing say the same, whatever their values: links at least this strong.
constexpr int kOneThing = 550;
// Links under equal dates that tie them: translated texts reach 430, two days of one event more than 500.
constexpr int kSureDate = 530;
// Disagreements of more values are left alone: their links would grow with the square.
constexpr size_t kMostValues = 64;

// What LinkStory is asked about, kind after kind.
struct Assumptions {
  std::vector<AssumedMatch> all;

  // Where they begin.
  size_t Add(const std::vector<AssumedMatch>& more) {
    const size_t begin = all.size();
    all.insert(all.end(), more.begin(), more.end());
    return begin;
  }
};

// `links`, and those between the sentences of one disagreement. By (a, b).
std::vector<SentenceLink> WithDisagreements(std::span<const SourceArticle> articles,
                                            const std::vector<Disagreement>& disagreements,
                                            const std::vector<SentenceLink>& links) {
  std::vector<int> first(articles.size() + 1, 0);  // Sentence of each article.
  for (size_t a = 0; a < articles.size(); ++a) first[a + 1] = first[a] + static_cast<int>(articles[a].sentences.size());
  const auto sentence_of = [&](const DisagreementValue& value) {
    return first[static_cast<size_t>(value.article)] + value.sentence;
  };
  std::map<std::pair<int, int>, SentenceLink> by_ends;
  for (const SentenceLink& link : links) by_ends[{link.a, link.b}] = link;
  for (const Disagreement& disagreement : disagreements) {
    if (!disagreement.same_statement || disagreement.values.size() > kMostValues) continue;
    for (const DisagreementValue& x : disagreement.values) {
      for (const DisagreementValue& y : disagreement.values) {
        if (x.article >= y.article) continue;
        const int a = sentence_of(x), b = sentence_of(y);
        SentenceLink& link = by_ends.try_emplace({a, b}, SentenceLink{a, b, 0, 0}).first->second;
        link.strength_permille = std::max(link.strength_permille, kOneThing);
      }
    }
  }
  std::vector<SentenceLink> all;
  for (const auto& [ends, link] : by_ends) all.push_back(link);
  return all;
}

}  // namespace

ArticleComparison CompareArticles(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                                  const CompareOptions& options) {
  const Story story = ReadStory(articles, lexicon);
  const std::vector<std::vector<TermMatch>> matches = MatchTerms(story);
  const std::vector<Quantity> quantities = ReadQuantities(articles, story);
  const CountedThings things(story, matches, quantities);
  const std::vector<RivalValues> rivals = FindRivals(story, things, quantities);
  QuantityTies ties;
  ties.dates = ReadDates(story);
  const std::vector<std::pair<int, int>> rival_dates = RivalDates(story, ties.dates);
  Assumptions assumed;
  const size_t counts = assumed.Add(IfCountsWereEqual(things, quantities));
  const size_t values = assumed.Add(IfRivalsWereEqual(rivals, quantities));
  const size_t dates = assumed.Add(IfDatesWereEqual(rival_dates, ties.dates));
  const StoryLinks links = LinkStory(story, matches, {options.least_link_permille}, assumed.all);
  const auto strength = [&](size_t i) { return links.assumed_permille[i]; };
  for (const SentenceLink& link : links.links) {
    if (link.strength_permille >= options.least_sure_link_permille) ties.links.push_back(link);
  }
  for (size_t i = counts; i < values; ++i) {
    const AssumedMatch& pair = assumed.all[i];
    if (strength(i) >= options.least_sure_link_permille) ties.links_if_equal.push_back({pair.a, pair.b, strength(i), 0});
  }
  const auto first = links.assumed_permille.begin();
  ties.rivals = SureRivals(story, quantities, rivals,
                           {first + static_cast<std::ptrdiff_t>(values), first + static_cast<std::ptrdiff_t>(dates)},
                           ties.links);
  for (size_t i = 0; i < rival_dates.size(); ++i) {
    if (strength(dates + i) >= kSureDate) ties.rival_dates.push_back(rival_dates[i]);
  }
  ArticleComparison comparison;
  comparison.used_lexicon = lexicon != nullptr;
  comparison.links = links.links;
  comparison.disagreements = FindDisagreements(articles, story, quantities, things, ties);
  comparison.groups =
      ClusterSentences(articles, WithDisagreements(articles, comparison.disagreements, links.links), options.cluster);
  comparison.origins = OriginsOf(articles, comparison.links);
  if (options.quotes) {
    const StoryNames names(articles, story, matches);
    comparison.quotes =
        MatchQuotes(articles, FindQuotes(articles, story, names), comparison.links, comparison.origins);
  }
  return comparison;
}

}  // namespace polygist::summary
