#include "summary_service/merging/compare_articles.h"

#include <algorithm>

#include "summary_service/merging/counted_things.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/story_names.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {

ArticleComparison CompareArticles(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                                  const CompareOptions& options) {
  const Story story = ReadStory(articles, lexicon);
  const std::vector<std::vector<TermMatch>> matches = MatchTerms(story);
  const std::vector<Quantity> quantities = ReadQuantities(articles, story);
  const CountedThings things(story, matches, quantities);
  StoryLinks links =
      LinkStory(story, matches, {options.least_link_permille}, IfCountsWereEqual(things, quantities));
  ArticleComparison comparison;
  comparison.used_lexicon = lexicon != nullptr;
  comparison.links = links.links;
  comparison.groups = ClusterSentences(articles, comparison.links, options.cluster);
  for (auto* tied : {&links.links, &links.assumed}) {
    std::erase_if(*tied, [&](const SentenceLink& link) {
      return link.strength_permille < options.least_sure_link_permille;
    });
  }
  comparison.disagreements = FindDisagreements(articles, story, quantities, things, links);
  comparison.origins = OriginsOf(articles, comparison.links);
  if (options.quotes) {
    const StoryNames names(articles, story, matches);
    comparison.quotes =
        MatchQuotes(articles, FindQuotes(articles, story, names), comparison.links, comparison.origins);
  }
  return comparison;
}

}  // namespace polygist::summary
