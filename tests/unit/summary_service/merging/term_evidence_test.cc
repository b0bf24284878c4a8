#include "summary_service/merging/term_evidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

Story Ferries() {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "en", {"ferry ferry sank", "ferry returned", "ferry carried 340 passengers"}),
      ArticleOf("b", "en", {"ferry sank", "ferry stopped"})};
  return ReadStory(articles, nullptr);
}

TEST(TermEvidenceTest, TermsAreDistinctAndKnowTheirSentences) {
  const Story story = Ferries();
  const TermEvidence evidence(story, MatchTerms(story));
  EXPECT_EQ(evidence.SentenceCount(), 5u);
  ASSERT_THAT(evidence.TermsOf(0), SizeIs(2));
  EXPECT_THAT(evidence.SentencesOf(evidence.TermsOf(0)[0]), ElementsAre(0, 1, 2, 3, 4));
  EXPECT_THAT(evidence.SentencesOf(evidence.TermsOf(0)[1]), ElementsAre(0, 3));
  EXPECT_EQ(evidence.ArticleOf(2), 0);
  EXPECT_EQ(evidence.ArticleOf(3), 1);
}

TEST(TermEvidenceTest, WhatFewSentencesHaveSaysMore) {
  const Story story = Ferries();
  const TermEvidence evidence(story, MatchTerms(story));
  const TermWeight& ferry = evidence.Of(evidence.TermsOf(0)[0], 0);
  const TermWeight& sank = evidence.Of(evidence.TermsOf(0)[1], 0);
  EXPECT_LT(ferry.up, sank.up);
}

TEST(TermEvidenceTest, WeightsAreWithinTheirRanges) {
  const Story story = Ferries();
  const TermEvidence evidence(story, MatchTerms(story));
  for (size_t term = 0; term < story.terms.size(); ++term) {
    const TermWeight& weight = evidence.Of(static_cast<int>(term), 0);
    EXPECT_GE(weight.up, 0);
    EXPECT_LE(weight.up, 6.5);
    EXPECT_LT(weight.dn, 0);
  }
}

TEST(TermEvidenceTest, AMissingNumberSpeaksLouderThanAMissingWord) {
  const Story story = Ferries();
  const TermEvidence evidence(story, MatchTerms(story));
  double number = 0, word = 0;
  for (const int term : evidence.TermsOf(2)) {
    double& least = story.terms[static_cast<size_t>(term)].term_class == TermClass::kNumber ? number : word;
    least = std::min(least, evidence.Of(term, 0).dn);
  }
  EXPECT_LT(number, word);
}

TEST(EvidenceSumsTest, AddUpTheFirstTerms) {
  const Story story = Ferries();
  const TermEvidence evidence(story, MatchTerms(story));
  const TermWeight& ferry = evidence.Of(evidence.TermsOf(0)[0], 0);
  const TermWeight& sank = evidence.Of(evidence.TermsOf(0)[1], 0);
  const double share = evidence.SharesOf(0)[1];
  const EvidenceSums all(evidence);
  const std::vector<TermWeight> sums = all.OfFirst(0, 0);
  ASSERT_THAT(sums, SizeIs(3));
  EXPECT_EQ(sums[0].up, 0);
  EXPECT_EQ(sums[1].dn, ferry.dn);
  EXPECT_EQ(sums[2].up, ferry.up + share * sank.up);
  EXPECT_EQ(sums[2].dn, ferry.dn + share * sank.dn);
  EXPECT_EQ(all.Total(0, 0).up, sums[2].up);
  EXPECT_EQ(all.Total(0, 0).dn, sums[2].dn);
}

TEST(TermEvidenceTest, AWordIsKnownInItsOwnLanguageAndWhereTheLexiconHasIt) {
  StoryTerm term;
  term.language = 40;
  term.known_in = 0b100;
  EXPECT_TRUE(IsKnown(term, 40));
  EXPECT_TRUE(IsKnown(term, 2));
  EXPECT_FALSE(IsKnown(term, 1));
  EXPECT_FALSE(IsKnown(term, 34));  // Beyond the bits.
}

}  // namespace
}  // namespace polygist::summary
