#include "ingest_service/extract/plain/verdicts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

using ::testing::ElementsAre;

const std::string kParagraph =
    "The ferry ran aground on Monday, the coast guard said, and the ferry is still there, with forty people on "
    "board.\n";
const std::string kLine = "Ferries and other boats\n";

std::vector<bool> Goes(const std::string& text, const std::vector<double>& log_odds) {
  return FindFurniture(CutIntoPieces(text), log_odds);
}

TEST(FindFurnitureTest, AParagraphGoesLater) {
  EXPECT_THAT(Goes(kParagraph + kParagraph + kLine + kParagraph, {3, 3, -2.7, 3}), ElementsAre(0, 0, 1, 0));
  const std::string seven = kParagraph + kParagraph + kParagraph + kParagraph + kParagraph + kParagraph + kParagraph;
  EXPECT_THAT(Goes(seven, {3, 3, 3, -2.7, 3, 3, 3}), ElementsAre(0, 0, 0, 0, 0, 0, 0));
}

TEST(FindFurnitureTest, DoubtsAreEnoughInWholePages) {
  EXPECT_THAT(Goes(kParagraph + kLine + kParagraph, {3, -1, 3}), ElementsAre(0, 0, 0));
  EXPECT_THAT(Goes(kParagraph + kLine + kParagraph + kParagraph, {3, -1, 3, -4}), ElementsAre(0, 1, 0, 1));
}

TEST(FindFurnitureTest, OutsideOfTheArticleLessIsBody) {
  // The second article is the longer one: of the first a line that is rather body goes too, of the second it stays.
  const std::string text = kLine + kParagraph + kParagraph + kParagraph + kLine + kParagraph;
  EXPECT_THAT(Goes(text, {0.2, -4, -4, 3, 0.2, 3}), ElementsAre(1, 1, 1, 0, 0, 0));
}

TEST(FindFurnitureTest, DoubtsSayNothingWhereNearlyAllIsDoubtful) {
  const std::string text = kLine + kLine + kLine + kLine + kLine + kLine + kLine + kLine + "Ferries\nBoats\nNets\n";
  std::vector<double> log_odds(11, -1);
  log_odds[8] = log_odds[9] = log_odds[10] = -4;
  log_odds[0] = 3;
  EXPECT_FALSE(Goes(text, log_odds)[4]);
}

TEST(FindFurnitureTest, ASignatureFollowsWhatItSigns) {
  const std::string text = kParagraph + "\u2014 Ann Lee (@annlee), 5 May\n" + kParagraph;
  EXPECT_THAT(Goes(text, {3, -4, 3}), ElementsAre(0, 0, 0));
  EXPECT_THAT(Goes(text, {-4, 3, 3}), ElementsAre(1, 1, 0));
  EXPECT_THAT(Goes(kParagraph + "\u2014 No, he said.\n" + kParagraph, {3, -4, 3}), ElementsAre(0, 1, 0)) << "a speech";
}

TEST(FindFurnitureTest, TheFrameOfThePageGoes) {
  const std::string text = "Ferries, tugs and other boats on sale\n" + kParagraph + kParagraph + kParagraph + kLine;
  EXPECT_THAT(Goes(text, {-0.6, 3, 3, 3, -0.4}), ElementsAre(1, 0, 0, 0, 1));
  EXPECT_THAT(Goes(text, {0.3, 3, 3, 3, -0.2}), ElementsAre(0, 0, 0, 0, 0));
  EXPECT_THAT(Goes(kLine + kParagraph, {0.3, 3}), ElementsAre(1, 0)) << "a label";
}

TEST(FindFurnitureTest, WhatIsLeftOfTheEndOfAPageGoesTogether) {
  const std::string text = kParagraph + kParagraph + kLine + kLine;
  EXPECT_THAT(Goes(text, {3, 3, 0.3, -1}), ElementsAre(0, 0, 1, 1));
  EXPECT_THAT(Goes(text, {3, 3, 0.3, -0.8}), ElementsAre(0, 0, 0, 0)) << "the mean counts";
  EXPECT_THAT(Goes(text, {3, 3, 0.5, -1}), ElementsAre(0, 0, 0, 1)) << "behind the last that rather is body";
  EXPECT_THAT(Goes(kParagraph + kLine + kLine, {3, 0.3, -1}), ElementsAre(0, 0, 0)) << "too much to be an end";
}

TEST(FindFurnitureTest, RunningTextInTheEndOfAPageGoesWhereItIsLikelyFurniture) {
  const std::string text = kParagraph + kParagraph + kParagraph + kParagraph + kLine +
                           "Get the news of the sea by mail every day.\n" + kLine;
  EXPECT_THAT(Goes(text, {3, 3, 3, 3, -1, -1, -1}), ElementsAre(0, 0, 0, 0, 1, 0, 1));
  EXPECT_THAT(Goes(text, {3, 3, 3, 3, -1, -1.4, -1}), ElementsAre(0, 0, 0, 0, 1, 1, 1));
}

TEST(FindFurnitureTest, ANoticeAtTheVeryEndGoesWhateverTheModelsSay) {
  EXPECT_THAT(Goes(kParagraph + "\"We will sail again.\" (Editing by Anna Berg)\u00A9 Ferry Post\n", {3, 2}),
              ElementsAre(0, 0));
  EXPECT_THAT(Goes(kParagraph + "\u00A9 2031 The Ferry Post. All rights are reserved.\n", {3, 2}), ElementsAre(0, 1));
}

TEST(FindFurnitureTest, ANoticeInsideGoesToo) {
  const std::string notice = "\u00A9 Anna Berg The ferry and a tug on the reef north of the port on Monday\n";
  EXPECT_THAT(Goes(kParagraph + notice + kParagraph, {3, 2, 3}), ElementsAre(0, 1, 0));
  EXPECT_THAT(Goes(kParagraph + "The sign \u00A9 is older than the ferry, " + kParagraph + kParagraph, {3, 2, 3}),
              ElementsAre(0, 0, 0));
}

TEST(FindFurnitureTest, AShortSentenceAtTheEndNeedsMoreThanALine) {
  const std::string text = kParagraph + kParagraph + kParagraph + "Nobody on board was hurt.\n";
  EXPECT_THAT(Goes(text, {3, 3, 3, -1.7}), ElementsAre(0, 0, 0, 0));
  EXPECT_THAT(Goes(text, {3, 3, 3, -1.9}), ElementsAre(0, 0, 0, 1));
  EXPECT_THAT(Goes("The latest on the ferry that ran aground on Monday:\n" + text, {-1.7, 3, 3, 3, 3}),
              ElementsAre(0, 0, 0, 0, 0))
      << "nor what leads to the article";
}

TEST(FindFurnitureTest, CreditsOfPicturesGo) {
  const std::string text = kParagraph + "\u00A9 Coast guard\n" + kParagraph;
  EXPECT_THAT(Goes(text, {3, 2, 3}), ElementsAre(0, 1, 0));
}

}  // namespace
}  // namespace polygist::ingest
