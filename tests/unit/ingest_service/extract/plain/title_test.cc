#include "ingest_service/extract/plain/title.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

constexpr char kParagraph[] = "\n\nThe storm flooded the old harbour late on Monday, and the market stayed shut.\n";

TEST(DismissTitleTest, TakesTheGivenTitleAndItsRepeats) {
  std::vector<Piece> pieces = CutIntoPieces(
      std::string("Storm floods harbour of Brenmouth | The Herald\n\nStorm Floods Harbour of Brenmouth") + kParagraph);
  DismissTitle("Storm floods harbour of Brenmouth", pieces);
  EXPECT_EQ(pieces[0].rule, "plain.title");
  EXPECT_EQ(pieces[1].rule, "plain.repeated-title");
  EXPECT_TRUE(pieces[2].IsBody());
}

TEST(TakeRepeatedTitleTest, FindsTheLineThatComesAgain) {
  std::vector<Piece> pieces =
      CutIntoPieces(std::string("Weather\nBadai melanda pelabuhan tua\nBadai Melanda Pelabuhan Tua") + kParagraph);
  std::string title;
  TakeRepeatedTitle(&title, pieces);
  EXPECT_EQ(title, "Badai melanda pelabuhan tua");
  EXPECT_TRUE(pieces[0].IsBody());
}

TEST(TakeLoneTitleTest, TakesTheOnlyHeadingBeforeTheFirstParagraph) {
  std::vector<Piece> pieces = CutIntoPieces(std::string("La tempête noie le vieux port") + kParagraph);
  std::string title;
  TakeLoneTitle(&title, pieces);
  EXPECT_EQ(title, "La tempête noie le vieux port");
  EXPECT_EQ(pieces[0].role, Role::kTitle);
}

TEST(TakeLoneTitleTest, WithATitleKnownItIsASubtitle) {
  std::vector<Piece> pieces = CutIntoPieces(std::string("De markt blijft dicht tot zaterdag") + kParagraph);
  std::string title = "Storm zet oude haven onder water";
  TakeLoneTitle(&title, pieces);
  EXPECT_EQ(title, "Storm zet oude haven onder water");
  EXPECT_EQ(pieces[0].rule, "plain.subtitle");
}

TEST(TakeLoneTitleTest, DoesNotChooseAmongSeveralHeadings) {
  std::vector<Piece> pieces =
      CutIntoPieces(std::string("La tempête noie le vieux port\nLe marché reste fermé") + kParagraph);
  std::string title;
  TakeLoneTitle(&title, pieces);
  EXPECT_EQ(title, "");
  EXPECT_TRUE(pieces[0].IsBody());
}

TEST(TakeLoneTitleTest, ATextWithoutParagraphsHasNone) {
  std::vector<Piece> pieces = CutIntoPieces("One line of words only");
  std::string title;
  TakeLoneTitle(&title, pieces);
  EXPECT_EQ(title, "");
}

}  // namespace
}  // namespace polygist::ingest
