#include "ingest_service/extract/plain/furniture.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

const std::string kFirst = "Die Sturmflut hat am Montag den alten Hafen überschwemmt, wie die Stadt mitteilte.\n";
const std::string kSecond = "Der Markt bleibt bis zum Ende der Woche geschlossen, sagte eine Sprecherin am Abend.\n";

std::vector<Piece> Judge(const std::string& text) {
  std::vector<Piece> pieces = CutIntoPieces(text);
  DismissFurniture(pieces);
  return pieces;
}

TEST(DismissFurnitureTest, DropsLabelsBeforeAndAfter) {
  const std::vector<Piece> pieces = Judge("Wetter\n" + kFirst + kSecond + "Mehr dazu\n");
  EXPECT_FALSE(pieces.front().IsBody());
  EXPECT_FALSE(pieces.back().IsBody());
  EXPECT_TRUE(pieces[1].IsBody() && pieces[2].IsBody());
}

TEST(DismissFurnitureTest, KeepsHeadingsBetweenParagraphs) {
  const std::vector<Piece> pieces = Judge(kFirst + "Markt bleibt zu\n" + kSecond);
  EXPECT_TRUE(pieces[1].IsBody());
}

TEST(DismissFurnitureTest, KeepsAPoemWhole) {
  for (const Piece& piece : Judge("Der Nebel kam\nganz ohne Laut\nund ließ die Stadt\nwie sie gebaut")) {
    EXPECT_TRUE(piece.IsBody());
  }
}

TEST(DismissFurnitureTest, KeepsALongLineAtTheEndThatMayBeAHeadline) {
  const std::vector<Piece> pieces =
      Judge(kFirst + kSecond + "Das Wasser stand am Montagabend bis an die Türen der Häuser\n");
  EXPECT_TRUE(pieces.back().IsBody());
}

TEST(DismissFurnitureTest, OneDoubtfulLineOfAnElseCleanTextStays) {
  const std::string headline = "Peru landslide: girl found alive as toll passes 40\n";
  const std::string article =
      "The harbour of Kalindra stays closed to fishing boats until Sunday, the mayor said on Monday evening.\n"
      "Containers lost in the storm still drift near the quay, and the channel has not been searched to its end.\n"
      "\"We would rather lose a few days than a crew,\" said the captain, who spent the night in the town hall.\n"
      "The storm took the roofs of twelve houses and swept the fish market into the basin, where divers now look.\n";
  EXPECT_TRUE(Judge(headline + article).front().IsBody());
}

TEST(DismissFurnitureTest, OneOfTwoEqualLinesGoes) {
  const std::vector<Piece> pieces = Judge(kFirst + "Markt bleibt zu\nMarkt bleibt zu\n" + kSecond);
  EXPECT_TRUE(pieces[1].IsBody());
  EXPECT_EQ(pieces[2].rule, "plain.repeat");
}

TEST(DismissFurnitureTest, OfAParagraphAndItsBeginningTheWholeStays) {
  const std::string cut = "Die Sturmflut hat am Montag den alten Hafen überschwemmt, wie die Stadt …\n";
  const std::vector<Piece> before = Judge(cut + kSecond + kFirst);
  EXPECT_EQ(before[0].rule, "plain.repeat");
  EXPECT_TRUE(before[2].IsBody());
  const std::vector<Piece> after = Judge(kFirst + kSecond + cut);
  EXPECT_TRUE(after[0].IsBody());
  EXPECT_EQ(after[2].rule, "plain.repeat");
}

TEST(DismissFurnitureTest, WhatAnotherParagraphOpensWithGoesWhenItIsAWholeSentenceThere) {
  const std::string first = kFirst.substr(0, kFirst.size() - 1);
  EXPECT_EQ(Judge(kFirst + kSecond + first + " Der Markt steht unter Wasser.\n")[0].rule, "plain.repeat");
  const std::string further = first.substr(0, first.size() - 1) + ", und den neuen dazu.\n";
  const std::vector<Piece> pieces = Judge(kFirst + kSecond + further);
  EXPECT_TRUE(pieces[0].IsBody() && pieces[2].IsBody());
}

TEST(DismissFurnitureTest, DataMayBeTheSameOfTwo) {
  const std::string data = "Zutaten: 2 Eier, 1 Zwiebel, 3 Tomaten, 1 Prise Salz, 2 EL Öl.\n";
  const std::vector<Piece> pieces = Judge(kFirst + data + kSecond + data);
  EXPECT_TRUE(pieces[1].IsBody() && pieces[3].IsBody());
}

TEST(DismissFurnitureTest, WhatClosesBracketsOnlyIsNoCredit) {
  const std::vector<Piece> pieces =
      Judge(kFirst + "Das Buch erschien zuerst im Hafenverlag. Seite 12]\n" + kSecond + kFirst);
  EXPECT_TRUE(pieces[1].IsBody());
}

TEST(DismissFurnitureTest, ASentenceWithItsCreditIsACaption) {
  const std::vector<Piece> pieces =
      Judge(kFirst + "Das Wasser stand bis an die Türen. Foto: Jens Petersen\n" + kSecond + kFirst);
  EXPECT_EQ(pieces[1].role, Role::kCaption);
}

TEST(DismissFurnitureTest, APostKeepsItsSignatureAtTheEnd) {
  const std::vector<Piece> pieces = Judge(
      kFirst + kSecond + "Der Hafen bleibt heute für alle gesperrt.\n\u2014 Hafenamt (@hafenamt) 12. März 2031\n");
  EXPECT_TRUE(pieces.back().IsBody());
}

TEST(DismissFurnitureTest, FieldsOfFormsGo) {
  const std::vector<Piece> pieces = Judge(kFirst + "Name *\nHafenamt\nZwei Pegel*\nHaf***\n" + kSecond + kFirst);
  EXPECT_EQ(pieces[1].reason, "a field of a form");
  EXPECT_TRUE(pieces[3].IsBody() && pieces[4].IsBody());
}

TEST(DismissFurnitureTest, LinesThatPointElsewhereGo) {
  const std::vector<Piece> pieces =
      Judge(kFirst + "Die Antwort: ‹Nein›\n" + kSecond + "Weiter: der Hafen im Winter →\n" +
            "Wann die Brücke wieder geöffnet wird, steht nach den Worten der Sprecherin noch nicht fest.\n");
  EXPECT_TRUE(pieces[1].IsBody());
  EXPECT_EQ(pieces[3].reason, "leads to another page");
}

TEST(DismissFurnitureTest, SeparatorsGo) {
  const std::vector<Piece> pieces = Judge(kFirst + "* * *\n" + kSecond + "\u00BB\n" + kFirst);
  EXPECT_EQ(pieces[1].rule, "plain.separator");
  EXPECT_EQ(pieces[3].rule, "plain.separator");
}

}  // namespace
}  // namespace polygist::ingest
