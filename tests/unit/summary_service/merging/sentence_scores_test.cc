#include "summary_service/merging/sentence_scores.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "summary_service/merging/candidate_pairs.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

PairScores ScoresOf(const Story& story, std::span<const AssumedMatch> assumed = {}) {
  const TermMatches matches = MatchTerms(story);
  const TermEvidence evidence(story, matches);
  return ScorePairs(story, matches, evidence, CandidatePairs(evidence, matches), assumed);
}

PairScores ScoresOf(const std::vector<SourceArticle>& articles) { return ScoresOf(ReadStory(articles, nullptr)); }

PairScore ScoreOf(const PairScores& scores, int a, int b) {
  const auto found = std::find_if(scores.pairs.begin(), scores.pairs.end(),
                                  [&](const PairScore& pair) { return pair.a == a && pair.b == b; });
  return found == scores.pairs.end() ? PairScore{.a = a, .b = b, .score = -1} : *found;
}

TEST(ScorePairsTest, ACopyScoresAboveWhatSharesAFewWords) {
  const PairScores scores = ScoresOf(
      {ArticleOf("a", "en", {"storm wrecked fishing boats near Velmora"}),
       ArticleOf("b", "en", {"storm wrecked fishing boats near Velmora", "fishing boats returned after dawn"})});
  const PairScore copy = ScoreOf(scores, 0, 1), other = ScoreOf(scores, 0, 2);
  EXPECT_GT(copy.score, 0.3);
  EXPECT_LT(other.score, copy.score - 0.2);
  EXPECT_EQ(copy.held_a_permille, 1000u);
  EXPECT_EQ(copy.held_b_permille, 1000u);
  EXPECT_LT(other.held_a_permille, 1000u);
}

TEST(ScorePairsTest, ASentenceIsFoundWithinALongerOne) {
  const std::string told = "storm wrecked fishing boats near Velmora";
  const std::string more =
      " council approved budget increase schools teachers hospitals nurses roads bridges libraries parks";
  const std::string scattered =
      "storm council approved wrecked budget increase fishing schools teachers boats hospitals nurses near roads "
      "bridges "
      "Velmora libraries parks";
  const PairScores scores = ScoresOf({ArticleOf("a", "en", {told}), ArticleOf("b", "en", {told + more, scattered})});
  EXPECT_GT(ScoreOf(scores, 0, 1).score, ScoreOf(scores, 0, 2).score);
  // The shorter one is held in full by both.
  EXPECT_EQ(ScoreOf(scores, 0, 1).held_a_permille, 1000u);
  EXPECT_EQ(ScoreOf(scores, 0, 2).held_a_permille, 1000u);
  EXPECT_LT(ScoreOf(scores, 0, 1).held_b_permille, 600u);
}

TEST(ScorePairsTest, TwoThingsToldOfOneCompanyShareNamesAlone) {
  const PairScores scores = ScoresOf({ArticleOf("a", "en", {"Velmora Ocean Line denied any delay during rescue"}),
                                      ArticleOf("b", "en",
                                                {"Velmora Ocean Line pays for cleaning up beaches",
                                                 "Velmora Ocean Line denied delay when rescue began"})});
  EXPECT_TRUE(ScoreOf(scores, 0, 1).names_alone);
  EXPECT_FALSE(ScoreOf(scores, 0, 2).names_alone);
}

TEST(ScorePairsTest, AnAssumedMatchMakesAPairBetter) {
  const std::vector<SourceArticle> articles = {ArticleOf("a", "en", {"Velmora harbour closed"}),
                                               ArticleOf("b", "en", {"Velmora harbour reopened"})};
  const Story story = ReadStory(articles, nullptr);
  const AssumedMatch closed_reopened = {0, 1, story.sentences[0].uses.back().term, story.sentences[1].uses.back().term};
  const PairScores scores = ScoresOf(story, {&closed_reopened, 1});
  ASSERT_THAT(scores.pairs, SizeIs(1));
  ASSERT_THAT(scores.assumed, SizeIs(1));
  EXPECT_GT(scores.assumed[0].score, scores.pairs[0].score);
}

TEST(ScorePairsTest, NoSentencesNoPairs) { EXPECT_THAT(ScoresOf(std::vector<SourceArticle>{}).pairs, IsEmpty()); }

}  // namespace
}  // namespace polygist::summary
