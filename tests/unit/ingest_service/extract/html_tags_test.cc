#include "ingest_service/extract/html_tags.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(HtmlTagsTest, EveryNameFindsItsTag) {
  for (int i = 2; i < static_cast<int>(Tag::kCount); ++i) {
    const Tag tag = static_cast<Tag>(i);
    EXPECT_EQ(TagOf(NameOf(tag)), tag) << NameOf(tag);
  }
}

TEST(HtmlTagsTest, NamesHaveNoCase) { EXPECT_EQ(TagOf("BlockQuote"), Tag::kBlockquote); }

TEST(HtmlTagsTest, UnknownNamesAreOther) {
  EXPECT_EQ(TagOf("my-element"), Tag::kOther);
  EXPECT_EQ(TagOf(""), Tag::kOther);
  EXPECT_EQ(TagOf("h7"), Tag::kOther);
}

TEST(HtmlTagsTest, HeadingsHaveLevels) {
  EXPECT_EQ(HeadingLevel(Tag::kH1), 1);
  EXPECT_EQ(HeadingLevel(Tag::kH6), 6);
  EXPECT_EQ(HeadingLevel(Tag::kHead), 0);
}

}  // namespace
}  // namespace polygist::ingest
