#include "ingest_service/normalize/whitespace.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(FoldWhiteSpaceTest, MapsAFoldedGapToTheWholeGap) {
  const text::MappedText folded = FoldWhiteSpace("a \u00A0 b", LineBreaks::kToSpaces);
  EXPECT_EQ(folded.text(), "a b");
  EXPECT_EQ(folded.ToSource({1, 2}), (ByteSpan{1, 5}));
  EXPECT_EQ(folded.ToSource({2, 3}), (ByteSpan{5, 6}));
}

TEST(FoldWhiteSpaceTest, LeavesSingleSpacesExact) {
  const text::MappedText folded = FoldWhiteSpace("a b c", LineBreaks::kToSpaces);
  ASSERT_EQ(folded.runs().size(), 1u);
  EXPECT_TRUE(folded.runs()[0].exact);
}

TEST(FoldWhiteSpaceTest, ReturnsNothingForWhiteSpaceOnly) {
  EXPECT_TRUE(FoldWhiteSpace(" \n\u2003", LineBreaks::kKept).empty());
}

TEST(FoldWhiteSpaceTest, KeepsOneLineBreakPerGapWhereLinesAreKept) {
  EXPECT_EQ(FoldWhiteSpace("a \n\n b\tc", LineBreaks::kKept).text(), "a\nb c");
}

TEST(HasOnlySingleSpacesTest, SeesEveryOddSpace) {
  EXPECT_TRUE(HasOnlySingleSpaces("a b é"));
  EXPECT_TRUE(HasOnlySingleSpaces(""));
  EXPECT_FALSE(HasOnlySingleSpaces(" a"));
  EXPECT_FALSE(HasOnlySingleSpaces("a "));
  EXPECT_FALSE(HasOnlySingleSpaces("a  b"));
  EXPECT_FALSE(HasOnlySingleSpaces("a\tb"));
  EXPECT_FALSE(HasOnlySingleSpaces("a\u00A0b"));
}

}  // namespace
}  // namespace polygist::ingest
