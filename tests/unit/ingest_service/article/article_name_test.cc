#include "ingest_service/article/article_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/status_matchers.h"

namespace polygist::ingest {
namespace {

using polygist::testing::FieldOf;
using polygist::testing::IsOk;
using polygist::testing::StatusIs;

constexpr char kRevision[] = "0123456789abcdef0123456789abcdef";

TEST(ArticleNameTest, ParsesAndFormats) {
  const auto reference = ParseArticleName("collections/news-1/articles/A.b_c-9", "name");
  ASSERT_THAT(reference, IsOk());
  EXPECT_EQ(reference->name, (ArticleName{"news-1", "A.b_c-9"}));
  EXPECT_EQ(reference->revision, "");
  EXPECT_EQ(FormatArticleName(reference->name), "collections/news-1/articles/A.b_c-9");
}

TEST(ArticleNameTest, ParsesARevision) {
  const auto reference = ParseArticleName(std::string("collections/default/articles/a@") + kRevision, "name");
  ASSERT_THAT(reference, IsOk());
  EXPECT_EQ(reference->revision, kRevision);
}

TEST(ArticleNameTest, RefusesWhatIsNotAName) {
  for (const char* name :
       {"", "a", "collections/default", "collections/default/articles/", "collections//articles/a",
        "collections/default/articles/a/b", "collections/Default/articles/a", "collections/default/articles/.a",
        "collections/default/articles/a@", "collections/default/articles/a@12", "collections/default/articles/ä",
        "Collections/default/articles/a", "collections/-a/articles/a"}) {
    const auto reference = ParseArticleName(name, "names[3]");
    EXPECT_THAT(reference, StatusIs(absl::StatusCode::kInvalidArgument, "RESOURCE_NAME_INVALID")) << name;
    EXPECT_EQ(FieldOf(reference), "names[3]");
  }
}

TEST(ArticleNameTest, ParentDefaultsToTheDefaultCollection) {
  EXPECT_EQ(*ParseParent("", "parent"), "default");
  EXPECT_EQ(*ParseParent("collections/wire", "parent"), "wire");
  EXPECT_THAT(ParseParent("collections/wire/articles", "parent"),
              StatusIs(absl::StatusCode::kInvalidArgument, "RESOURCE_NAME_INVALID"));
}

TEST(ArticleNameTest, ArticleIdWithASlashIsRefused) {
  EXPECT_THAT(CheckArticleId("a/b", "article_id"), StatusIs(absl::StatusCode::kInvalidArgument, "ARTICLE_ID_INVALID"));
  EXPECT_THAT(CheckArticleId(std::string(128, 'a'), "article_id"), IsOk());
  EXPECT_THAT(CheckArticleId(std::string(129, 'a'), "article_id"),
              StatusIs(absl::StatusCode::kInvalidArgument, "ARTICLE_ID_INVALID"));
}

TEST(ArticleNameTest, DerivedIdFollowsTheUrlAndOtherwiseTheBytes) {
  RawContent page{.bytes = "one", .url = "https://example.org/a#top"};
  RawContent changed{.bytes = "two", .url = "https://example.org/a"};
  EXPECT_EQ(DeriveArticleId(page), DeriveArticleId(changed));
  RawContent bare{.bytes = "one"};
  RawContent other{.bytes = "two"};
  EXPECT_NE(DeriveArticleId(bare), DeriveArticleId(other));
  EXPECT_THAT(CheckArticleId(DeriveArticleId(bare), "article_id"), IsOk());
}

}  // namespace
}  // namespace polygist::ingest
