#include "client/input/article_names.h"

#include "gtest/gtest.h"

namespace polygist::client {
namespace {

TEST(ArticleNamesTest, BareNamesAreCompleted) {
  EXPECT_EQ(CollectionName("news"), "collections/news");
  EXPECT_EQ(CollectionName("collections/news"), "collections/news");
  EXPECT_EQ(ArticleName("news", "dam@12"), "collections/news/articles/dam@12");
  EXPECT_EQ(ArticleName("news", "collections/x/articles/dam"), "collections/x/articles/dam");
}

TEST(ArticleNamesTest, IdsAreToldFromFileNames) {
  EXPECT_TRUE(LooksLikeArticle("collections/default/articles/dam"));
  EXPECT_TRUE(LooksLikeArticle("dam-2031.v2"));
  EXPECT_TRUE(LooksLikeArticle("dam@0123abcd"));
  EXPECT_FALSE(LooksLikeArticle("dam.txt"));
  EXPECT_FALSE(LooksLikeArticle("dam.HTML"));
  EXPECT_FALSE(LooksLikeArticle("news/dam"));
  EXPECT_FALSE(LooksLikeArticle("my dam"));
  EXPECT_FALSE(LooksLikeArticle(""));
}

TEST(ArticleNamesTest, IdsOfPathsAreValid) {
  EXPECT_EQ(ArticleIdOfPath("/news/dam_1.txt"), "dam_1");
  EXPECT_EQ(ArticleIdOfPath("-my dam?.html"), "my-dam-");
  EXPECT_EQ(ArticleIdOfPath("été.txt"), "t--");
  EXPECT_EQ(ArticleIdOfPath("-"), "");
  EXPECT_EQ(ArticleIdOfPath(std::string(300, 'a')).size(), 128u);
}

}  // namespace
}  // namespace polygist::client
