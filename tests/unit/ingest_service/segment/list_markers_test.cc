#include "ingest_service/segment/list_markers.h"

#include <gtest/gtest.h>

namespace polygist::ingest::segment {
namespace {

TEST(ListMarkersTest, NumbersAndLettersWithTheirTails) {
  const auto number = ReadListMarker("12.) Salt", 0);
  ASSERT_TRUE(number.has_value());
  EXPECT_EQ(number->value, 12);
  EXPECT_EQ(number->tail, ".)");
  const auto letter = ReadListMarker("b) salt", 0);
  ASSERT_TRUE(letter.has_value());
  EXPECT_TRUE(letter->letter);
  EXPECT_EQ(letter->value, 2);
}

TEST(ListMarkersTest, WhatIsNoMarker) {
  EXPECT_FALSE(ReadListMarker("2.rice", 0));
  EXPECT_FALSE(ReadListMarker("2. mai", 0));
  EXPECT_FALSE(ReadListMarker("1996. The", 0));
  EXPECT_FALSE(ReadListMarker("2 rice", 0));
  EXPECT_FALSE(ReadListMarker("2.", 0));
}

TEST(ListTrackerTest, OnlyTheNextMarkerOfTheSameKindIsAnItem) {
  constexpr std::string_view kBlock = "1) salt 2) rice 4) oil 3. Tea";
  ListTracker list;
  list.BeginSentence(kBlock, 0);
  EXPECT_EQ(list.NextItem(kBlock, 9), 8U);
  EXPECT_FALSE(list.NextItem(kBlock, 17));
  list.BeginSentence(kBlock, 8);
  EXPECT_FALSE(list.NextItem(kBlock, 17));
  EXPECT_FALSE(list.NextItem(kBlock, 24));
}

TEST(ListTrackerTest, NothingIsAnItemBeforeAListBegins) {
  ListTracker list;
  list.BeginSentence("Buy 2) rice", 0);
  EXPECT_FALSE(list.NextItem("Buy 2) rice", 5));
}

}  // namespace
}  // namespace polygist::ingest::segment
