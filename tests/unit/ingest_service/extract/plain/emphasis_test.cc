#include "ingest_service/extract/plain/emphasis.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

std::string Without(const std::string& line) {
  std::string rest;
  size_t kept_from = 0;
  for (const ByteSpan sign : FindEmphasis(line)) {
    rest += line.substr(kept_from, static_cast<size_t>(sign.begin) - kept_from);
    kept_from = static_cast<size_t>(sign.end);
  }
  return rest + line.substr(kept_from);
}

TEST(FindEmphasisTest, TakesSignsAroundText) {
  EXPECT_EQ(Without("The **port** is *closed* until ***Sunday***."), "The port is closed until Sunday.");
  EXPECT_EQ(Without("_Der Hafen_ bleibt (__vorerst__) zu"), "Der Hafen bleibt (vorerst) zu");
  EXPECT_EQ(Without("**The port is _closed_.**"), "The port is closed.");
  EXPECT_EQ(Without("港は**日曜日まで**閉鎖"), "港は日曜日まで閉鎖");
}

TEST(FindEmphasisTest, LeavesOtherUsesAlone) {
  for (const char* line :
       {"* * *", "***", "5 * 3 * 2", "Prices from 9 euros*, *without breakfast", "f*** this, he said ***",
        "harbour_board_2 and file_name", "**", "*", "a ****b**** c", "It is **open"}) {
    EXPECT_EQ(Without(line), line);
  }
}

TEST(FindEmphasisTest, WhatOpensInsideAndEndsOutsideStays) {
  EXPECT_EQ(Without("**the *port** is* closed"), "the *port is* closed");
}

TEST(FindHeadingMarkTest, TellsTheLevel) {
  EXPECT_EQ(FindHeadingMark("## What happens next").level, 2);
  EXPECT_EQ(FindHeadingMark("## What happens next").length, 3u);
  for (const char* line : {"#harbour", "####### too deep", "#", "# ", "5 # 3", ""}) {
    EXPECT_EQ(FindHeadingMark(line).length, 0u) << line;
  }
}

}  // namespace
}  // namespace polygist::ingest
