#include "summary_service/selection/coherence.h"

#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

AnalyzedSentence Of(Opener opener, OpenQuote quote = OpenQuote::kNone, int article = 0) {
  AnalyzedSentence sentence;
  sentence.ref = {article, 0};
  sentence.opener = opener;
  sentence.open_quote = quote;
  return sentence;
}

const AnalyzedSentence kPlain = Of(Opener::kNone);

TEST(LackOfTest, APronounNeedsASentenceBeforeIt) {
  const std::vector<AnalyzedSentence> sentences = {kPlain, kPlain, Of(Opener::kPronoun), kPlain};
  const std::optional<Lack> lack = LackOf(sentences, 2, {false, false, true, true});
  ASSERT_TRUE(lack.has_value());
  EXPECT_EQ(lack->flag, SentenceFlag::kDanglingPronoun);
  EXPECT_EQ(lack->companion, 1);
  EXPECT_FALSE(LackOf(sentences, 2, {true, false, true, false}).has_value());
}

TEST(LackOfTest, ADemonstrativeNeedsTheSentenceBefore) {
  const std::vector<AnalyzedSentence> sentences = {kPlain, kPlain, Of(Opener::kDemonstrative)};
  EXPECT_TRUE(LackOf(sentences, 2, {true, false, true}).has_value());
  EXPECT_FALSE(LackOf(sentences, 2, {false, true, true}).has_value());
}

TEST(LackOfTest, SaysWhatIsWrong) {
  std::vector<AnalyzedSentence> sentences = {kPlain, Of(Opener::kConnective)};
  EXPECT_EQ(LackOf(sentences, 1, {false, true})->flag, SentenceFlag::kDanglingConnective);
  sentences[1] = kPlain;
  sentences[1].attribution = true;
  EXPECT_EQ(LackOf(sentences, 1, {false, true})->flag, SentenceFlag::kDanglingAttribution);
}

TEST(LackOfTest, APartOfAQuotationNeedsTheOthers) {
  const std::vector<AnalyzedSentence> sentences = {Of(Opener::kNone, OpenQuote::kOpens),
                                                   Of(Opener::kNone, OpenQuote::kInside),
                                                   Of(Opener::kNone, OpenQuote::kCloses)};
  EXPECT_EQ(LackOf(sentences, 0, {true, false, false})->companion, 1);
  EXPECT_EQ(LackOf(sentences, 1, {false, true, false})->companion, 0);
  EXPECT_EQ(LackOf(sentences, 1, {true, true, false})->companion, 2);
  EXPECT_EQ(LackOf(sentences, 2, {true, false, true})->companion, 1);
  EXPECT_EQ(LackOf(sentences, 2, {true, false, true})->flag, SentenceFlag::kOpenQuote);
}

TEST(LackOfTest, APronounThatOpensAQuotationNeedsBothSides) {
  const std::vector<AnalyzedSentence> sentences = {kPlain, Of(Opener::kPronoun, OpenQuote::kOpens), kPlain};
  EXPECT_EQ(LackOf(sentences, 1, {false, true, false})->companion, 0);
  EXPECT_EQ(LackOf(sentences, 1, {true, true, false})->companion, 2);
}

TEST(LackOfTest, NoSentenceOfAnotherArticleHelps) {
  const std::vector<AnalyzedSentence> sentences = {kPlain, Of(Opener::kPronoun, OpenQuote::kNone, 1)};
  EXPECT_FALSE(LackOf(sentences, 1, {false, true}).has_value());
}

TEST(PossibleLackOfTest, AReferenceIsSureOnlyAfterTheSentenceBefore) {
  const std::vector<AnalyzedSentence> sentences = {kPlain, kPlain, Of(Opener::kPronoun)};
  EXPECT_EQ(PossibleLackOf(sentences, 2, {true, false, false})->companion, 1);
  EXPECT_FALSE(PossibleLackOf(sentences, 2, {false, true, false}).has_value());
  EXPECT_FALSE(PossibleLackOf(sentences, 1, {false, false, false}).has_value());
}

}  // namespace
}  // namespace polygist::summary
