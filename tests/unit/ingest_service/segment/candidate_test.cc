#include "ingest_service/segment/candidate.h"

#include <gtest/gtest.h>

namespace polygist::ingest::segment {
namespace {

std::optional<Candidate> Read(std::string_view text, std::string_view mark) {
  return ReadCandidate(text, 0, text.find(mark), RulesFor("en"));
}

TEST(ReadCandidateTest, TheWordsOnBothSides) {
  const auto candidate = Read("the (old town. Then", ".");
  ASSERT_TRUE(candidate.has_value());
  EXPECT_EQ(candidate->word, "town");
  EXPECT_EQ(candidate->next_word, "Then");
  EXPECT_EQ(candidate->follow, Follow::kUpper);
  EXPECT_EQ(candidate->mark, Mark::kPeriod);
}

TEST(ReadCandidateTest, ClosingSignsBelongToTheMark) {
  const auto candidate = Read("“Yes!”) Then", "!");
  ASSERT_TRUE(candidate.has_value());
  EXPECT_EQ(candidate->end, std::string_view("“Yes!”)").size());
  EXPECT_TRUE(candidate->closes_quote);
  EXPECT_TRUE(candidate->closes_bracket);
}

TEST(ReadCandidateTest, AMarkAfterAQuotationDecides) {
  const auto candidate = Read("“Yes!”. Then", "!");
  ASSERT_TRUE(candidate.has_value());
  EXPECT_FALSE(candidate->closes_quote);
  EXPECT_EQ(candidate->next_word, "Then");
}

TEST(ReadCandidateTest, RunsOfMarksHaveOneKind) {
  EXPECT_EQ(Read("What?!.. So", "?")->mark, Mark::kExclaim);
  EXPECT_EQ(Read("Well... So", ".")->mark, Mark::kEllipsis);
  EXPECT_EQ(Read("Well . . . So", ".")->mark, Mark::kEllipsis);
  EXPECT_EQ(Read("はい。そう", "。")->mark, Mark::kFull);
}

TEST(ReadCandidateTest, ADetachedTypewriterQuoteClosesOnlyWhatIsOpen) {
  constexpr std::string_view kClosing = "He said \" Yes. \" Then";
  EXPECT_EQ(Read(kClosing, ".")->end, kClosing.rfind('"') + 1);
  constexpr std::string_view kOpening = "He left. \" Then";
  EXPECT_EQ(Read(kOpening, ".")->end, kOpening.find('.') + 1);
  EXPECT_TRUE(Read(kOpening, ".")->opens_quote);
}

TEST(ReadCandidateTest, WhatFollows) {
  EXPECT_EQ(Read("a word.", ".")->follow, Follow::kEnd);
  EXPECT_EQ(Read("a word. and", ".")->follow, Follow::kLower);
  EXPECT_EQ(Read("a word. iPhone", ".")->follow, Follow::kUpper);
  EXPECT_EQ(Read("a word. 12", ".")->follow, Follow::kDigit);
  EXPECT_EQ(Read("a word., and", ".")->follow, Follow::kContinuation);
  EXPECT_EQ(Read("a word. http://a", ".")->follow, Follow::kOther);
  EXPECT_EQ(Read("a word. =====", ".")->follow, Follow::kOther);
  EXPECT_EQ(Read("a word. \u0301", ".")->follow, Follow::kContinuation);
}

TEST(ReadCandidateTest, NothingDecidesAnOpeningMarkAtTheEnd) {
  EXPECT_EQ(Read("a word. (", ".")->follow, Follow::kContinuation);
}

TEST(ReadCandidateTest, ABracketIsNoMark) { EXPECT_FALSE(Read("a (word) b", ")")); }

}  // namespace
}  // namespace polygist::ingest::segment
