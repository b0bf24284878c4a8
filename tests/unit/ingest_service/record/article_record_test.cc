#include "ingest_service/record/article_record.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include "tests/support/status_matchers.h"

namespace polygist::ingest {
namespace {

using google::protobuf::util::MessageDifferencer;
using polygist::testing::StatusIs;

// An article with something in every field.
Article FullArticle() {
  Article article;
  article.name = {"default", "a"};
  article.revision = "r1";
  article.normalizer_version = "1/test";
  article.text = "Judul kecil\n\nSatu kalimat.";
  article.blocks = {{.kind = BlockKind::kHeading, .span = {0, 11}, .raw = {3, 14}, .level = 2},
                    {.kind = BlockKind::kParagraph, .span = {13, 26}, .raw = {20, 33}}};
  article.blocks[1].language = Language{"en", 900, "Latn"};
  article.sentences = {{{0, 11}, {3, 14}, 0}, {{13, 26}, {20, 33}, 1}};
  article.raw_map = {{{0, 11}, {3, 14}, true}, {{11, 13}, {14, 20}, false}, {{13, 26}, {20, 33}, true}};
  article.captions = {{"Sebuah foto", {40, 51}}};
  article.removals = {{{0, 3}, "plain.label", "a section label", 80}};
  article.warnings = {{"TEXT_SHORT", "short"}};
  article.title = "Judul";
  article.byline = "Sari";
  article.site_name = "Situs";
  article.canonical_url = "https://example.org/a";
  article.source = "example.org";
  article.charset = "utf-8";
  article.media_type = "text/plain";
  article.publish_time = absl::FromUnixMicros(-1);
  article.publish_time_confidence_percent = 70;
  article.language = {"id", 987, "Latn"};
  article.fingerprint = {1, 2, 3};
  return article;
}

RawContent Content() {
  return {.bytes = std::string("raw\0bytes", 9),
          .url = "https://example.org/a",
          .labels = {{"desk", "foreign"}},
          .options = {.keep_all = true, .disabled_rules = {"plain.menu"}}};
}

TEST(ArticleRecordTest, ARowReadsBackAsTheArticleThatWasSent) {
  ArticleRow row = ToRow(FullArticle(), Content());
  row.create_time = absl::FromUnixSeconds(100);
  row.update_time = absl::FromUnixSeconds(200);
  v1::Article expected = ToProto(FullArticle(), Content(), v1::RAW);
  SetTimes(row.create_time, row.update_time, &expected);
  const auto read = FromRow(row);
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(MessageDifferencer::Equals(*read, expected)) << read->DebugString() << expected.DebugString();
  EXPECT_EQ(read->publish_time().seconds(), -1);
  EXPECT_EQ(read->publish_time().nanos(), 999'999'000);
}

TEST(ArticleRecordTest, EveryFieldOfTheMessageIsFilled) {
  v1::Article article = ToProto(FullArticle(), Content(), v1::RAW);
  SetTimes(absl::FromUnixSeconds(1), absl::FromUnixSeconds(2), &article);
  const auto* descriptor = v1::Article::descriptor();
  std::vector<const google::protobuf::FieldDescriptor*> set;
  v1::Article::GetReflection()->ListFields(article, &set);
  EXPECT_EQ(static_cast<int>(set.size()), descriptor->field_count());
}

TEST(ArticleRecordTest, ViewsHoldWhatTheySay) {
  const v1::Article basic = ToProto(FullArticle(), Content(), v1::BASIC);
  EXPECT_EQ(basic.title(), "Judul");
  EXPECT_EQ(basic.sentence_count(), 2);
  EXPECT_EQ(basic.text(), "");
  EXPECT_EQ(basic.sentences_size(), 0);
  const v1::Article full = ToProto(FullArticle(), Content(), v1::FULL);
  EXPECT_EQ(full.sentences_size(), 2);
  EXPECT_EQ(full.raw_content(), "");
}

TEST(ArticleRecordTest, ARowOfTheHeadAloneIsTheBasicView) {
  ArticleRow row = ToRow(FullArticle(), Content());
  row.body.clear();
  row.raw.clear();
  v1::Article expected = ToProto(FullArticle(), Content(), v1::BASIC);
  SetTimes(row.create_time, row.update_time, &expected);
  EXPECT_TRUE(MessageDifferencer::Equals(*FromRow(row), expected));
}

TEST(ArticleRecordTest, BrokenBytesAreDataLoss) {
  ArticleRow row = ToRow(FullArticle(), Content());
  row.body = "\xff\xff\xff";
  EXPECT_THAT(FromRow(row), StatusIs(absl::StatusCode::kDataLoss, "RECORD_UNREADABLE"));
}

}  // namespace
}  // namespace polygist::ingest
