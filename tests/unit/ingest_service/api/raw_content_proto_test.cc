#include "ingest_service/api/raw_content_proto.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/support/status_matchers.h"

namespace polygist::ingest {
namespace {

using polygist::testing::FieldOf;
using polygist::testing::IsOk;
using polygist::testing::StatusIs;

constexpr int64_t kLimit = 1000;

type::v1::RawContent Message(const std::string& bytes = "text") {
  type::v1::RawContent message;
  message.set_bytes(bytes);
  return message;
}

struct Refusal {
  std::string name;
  std::function<void(type::v1::RawContent&)> change;
  std::string reason;
  std::string field;
};

class RefusedContentTest : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusedContentTest, NamesReasonAndField) {
  type::v1::RawContent message = Message();
  GetParam().change(message);
  const auto content = FromProto(message, "content", kLimit);
  EXPECT_THAT(content, StatusIs(absl::StatusCode::kInvalidArgument, GetParam().reason));
  EXPECT_EQ(FieldOf(content), GetParam().field);
  EXPECT_GT(content.status().message().size(), 20u) << "An error says what to do.";
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusedContentTest,
    ::testing::Values(
        Refusal{"empty", [](auto& m) { m.clear_bytes(); }, "CONTENT_EMPTY", "content.bytes"},
        Refusal{"large", [](auto& m) { m.set_bytes(std::string(kLimit + 1, 'a')); }, "CONTENT_TOO_LARGE",
                "content.bytes"},
        Refusal{"pdf", [](auto& m) { m.set_media_type("application/pdf"); }, "MEDIA_TYPE_UNSUPPORTED",
                "content.media_type"},
        Refusal{"url", [](auto& m) { m.set_url(std::string(9000, 'a')); }, "URL_TOO_LONG", "content.url"},
        Refusal{"title", [](auto& m) { m.set_title(std::string(5000, 'a')); }, "FIELD_TOO_LONG", "content.title"},
        Refusal{"language", [](auto& m) { m.set_language("not a tag"); }, "LANGUAGE_TAG_INVALID", "content.language"},
        Refusal{"label_key", [](auto& m) { (*m.mutable_labels())["Big"] = "x"; }, "LABEL_INVALID", "content.labels"},
        Refusal{"label_value", [](auto& m) { (*m.mutable_labels())["a"] = std::string(300, 'x'); }, "LABEL_INVALID",
                "content.labels"},
        Refusal{"time", [](auto& m) { m.mutable_publish_time()->set_seconds(1LL << 50); }, "TIME_OUT_OF_RANGE",
                "content.publish_time"}),
    [](const auto& info) { return info.param.name; });

TEST(RawContentTest, AContentAtTheLimitIsAccepted) {
  EXPECT_THAT(FromProto(Message(std::string(kLimit, 'a')), "content", kLimit), IsOk());
}

TEST(RawContentTest, MediaTypeParametersAreRead) {
  type::v1::RawContent message = Message();
  message.set_media_type("Text/HTML; charset=\"ISO-8859-1\"");
  const auto content = FromProto(message, "content", kLimit);
  ASSERT_THAT(content, IsOk());
  EXPECT_EQ(content->media_type, "text/html");
  EXPECT_EQ(content->charset, "iso-8859-1");
}

TEST(RawContentTest, SourceDefaultsToTheHost) {
  type::v1::RawContent message = Message();
  message.set_url("https://user@www.Example.org:8080/a?b#c");
  EXPECT_EQ(FromProto(message, "content", kLimit)->source, "example.org");
  message.set_source("The Example");
  EXPECT_EQ(FromProto(message, "content", kLimit)->source, "The Example");
  message.clear_source();
  message.set_url("not a url");
  EXPECT_EQ(FromProto(message, "content", kLimit)->source, "");
}

TEST(RawContentTest, LanguageBecomesCanonical) {
  type::v1::RawContent message = Message();
  message.set_language("PT_br");
  EXPECT_EQ(FromProto(message, "content", kLimit)->language, "pt-BR");
}

}  // namespace
}  // namespace polygist::ingest
