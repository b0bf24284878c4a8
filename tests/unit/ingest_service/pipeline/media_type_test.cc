#include "ingest_service/pipeline/media_type.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(MediaTypeTest, WhatTheCallerSaysHolds) {
  EXPECT_TRUE(IsHtml("text/html", "no tag at all"));
  EXPECT_FALSE(IsHtml("text/plain", "<!DOCTYPE html><p>about</p>"));
}

TEST(MediaTypeTest, PagesAndFragmentsAreToldFromTheirTags) {
  EXPECT_TRUE(IsHtml("", "  <!DOCTYPE html>\n<html>"));
  EXPECT_TRUE(IsHtml("", "<div><p>One.</p></div>"));
  EXPECT_TRUE(IsHtml("", "Intro <p>One.</p><ul><li>Two</li></ul>"));
}

TEST(MediaTypeTest, ATextThatMentionsATagIsNotAPage) {
  EXPECT_FALSE(IsHtml("", "Close every paragraph with </p>, said the teacher. 3 < 4."));
  EXPECT_FALSE(IsHtml("", "<3 is a heart."));
  EXPECT_FALSE(IsHtml("", ""));
}

}  // namespace
}  // namespace polygist::ingest
