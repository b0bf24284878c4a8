#include "common/text/mapped_text.h"

#include <gtest/gtest.h>

namespace polygist::text {
namespace {

TEST(MappedTextTest, ExactRunsMapByteForByte) {
  const MappedText mapped = MappedText::Exact("hello", 10);
  EXPECT_EQ(mapped.ToSource({1, 3}), (ByteSpan{11, 13}));
}

TEST(MappedTextTest, DerivedRunsMapToAllOfTheirSource) {
  const MappedText mapped = MappedText::Derived("é", {4, 7});
  EXPECT_EQ(mapped.ToSource({0, 1}), (ByteSpan{4, 7}));
}

TEST(MappedTextTest, JoinsExactRunsThatFollowEachOther) {
  MappedText mapped;
  mapped.AppendExact("ab", 0);
  mapped.AppendExact("cd", 2);
  EXPECT_EQ(mapped.runs().size(), 1u);
  mapped.AppendExact("ef", 9);
  EXPECT_EQ(mapped.runs().size(), 2u);
}

TEST(MappedTextTest, InsertedBytesAddNothingToTheSourceRange) {
  MappedText mapped;
  mapped.AppendExact("ab", 0);
  mapped.AppendDerived("\n\n", {2, 2});
  mapped.AppendExact("cd", 5);
  EXPECT_EQ(mapped.ToSource({0, 6}), (ByteSpan{0, 7}));
  EXPECT_EQ(mapped.ToSource({2, 6}), (ByteSpan{5, 7}));
}

TEST(MappedTextTest, AnEmptySpanMapsToAnEmptyRange) {
  const MappedText mapped = MappedText::Exact("abc", 3);
  EXPECT_EQ(mapped.ToSource({1, 1}), (ByteSpan{4, 4}));
  EXPECT_EQ(mapped.ToSource({3, 3}), (ByteSpan{6, 6}));
  EXPECT_EQ(MappedText().ToSource({0, 0}), (ByteSpan{0, 0}));
}

TEST(MappedTextTest, AppendsAPartOfAnotherText) {
  MappedText other;
  other.AppendExact("abc", 0);
  other.AppendDerived("XY", {3, 9});
  MappedText mapped;
  mapped.Append(other, {1, 4});
  EXPECT_EQ(mapped.text(), "bcX");
  EXPECT_EQ(mapped.ToSource({2, 3}), (ByteSpan{3, 9}));
}

TEST(MappedTextTest, KeepsAFloodOfRunsBoundedAndLongRunsExact) {
  MappedText mapped;
  const std::string plain(1000, 'x');
  mapped.AppendExact(plain, 0);
  int64_t source = 1000;
  for (size_t i = 0; i < 3 * kMaxMapRuns; ++i, source += 2) mapped.AppendExact("a", source);
  EXPECT_LE(mapped.runs().size(), kMaxMapRuns);
  EXPECT_EQ(mapped.ToSource({500, 501}), (ByteSpan{500, 501}));
  const ByteSpan last =
      mapped.ToSource({static_cast<int64_t>(mapped.text().size()) - 1, static_cast<int64_t>(mapped.text().size())});
  EXPECT_TRUE(last.Contains({source - 2, source - 1}));
  EXPECT_LE(last.size(), 64);
}

TEST(ComposeTest, MapsThroughBothStages) {
  MappedText earlier;  // "a&amp;b" -> "a&b"
  earlier.AppendExact("a", 0);
  earlier.AppendDerived("&", {1, 6});
  earlier.AppendExact("b", 6);
  MappedText later;  // "a&b" -> "b a&"
  later.AppendExact("b", 2);
  later.AppendDerived(" ", {2, 2});
  later.AppendExact("a&", 0);
  const MappedText composed = Compose(later, earlier);
  EXPECT_EQ(composed.text(), "b a&");
  EXPECT_EQ(composed.ToSource({0, 1}), (ByteSpan{6, 7}));
  EXPECT_EQ(composed.ToSource({2, 4}), (ByteSpan{0, 6}));
}

}  // namespace
}  // namespace polygist::text
