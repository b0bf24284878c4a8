#include "summary_service/corpus/append_title.h"

#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

TEST(AppendTitleTest, TheTitleIsTheLastSentenceBehindTheText) {
  SourceArticle article;
  article.title = "Ferry aground";
  article.text = "It sank.";
  article.blocks = {{BlockKind::kParagraph, {0, 8}}};
  article.sentences = {{{0, 8}, {0, 8}, 0}};
  AppendTitle(&article);
  ASSERT_EQ(article.sentences.size(), 2);
  EXPECT_EQ(Slice(article.text, article.sentences[0].span), "It sank.");
  EXPECT_EQ(Slice(article.text, article.sentences[1].span), "Ferry aground");
  EXPECT_EQ(KindOf(article, article.sentences[1]), BlockKind::kTitle);
}

TEST(AppendTitleTest, NothingIsAppendedWithoutATitle) {
  SourceArticle article;
  article.text = "It sank.";
  AppendTitle(&article);
  EXPECT_EQ(article.text, "It sank.");
  EXPECT_TRUE(article.sentences.empty());
}

}  // namespace
}  // namespace polygist::summary
