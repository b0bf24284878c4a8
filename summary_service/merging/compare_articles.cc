#include "summary_service/merging/compare_articles.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "summary_service/merging/added_links.h"
#include "summary_service/merging/candidate_pairs.h"
#include "summary_service/merging/counted_things.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/quantity_ties.h"
#include "summary_service/merging/sentence_scores.h"
#include "summary_service/merging/story_names.h"

namespace polygist::summary {
namespace {

// Sentences that give values of one thing say the same, whatever their values: links at least this strong.
constexpr int kOneThing = 620;
// Disagreements of more values are left alone: their links would grow with the square.
constexpr size_t kMostValues = 64;

// `links`, and those between the sentences of one disagreement. By (a, b).
std::vector<SentenceLink> WithDisagreements(std::span<const SourceArticle> articles,
                                            const std::vector<Disagreement>& disagreements,
                                            std::vector<SentenceLink> links) {
  std::vector<int> first(articles.size() + 1, 0);  // Sentence of each article.
  for (size_t a = 0; a < articles.size(); ++a) first[a + 1] = first[a] + static_cast<int>(articles[a].sentences.size());
  const auto sentence_of = [&](const DisagreementValue& value) {
    return first[static_cast<size_t>(value.article)] + value.sentence;
  };
  std::vector<SentenceLink> more;
  for (const Disagreement& disagreement : disagreements) {
    if (!disagreement.same_statement || disagreement.values.size() > kMostValues) continue;
    for (const DisagreementValue& x : disagreement.values) {
      for (const DisagreementValue& y : disagreement.values) {
        if (x.article < y.article) more.push_back({sentence_of(x), sentence_of(y), kOneThing});
      }
    }
  }
  return WithAddedLinks(std::move(links), std::move(more));
}

// Links by words alone, and where they differ.
StoryRelations CompareSentences(const MatchedStory& matched, const CompareOptions& options) {
  const auto& [articles, story, matches] = matched;
  std::optional<TermEvidence> evidence(std::in_place, story, matches);
  std::vector<PairScore> candidates = CandidatePairs(*evidence, matches);
  const std::vector<Quantity> quantities = ReadQuantities(articles, story);
  const CountedThings things(story, matches, quantities, candidates);
  const TieFinder finder(story, things, quantities);
  PairScores scores = ScorePairs(story, matches, *evidence, std::move(candidates), finder.assumed());
  evidence.reset();  // Of thousands of sentences it is large.
  StoryLinks links = LinkPairs(story, std::move(scores), {options.least_link_permille, options.agreed_numbers});
  const QuantityTies ties = finder.TiesOf(links, options.least_sure_link_permille);
  return {std::move(links.links), FindDisagreements(articles, story, quantities, things, ties)};
}

}  // namespace

StoryRelations RelateSentences(const MatchedStory& matched, const CompareOptions& options) {
  if (!options.disagreements)
    return {LinkStory(matched.story, matched.matches, {options.least_link_permille, options.agreed_numbers}), {}};
  StoryRelations relations = CompareSentences(matched, options);
  relations.links = WithDisagreements(matched.articles, relations.disagreements, std::move(relations.links));
  return relations;
}

ArticleComparison CompareArticles(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                                  const CompareOptions& options) {
  const MatchedStory story = MatchStory(articles, lexicon, /*with_headings=*/true);
  StoryRelations relations = RelateSentences(story, options);
  ArticleComparison comparison;
  comparison.used_lexicon = lexicon != nullptr;
  comparison.links = std::move(relations.links);
  comparison.disagreements = std::move(relations.disagreements);
  comparison.groups = ClusterSentences(articles, comparison.links, options.cluster);
  comparison.origins = OriginsOf(articles, comparison.links);
  if (options.quotes) {
    const StoryNames names(articles, story.story, story.matches);
    comparison.quotes =
        MatchQuotes(articles, FindQuotes(articles, story.story, names), comparison.links, comparison.origins);
  }
  return comparison;
}

}  // namespace polygist::summary
