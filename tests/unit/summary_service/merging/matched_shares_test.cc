#include "summary_service/merging/matched_shares.h"

#include <gtest/gtest.h>

#include <vector>

#include "summary_service/merging/term_matches.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

class MatchedSharesTest : public testing::Test {
 protected:
  std::vector<float> Best(int sentence, float strength) const {
    return std::vector<float>(evidence_.TermsOf(sentence).size(), strength);
  }

  const std::vector<SourceArticle> articles_ = {
      ArticleOf("a", "en", {"The minister Petra Lindqvist opened a tunnel under the harbour yesterday"}),
      ArticleOf("b", "en", {"Critics accuse Petra Lindqvist of wasting public money on roads"})};
  const Story story_ = ReadStory(articles_, nullptr);
  const TermMatches matches_ = MatchTerms(story_);
  const TermEvidence evidence_{story_, matches_};
  const MatchedShares shares_{story_, evidence_};
};

TEST_F(MatchedSharesTest, WhatIsMatchedIsHeld) {
  EXPECT_EQ(shares_.HeldPermille(0, 0, Best(0, 1)), 1000u);
  EXPECT_EQ(shares_.HeldPermille(0, 0, Best(0, 0)), 0u);
  EXPECT_NEAR(shares_.HeldPermille(0, 0, Best(0, 0.5f)), 500, 1);
}

TEST_F(MatchedSharesTest, NamesAloneAreAllThatTwoSentencesShareOfOnePerson) {
  std::vector<float> best[2] = {Best(0, 0), Best(1, 0)};
  for (const int sentence : {0, 1}) {
    const auto terms = evidence_.TermsOf(sentence);
    for (size_t i = 0; i < terms.size(); ++i) {
      best[sentence][i] = story_.terms[static_cast<size_t>(terms[i])].term_class == TermClass::kName;
    }
  }
  EXPECT_TRUE(shares_.NamesAlone(0, best[0], 1, best[1]));
  EXPECT_FALSE(shares_.NamesAlone(0, Best(0, 1), 1, Best(1, 1)));
}

}  // namespace
}  // namespace polygist::summary
