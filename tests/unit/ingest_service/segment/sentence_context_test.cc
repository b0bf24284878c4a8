#include "ingest_service/segment/sentence_context.h"

#include <gtest/gtest.h>

namespace polygist::ingest::segment {
namespace {

// The context of the last full stop of a text that is one sentence.
class SentenceContextTest : public ::testing::Test {
 protected:
  SentenceContext ContextOf(std::string_view text) {
    QuoteCounter quotes(text);
    candidate_ = *ReadCandidate(text, text.rfind('.'), RulesFor("en"), &quotes);
    return SentenceContext(text, 0, candidate_);
  }

  Candidate candidate_;
};

TEST_F(SentenceContextTest, WordsBeforeTheMark) {
  EXPECT_FALSE(ContextOf("* * .").HasWords());
  EXPECT_TRUE(ContextOf("* 7.").HasWords());
  EXPECT_FALSE(ContextOf("• 7.").HasEarlierWords());
  EXPECT_TRUE(ContextOf("see 7.").HasEarlierWords());
}

TEST_F(SentenceContextTest, ShortIsAtMostThreeWords) {
  EXPECT_TRUE(ContextOf("At 5 p.m.").IsShort());
  EXPECT_FALSE(ContextOf("He left at 5 p.m.").IsShort());
}

TEST_F(SentenceContextTest, WithoutCapitals) {
  EXPECT_TRUE(ContextOf("we left town.").IsWithoutCapitals());
  EXPECT_FALSE(ContextOf("we left Rome.").IsWithoutCapitals());
  EXPECT_FALSE(ContextOf("We left town.").IsWithoutCapitals());
  EXPECT_FALSE(ContextOf("town.").IsWithoutCapitals());
  EXPECT_FALSE(ContextOf("今日は 雨.").IsWithoutCapitals());
}

TEST_F(SentenceContextTest, BracketsWithinTheSentence) {
  EXPECT_TRUE(ContextOf("The lake (It froze.)").OpensBracketWithin());
  EXPECT_FALSE(ContextOf("(It froze.)").OpensBracketWithin());
}

TEST_F(SentenceContextTest, OpenTitles) {
  EXPECT_TRUE(ContextOf("看《走吧.").IsInsideTitle());
  EXPECT_FALSE(ContextOf("看《走吧》.").IsInsideTitle());
}

TEST_F(SentenceContextTest, NumbersBeforeUnits) {
  const LanguageRules& polish = RulesFor("pl");
  EXPECT_TRUE(ContextOf("za 5 zł.").FollowsNumber(polish));
  EXPECT_TRUE(ContextOf("za 5 tys. zł.").FollowsNumber(polish));
  EXPECT_FALSE(ContextOf("w tym r.").FollowsNumber(polish));
  EXPECT_FALSE(ContextOf("В 2023 г. в г.").FollowsNumber(RulesFor("ru")));
}

TEST_F(SentenceContextTest, LettersAreJoined) {
  EXPECT_EQ(ContextOf("Obst, z. B.").JoinedWord(), "z.B");
  EXPECT_EQ(ContextOf("firma s. r. o.").JoinedWord(), "s.r.o");
  EXPECT_EQ(ContextOf("by J.").JoinedWord(), "J");
}

}  // namespace
}  // namespace polygist::ingest::segment
