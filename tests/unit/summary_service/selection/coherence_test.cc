#include "summary_service/selection/coherence.h"

#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

AnalyzedSentence Of(int article, Opener opener, OpenQuote quote = OpenQuote::kNone) {
  AnalyzedSentence sentence;
  sentence.ref = {article, 0};
  sentence.opener = opener;
  sentence.open_quote = quote;
  return sentence;
}

TEST(CoherenceTest, WhatRefersBackNeedsTheSentenceBefore) {
  const std::vector<AnalyzedSentence> sentences = {Of(0, Opener::kNone), Of(0, Opener::kPronoun)};
  EXPECT_EQ(CompanionOf(sentences, 1), 0);
  EXPECT_TRUE(Dangles(sentences, 1, {false, true}));
  EXPECT_FALSE(Dangles(sentences, 1, {true, true}));
  EXPECT_FALSE(Dangles(sentences, 0, {true, false}));
}

TEST(CoherenceTest, ASpeakerWhoIsAPronounNeedsTheSentenceBefore) {
  std::vector<AnalyzedSentence> sentences = {Of(0, Opener::kNone), Of(0, Opener::kNone)};
  sentences[1].attribution = true;
  EXPECT_EQ(CompanionOf(sentences, 1), 0);
  EXPECT_EQ(FlagOf(sentences[1]), SentenceFlag::kDanglingAttribution);
}

TEST(CoherenceTest, AnOpenQuotationNeedsItsEnd) {
  const std::vector<AnalyzedSentence> sentences = {Of(0, Opener::kNone, OpenQuote::kOpens),
                                                   Of(0, Opener::kNone, OpenQuote::kCloses)};
  EXPECT_EQ(CompanionOf(sentences, 0), 1);
  EXPECT_EQ(CompanionOf(sentences, 1), 0);
}

TEST(CoherenceTest, ThereIsNoCompanionInAnotherArticle) {
  const std::vector<AnalyzedSentence> sentences = {Of(0, Opener::kNone), Of(1, Opener::kPronoun)};
  EXPECT_FALSE(CompanionOf(sentences, 1).has_value());
}

TEST(FlagOfTest, NamesWhatIsMissing) {
  EXPECT_EQ(FlagOf(Of(0, Opener::kPronoun)), SentenceFlag::kDanglingPronoun);
  EXPECT_EQ(FlagOf(Of(0, Opener::kConnective)), SentenceFlag::kDanglingConnective);
  EXPECT_EQ(FlagOf(Of(0, Opener::kNone, OpenQuote::kOpens)), SentenceFlag::kOpenQuote);
}

}  // namespace
}  // namespace polygist::summary
