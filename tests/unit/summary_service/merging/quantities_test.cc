#include "summary_service/merging/quantities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::vector<Quantity> Read(const std::string& language, const std::string& sentence) {
  const std::vector<SourceArticle> articles = {ArticleOf("a", language, {sentence})};
  return ReadQuantities(articles, ReadStory(articles, nullptr));
}

TEST(ReadQuantitiesTest, TheNounBehindTheNumberIsItsAnchor) {
  const std::vector<Quantity> quantities = Read("en", "They saw 16 angry artists, and left.");
  ASSERT_THAT(quantities, SizeIs(1));
  EXPECT_THAT(quantities[0].anchors, SizeIs(2));
  EXPECT_EQ(quantities[0].exactness, Exactness::kExact);
}

TEST(ReadQuantitiesTest, WhatIsCountedMayStandBeforeTheNumber) {
  for (const auto& [language, sentence] :
       {std::pair("ko", "승객 241명이 대피했다."), std::pair("ja", "乗客241人が避難した。"),
        std::pair("th", "ผู้โดยสาร 241 คนอพยพแล้ว")}) {
    const std::vector<SourceArticle> articles = {ArticleOf("a", language, {sentence})};
    const Story story = ReadStory(articles, nullptr);
    const std::vector<Quantity> quantities = ReadQuantities(articles, story);
    ASSERT_THAT(quantities, SizeIs(1)) << language;
    ASSERT_FALSE(quantities[0].anchors.empty()) << language;
    const auto& uses = story.sentences[0].uses;
    const auto number = std::find_if(uses.begin(), uses.end(), [&](const TermUse& use) {
      return story.terms[static_cast<size_t>(use.term)].key >= 0;
    });
    ASSERT_NE(number, uses.begin()) << language;
    EXPECT_EQ(quantities[0].anchors[0], std::prev(number)->term) << language;
  }
}

TEST(ReadQuantitiesTest, HedgesAreRead) {
  EXPECT_EQ(Read("en", "About 16 boats")[0].exactness, Exactness::kAbout);
  EXPECT_EQ(Read("fr", "Plus de 16 bateaux")[0].exactness, Exactness::kAtLeast);
  EXPECT_EQ(Read("id", "Sekitar 16 kapal")[0].exactness, Exactness::kAbout);
  EXPECT_EQ(Read("zh", "约16艘船")[0].exactness, Exactness::kAbout);
}

TEST(ReadQuantitiesTest, AHedgeSaysNothingOfWhatIsCounted) {
  EXPECT_EQ(Read("id", "Sekitar 16 kapal tenggelam")[0].context.size(),
            Read("id", "16 kapal tenggelam")[0].context.size());
  EXPECT_EQ(Read("en", "There sank more than 16 boats")[0].context.size(),
            Read("en", "There sank 16 boats")[0].context.size());
}

TEST(ReadQuantitiesTest, VagueAmountsSpanTheirPowerOfTen) {
  const std::vector<Quantity> quantities = Read("nl", "Honderden kunstenaars schreven.");
  ASSERT_THAT(quantities, SizeIs(1));
  EXPECT_EQ(quantities[0].exactness, Exactness::kVague);
  EXPECT_EQ(quantities[0].value, 100);
}

TEST(ReadQuantitiesTest, RangesAreOneQuantity) {
  for (const char* text : {"There were 10-15 boats", "There were 10 to 15 boats"}) {
    const std::vector<Quantity> quantities = Read("en", text);
    ASSERT_THAT(quantities, SizeIs(1)) << text;
    EXPECT_EQ(quantities[0].value, 10);
    EXPECT_EQ(quantities[0].high, 15);
  }
}

TEST(ReadQuantitiesTest, APartNamesItsWhole) {
  const std::vector<Quantity> quantities = Read("en", "They chose 16 of the 300 artists");
  ASSERT_THAT(quantities, SizeIs(2));
  EXPECT_EQ(quantities[0].whole, 300);
}

TEST(ReadQuantitiesTest, NamesAndYearsAreNoQuantities) {
  EXPECT_THAT(Read("en", "In 2024 the model GPT-4 made 1080p clips"), IsEmpty());
}

TEST(ReadQuantitiesTest, AMeasureInTwoUnitsIsNotItsFirstPart) {
  for (const Quantity& quantity : Read("en", "The 6-foot-6 forward grew up here"))
    EXPECT_EQ(quantity.kind, KeyKind::kNumber);
  EXPECT_THAT(Read("en", "The 6-foot wall fell"), SizeIs(1));
}

}  // namespace
}  // namespace polygist::summary
