#include "ingest_service/extract/plain/pieces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest_service/extract/plain/lines.h"

namespace polygist::ingest {
namespace {

using ::testing::SizeIs;

TEST(CutIntoPiecesTest, TakesListMarkersOff) {
  const std::vector<Piece> pieces = CutIntoPieces("- first point\n\u2022 second point\nno point");
  ASSERT_THAT(pieces, SizeIs(3));
  EXPECT_EQ(pieces[0].kind, BlockKind::kListItem);
  EXPECT_EQ(pieces[0].text.text(), "first point");
  EXPECT_EQ(pieces[0].text.ToSource({0, 5}), (ByteSpan{2, 7}));
  EXPECT_EQ(pieces[1].text.text(), "second point");
  EXPECT_EQ(pieces[2].kind, BlockKind::kParagraph);
}

TEST(CutIntoPiecesTest, ALoneDashIsNoListItem) {
  EXPECT_EQ(CutIntoPieces("-").at(0).kind, BlockKind::kParagraph);
  EXPECT_EQ(CutIntoPieces("-5 degrees").at(0).kind, BlockKind::kParagraph);
}

TEST(CutIntoPiecesTest, AFloodOfSentencesOnOneLineMakesBoundedPieces) {
  std::string text;
  for (size_t i = 0; i < 3 * kMaxLines; ++i) text += "He ran away. ";
  const std::vector<Piece> pieces = CutIntoPieces(text);
  EXPECT_LE(pieces.size(), kMaxLines + 1);
  EXPECT_EQ(pieces.back().span.end, static_cast<int64_t>(text.size()) - 1);
}

TEST(FoldLineTest, IgnoresCasePunctuationAndKindOfApostrophe) {
  EXPECT_EQ(FoldLine("OpenAI\u2019s \u201CSora\u201D \u2013 leak!"), FoldLine("openai's Sora leak"));
}

TEST(SayTheSameTest, AllowsASiteNameAtEitherEnd) {
  EXPECT_TRUE(SayTheSame("storm floods the old harbour", "storm floods the old harbour daily herald"));
  EXPECT_TRUE(SayTheSame("daily herald storm floods the old harbour", "storm floods the old harbour"));
  EXPECT_FALSE(SayTheSame("storm", "storm floods the old harbour"));
  EXPECT_FALSE(SayTheSame("", ""));
}

TEST(IsParagraphTest, NeedsWordsAndASentence) {
  EXPECT_TRUE(IsParagraph(LineShapeOf("The storm flooded the old harbour late on Monday.")));
  EXPECT_FALSE(IsParagraph(LineShapeOf("Storm Floods Old Harbour Late on Monday Night Again")));
  EXPECT_FALSE(IsParagraph(LineShapeOf("It rained.")));
}

}  // namespace
}  // namespace polygist::ingest
