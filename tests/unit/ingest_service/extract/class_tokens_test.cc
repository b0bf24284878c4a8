#include "ingest_service/extract/class_tokens.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

bool Has(std::string_view value, ClassCategory category) { return (ClassifyNames(value) & MaskOf(category)) != 0; }

TEST(ClassTokensTest, WordsAreSplitAtMarksAndCamelCase) {
  EXPECT_TRUE(Has("post-comments", ClassCategory::kComment));
  EXPECT_TRUE(Has("postComments2", ClassCategory::kComment));
  EXPECT_TRUE(Has("js-Post__comments--open", ClassCategory::kComment));
}

TEST(ClassTokensTest, PartsOfWordsNeverMatch) {
  EXPECT_FALSE(Has("shadow", ClassCategory::kAd));
  EXPECT_FALSE(Has("header-loading", ClassCategory::kAd));
  EXPECT_FALSE(Has("navy", ClassCategory::kNav));
}

TEST(ClassTokensTest, OneNameWithBothWordsIsAnArticleBody) {
  EXPECT_TRUE(Has("entry-content", ClassCategory::kArticleBody));
  EXPECT_TRUE(Has("articleBody", ClassCategory::kArticleBody));
  EXPECT_FALSE(Has("article content", ClassCategory::kArticleBody));
}

TEST(ClassTokensTest, WordsOfOtherLanguagesCount) {
  EXPECT_TRUE(Has("kommentare", ClassCategory::kComment));
  EXPECT_TRUE(Has("baca-juga bacajuga", ClassCategory::kRelated));
  EXPECT_TRUE(Has("publicite", ClassCategory::kAd));
}

TEST(ClassTokensTest, LongAndEmptyValuesAreHarmless) {
  EXPECT_EQ(ClassifyNames(""), 0u);
  EXPECT_EQ(ClassifyNames(std::string(100000, 'x')), 0u);
}

}  // namespace
}  // namespace polygist::ingest
