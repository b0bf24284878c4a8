#include "summary_service/merging/matched_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

auto HitIs(int at, int other) {
  return AllOf(Field(&TermHit::at, at), Field(&TermHit::other, other), Field(&TermHit::strength, 1));
}

std::vector<TermHit> HitsOf(MatchedTerms& matched, int a, int b) {
  std::vector<TermHit> hits;
  matched.ForEach(a, b, [&](const TermHit& hit) { hits.push_back(hit); });
  return hits;
}

TEST(MatchedTermsTest, HitsAreFoundByPositionForOnePartnerAfterTheOther) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "en", {"harbour closed overnight", "mayor resigned"}),
      ArticleOf("b", "en", {"overnight storm wrecked harbour", "mayor resigned"})};
  const Story story = ReadStory(articles, nullptr);
  const TermMatches matches = MatchTerms(story);
  const TermEvidence evidence(story, matches);
  MatchedTerms matched(evidence, matches);
  EXPECT_THAT(HitsOf(matched, 0, 2), ElementsAre(HitIs(2, 0), HitIs(0, 3)));
  EXPECT_THAT(HitsOf(matched, 0, 3), IsEmpty());
  // Nothing of sentence 0 is left when another one is asked for.
  EXPECT_THAT(HitsOf(matched, 1, 2), IsEmpty());
  EXPECT_THAT(HitsOf(matched, 1, 3), ElementsAre(HitIs(0, 0), HitIs(1, 1)));
}

}  // namespace
}  // namespace polygist::summary
