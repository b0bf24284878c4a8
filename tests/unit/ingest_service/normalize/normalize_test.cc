#include "ingest_service/normalize/normalize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

ExtractedBlock Paragraph(std::string text, int64_t source_begin = 0) {
  return {BlockKind::kParagraph, 0, text::MappedText::Exact(std::move(text), source_begin)};
}

CleanedText CleanOne(std::string text) { return CleanBlocks({Paragraph(std::move(text))}); }

TEST(CleanBlocksTest, JoinsBlocksByAnEmptyLineAndSetsSpans) {
  const CleanedText cleaned = CleanBlocks({Paragraph("One."), Paragraph("Two.", 10)});
  EXPECT_EQ(cleaned.text.text(), "One.\n\nTwo.");
  ASSERT_THAT(cleaned.blocks, SizeIs(2));
  EXPECT_EQ(cleaned.blocks[1].span, (ByteSpan{6, 10}));
  EXPECT_EQ(cleaned.text.ToSource({6, 10}), (ByteSpan{10, 14}));
  EXPECT_EQ(cleaned.text.ToSource({0, 10}), (ByteSpan{0, 14}));
}

TEST(CleanBlocksTest, DropsBlocksOfWhiteSpace) {
  EXPECT_THAT(CleanBlocks({Paragraph(" \t\u00A0\n"), Paragraph("\u200B")}).blocks, IsEmpty());
}

TEST(CleanBlocksTest, FoldsWhiteSpaceOfEveryKind) {
  EXPECT_EQ(CleanOne("  a\u00A0b \t c\r\nd\u3000e\u2028f ").text.text(), "a b c d e f");
}

TEST(CleanBlocksTest, KeepsTheLinesOfPreformattedText) {
  const CleanedText cleaned =
      CleanBlocks({{BlockKind::kPreformatted, 0, text::MappedText::Exact("if x:\n\n   y = 1\r\n")}});
  EXPECT_EQ(cleaned.text.text(), "if x:\ny = 1");
}

TEST(CleanBlocksTest, ComposesAndMapsBackToTheDecomposedLetters) {
  const CleanedText cleaned = CleanOne("caf\u0065\u0301 noir");
  EXPECT_EQ(cleaned.text.text(), "café noir");
  EXPECT_EQ(cleaned.text.ToSource({3, 5}), (ByteSpan{3, 6}));
  EXPECT_EQ(cleaned.text.ToSource({6, 10}), (ByteSpan{7, 11}));
}

TEST(CleanBlocksTest, TakesOutControlCharactersWithAWarning) {
  const CleanedText cleaned = CleanOne(std::string("a\0b\x07 c", 6));
  EXPECT_EQ(cleaned.text.text(), "ab c");
  ASSERT_THAT(cleaned.removals, SizeIs(2));
  EXPECT_EQ(cleaned.removals[0].rule, "unicode.control");
  EXPECT_EQ(cleaned.removals[0].raw, (ByteSpan{1, 2}));
  ASSERT_THAT(cleaned.warnings, SizeIs(1));
  EXPECT_EQ(cleaned.warnings[0].code, "CONTROL_CHARACTERS");
}

TEST(CleanBlocksTest, RemovalSpansCountBytesOfTheSource) {
  const CleanedText cleaned = CleanBlocks({Paragraph("Zei\u00ADtung", 100)});
  EXPECT_EQ(cleaned.text.text(), "Zeitung");
  ASSERT_THAT(cleaned.removals, SizeIs(1));
  EXPECT_EQ(cleaned.removals[0].raw, (ByteSpan{103, 105}));
  EXPECT_EQ(cleaned.removals[0].rule, "unicode.soft-hyphen");
}

TEST(CleanBlocksTest, KeepsTypographicVariants) {
  const std::string text = "\uFF21\uFF22\uFF23 of\uFB01ce \u201Cq\u201D \uFEFB \u00BD";
  EXPECT_EQ(CleanOne(text).text.text(), text);
}

TEST(CleanBlocksTest, ListsAFloodOfInvisibleCharactersInBoundedSpace) {
  std::string flood;
  for (int i = 0; i < 5000; ++i) flood += "a\u200B";
  const CleanedText cleaned = CleanOne(flood);
  EXPECT_EQ(cleaned.text.text(), std::string(5000, 'a'));
  EXPECT_THAT(cleaned.removals, SizeIs(1001));
  EXPECT_EQ(cleaned.removals.back().raw.end, static_cast<int64_t>(flood.size()));
}

TEST(CleanBlocksTest, ListsEachKindOfAFlood) {
  std::string flood;
  for (int i = 0; i < 5000; ++i) flood += "a\u200B";
  const CleanedText cleaned = CleanBlocks({Paragraph(flood + "\x01"), Paragraph(flood + "\x01")});
  ASSERT_THAT(cleaned.removals, SizeIs(1002));
  EXPECT_EQ(cleaned.removals[1001].rule, "unicode.control");
  EXPECT_THAT(cleaned.warnings, SizeIs(1));
}

TEST(CleanLineTest, MakesOneCleanLine) {
  EXPECT_EQ(CleanLine(" A\u00A0title\n in two\u200B lines "), "A title in two lines");
}

TEST(CleanBlockTest, KeepsKindAndLevel) {
  const ExtractedBlock block = CleanBlock({BlockKind::kCaption, 3, text::MappedText::Exact(" x ")});
  EXPECT_EQ(block.kind, BlockKind::kCaption);
  EXPECT_EQ(block.level, 3);
  EXPECT_EQ(block.text.text(), "x");
}

}  // namespace
}  // namespace polygist::ingest
