#include "client/presentation/article_text.h"

#include <google/protobuf/text_format.h>

#include "gtest/gtest.h"

namespace polygist::client {
namespace {

ingest::v1::Article Example() {
  ingest::v1::Article article;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(R"pb(
                                                              name: "collections/default/articles/a"
                                                              title: "Dam holds"
                                                              language { tag: "en" confidence: 0.5 script: "Latn" }
                                                              media_type: "text/plain"
                                                              charset: "utf-8"
                                                              raw_bytes: 40
                                                              text_bytes: 30
                                                              sentence_count: 2
                                                              labels { key: "b" value: "2" }
                                                              labels { key: "a" value: "1" }
                                                              warnings { code: "TEXT_SHORT" message: "Little text." }
                                                              text: "The dam held.\n\nNobody left."
                                                              removals {
                                                                raw { begin: 3 end: 9 }
                                                                rule: "plain.menu"
                                                                reason: "a menu"
                                                                confidence_percent: 90
                                                              })pb",
                                                            &article));
  return article;
}

TEST(ArticleTextTest, HeadThenText) {
  EXPECT_EQ(ArticleText(Example(), 0), R"(Name: collections/default/articles/a
Title: Dam holds
Label a: 1
Label b: 2
Language: English (en), confidence 0.50
Content: 40 bytes of text/plain, utf-8; text 30 bytes, 2 sentences
Warning: Little text. (TEXT_SHORT)

The dam held.

Nobody left.
)");
}

TEST(ArticleTextTest, RemovalsSayWhereAndWhy) {
  EXPECT_EQ(RemovalsText(Example()), "3-9  plain.menu: a menu (confidence 90 %)\n");
}

TEST(ArticleTextTest, AListHasOneLineEach) {
  EXPECT_EQ(ArticleLine(Example()), "collections/default/articles/a en - Dam holds\n");
}

}  // namespace
}  // namespace polygist::client
