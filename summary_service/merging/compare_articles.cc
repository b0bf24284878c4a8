#include "summary_service/merging/compare_articles.h"

#include <algorithm>
#include <utility>

#include "summary_service/merging/counted_things.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/story_names.h"

namespace polygist::summary {
namespace {

// Of `links` those that may tie numbers.
StoryLinks SureLinks(const StoryLinks& links, int least_strength_permille) {
  const auto is_sure = [&](const SentenceLink& link) { return link.strength_permille >= least_strength_permille; };
  StoryLinks sure;
  std::copy_if(links.links.begin(), links.links.end(), std::back_inserter(sure.links), is_sure);
  std::copy_if(links.assumed.begin(), links.assumed.end(), std::back_inserter(sure.assumed), is_sure);
  return sure;
}

}  // namespace

StoryRelations RelateSentences(const MatchedStory& matched, const CompareOptions& options) {
  const auto& [articles, story, matches] = matched;
  const LinkOptions link_options{options.least_link_permille};
  if (!options.disagreements) return {LinkStory(story, matches, link_options), {}};
  const TermEvidence evidence(story, matches);
  const std::vector<SentencePair> candidates = CandidatePairs(evidence, matches);
  const std::vector<Quantity> quantities = ReadQuantities(articles, story);
  const CountedThings things(story, matches, quantities, candidates);
  StoryLinks links =
      LinkStory(story, matches, evidence, candidates, link_options, IfCountsWereEqual(things, quantities));
  std::vector<Disagreement> disagreements = FindDisagreements(
      articles, story, quantities, things, SureLinks(links, options.least_sure_link_permille));
  return {std::move(links.links), std::move(disagreements)};
}

ArticleComparison CompareArticles(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                                  const CompareOptions& options) {
  const MatchedStory story = MatchStory(articles, lexicon);
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
