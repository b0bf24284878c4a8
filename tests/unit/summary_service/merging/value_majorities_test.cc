#include "summary_service/merging/value_majorities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "summary_service/merging/candidate_pairs.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Articles that give a count each, the last one another than the rest.
class MajorityTest : public testing::Test {
 protected:
  MajorityTest(const std::vector<SourceArticle>& articles)
      : story_(ReadStory(articles, nullptr)),
        matches_(MatchTerms(story_)),
        quantities_(ReadQuantities(articles, story_)),
        things_(story_, matches_, quantities_, {}) {}

  // When each of `rivals` reaches this strength, and sentences of all articles but the last are linked.
  std::vector<std::pair<int, int>> Against(const std::vector<RivalValues>& rivals, int strength_permille) const {
    std::vector<SentenceLink> links;
    for (int s = 0; s + 2 < static_cast<int>(story_.sentences.size()); ++s) links.push_back({s, s + 1, 600});
    return AgainstMajorities(story_, things_, quantities_, rivals, std::vector<int>(rivals.size(), strength_permille),
                             links);
  }

  const Story story_;
  const TermMatches matches_;
  const std::vector<Quantity> quantities_;
  const CountedThings things_;
};

class OneAgainstThreeTest : public MajorityTest {
 protected:
  OneAgainstThreeTest()
      : MajorityTest({ArticleOf("a", "en", {"In all 84 nations agreed."}),
                      ArticleOf("b", "nl", {"84 landen tekenden."}), ArticleOf("c", "de", {"84 Staaten stimmten zu."}),
                      ArticleOf("d", "sv", {"79 l\u00e4nder skrev under."})}) {}
};

TEST_F(OneAgainstThreeTest, AValueThatFitsAllOfThemIsOfTheirThing) {
  EXPECT_THAT(Against({{0, 3}, {1, 3}, {2, 3}}, 530), ElementsAre(std::pair(0, 3), std::pair(1, 3), std::pair(2, 3)));
}

TEST_F(OneAgainstThreeTest, TheMeanOverAllOfThemCounts) {
  EXPECT_THAT(Against({{0, 3}, {1, 3}, {2, 3}}, 500), IsEmpty());
  EXPECT_THAT(Against({{0, 3}}, 530), IsEmpty());
}

TEST_F(OneAgainstThreeTest, ACommonNounAsksForLess) {
  EXPECT_THAT(Against({{0, 3, true}, {1, 3, true}, {2, 3}}, 500), testing::SizeIs(3));
}

class OneAgainstOneTest : public MajorityTest {
 protected:
  OneAgainstOneTest()
      : MajorityTest({ArticleOf("a", "en", {"In all 84 nations agreed."}),
                      ArticleOf("d", "sv", {"79 l\u00e4nder skrev under."})}) {}
};

TEST_F(OneAgainstOneTest, OneArticleIsNoMajority) { EXPECT_THAT(Against({{0, 1, true}}, 900), IsEmpty()); }

}  // namespace
}  // namespace polygist::summary
