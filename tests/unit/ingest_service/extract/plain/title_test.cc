#include "ingest_service/extract/plain/title.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

constexpr char kParagraph[] =
    "\n\nThe storm flooded the old harbour late on Monday, and the market stayed shut.\n";

TEST(TakeKnownTitleTest, TakesTheGivenTitleAndItsRepeats) {
  std::vector<Piece> pieces = CutIntoPieces(
      std::string(
          "Storm floods harbour of Brenmouth | The Herald\n\nStorm Floods Harbour of Brenmouth") +
      kParagraph);
  EXPECT_EQ(TakeKnownTitle("Storm floods harbour of Brenmouth", pieces),
            "Storm floods harbour of Brenmouth");
  EXPECT_EQ(pieces[0].rule, "plain.title");
  EXPECT_EQ(pieces[1].rule, "plain.repeated-title");
  EXPECT_TRUE(pieces[2].IsBody());
}

TEST(TakeKnownTitleTest, FindsTheLineThatComesAgain) {
  std::vector<Piece> pieces = CutIntoPieces(
      std::string("Weather\nBadai melanda pelabuhan tua\nBadai Melanda Pelabuhan Tua") +
      kParagraph);
  EXPECT_EQ(TakeKnownTitle("", pieces), "Badai melanda pelabuhan tua");
  EXPECT_TRUE(pieces[0].IsBody());
}

TEST(TakeLoneTitleTest, TakesTheOnlyHeadingBeforeTheFirstParagraph) {
  std::vector<Piece> pieces =
      CutIntoPieces(std::string("La tempête noie le vieux port") + kParagraph);
  EXPECT_EQ(TakeLoneTitle(pieces), "La tempête noie le vieux port");
  EXPECT_EQ(pieces[0].role, Role::kTitle);
}

TEST(TakeLoneTitleTest, DoesNotChooseAmongSeveralHeadings) {
  std::vector<Piece> pieces = CutIntoPieces(
      std::string("La tempête noie le vieux port\nLe marché reste fermé") + kParagraph);
  EXPECT_EQ(TakeLoneTitle(pieces), "");
  EXPECT_TRUE(pieces[0].IsBody());
}

TEST(TakeLoneTitleTest, ATextWithoutParagraphsHasNone) {
  std::vector<Piece> pieces = CutIntoPieces("One line of words only");
  EXPECT_EQ(TakeLoneTitle(pieces), "");
}

}  // namespace
}  // namespace polygist::ingest
