#include "summary_service/merging/matched_story.h"

namespace polygist::summary {

MatchedStory MatchStory(std::span<const SourceArticle> articles, const Lexicon* lexicon, bool with_headings) {
  MatchedStory matched{articles, ReadStory(articles, lexicon, with_headings), {}};
  matched.matches = MatchAndDropConcepts(&matched.story);
  return matched;
}

}  // namespace polygist::summary
