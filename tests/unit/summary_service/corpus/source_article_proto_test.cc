#include "summary_service/corpus/source_article_proto.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/status_matchers.h"

namespace polygist::summary {
namespace {

using polygist::testing::IsOk;
using polygist::testing::StatusIs;

// Two sentences of one block.
ingest::v1::Article Message() {
  ingest::v1::Article message;
  message.set_name("collections/default/articles/a");
  message.set_text("Één. Twee.");
  auto* block = message.add_blocks();
  block->set_kind(ingest::v1::Block::QUOTE);
  block->mutable_span()->set_end(12);
  for (const auto& [begin, end] : {std::pair{0, 6}, std::pair{7, 12}}) {
    auto* sentence = message.add_sentences();
    sentence->mutable_span()->set_begin(begin);
    sentence->mutable_span()->set_end(end);
  }
  message.mutable_language()->set_tag("nl");
  message.add_fingerprint(7);
  return message;
}

TEST(SourceArticleProtoTest, ReadsWhatSummariesNeed) {
  const auto fetched = FromProto(Message());
  ASSERT_THAT(fetched, IsOk());
  const SourceArticle& article = fetched->article;
  EXPECT_EQ(article.language, "nl");
  EXPECT_EQ(article.blocks[0].kind, BlockKind::kQuote);
  EXPECT_EQ(Slice(article.text, article.sentences[1].span), "Twee.");
  EXPECT_EQ(article.fingerprint, std::vector<uint32_t>{7});
}

TEST(SourceArticleProtoTest, SpansThatDoNotFitAreRefused) {
  for (const auto change : {+[](ingest::v1::Article& m) { m.mutable_sentences(1)->mutable_span()->set_end(99); },
                            +[](ingest::v1::Article& m) { m.mutable_sentences(1)->mutable_span()->set_begin(3); },
                            +[](ingest::v1::Article& m) { m.mutable_sentences(0)->mutable_span()->set_begin(1); },
                            +[](ingest::v1::Article& m) { m.mutable_sentences(0)->set_block(1); },
                            +[](ingest::v1::Article& m) { m.mutable_sentences(0)->mutable_span()->set_begin(-1); }}) {
    ingest::v1::Article message = Message();
    change(message);
    EXPECT_THAT(FromProto(message), StatusIs(absl::StatusCode::kInternal, "ARTICLE_INCONSISTENT"));
  }
}

}  // namespace
}  // namespace polygist::summary
