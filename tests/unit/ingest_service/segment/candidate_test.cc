#include "ingest_service/segment/candidate.h"

#include <gtest/gtest.h>

namespace polygist::ingest::segment {
namespace {

std::optional<Candidate> Read(std::string_view text, std::string_view mark) {
  QuoteCounter quotes(text);
  return ReadCandidate(text, text.find(mark), RulesFor("en"), &quotes);
}

TEST(ReadCandidateTest, TheWordsOnBothSides) {
  const auto candidate = Read("the (old town. Then", ".");
  ASSERT_TRUE(candidate.has_value());
  EXPECT_EQ(candidate->word, "town");
  EXPECT_EQ(candidate->next_word, "Then");
  EXPECT_EQ(candidate->follow, Follow::kUpper);
  EXPECT_EQ(candidate->run.kind, Mark::kPeriod);
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

TEST(ReadCandidateTest, AMarkAfterAQuotationIsFollowedByWhatComesAfterIt) {
  const auto candidate = Read("“Yes!”. Then", "!");
  ASSERT_TRUE(candidate.has_value());
  EXPECT_EQ(candidate->next_word, "Then");
  EXPECT_TRUE(candidate->blank_after);
}

TEST(ReadCandidateTest, OpeningSignsAreSkippedAndNoted) {
  EXPECT_TRUE(Read("Yes. „Then", ".")->opens_quote);
  EXPECT_TRUE(Read("Yes. – Then", ".")->opens_dash);
  EXPECT_TRUE(Read("Yes. (Then", ".")->opens_other);
  EXPECT_EQ(Read("Yes. – „Then", ".")->next_word, "Then");
}

TEST(ReadCandidateTest, NothingDecidesAnOpeningMarkAtTheEnd) {
  EXPECT_EQ(Read("a word. (", ".")->follow, Follow::kContinuation);
}

TEST(ReadCandidateTest, ABracketIsNoMark) { EXPECT_FALSE(Read("a (word) b", ")")); }

}  // namespace
}  // namespace polygist::ingest::segment
