#include "client/commands/batch_lines.h"

#include "common/base/error.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace polygist::client {
namespace {

Json Line(const char* text) { return *ParseLine(text); }

TEST(BatchLinesTest, OnlyObjectsInUtf8AreLines) {
  EXPECT_TRUE(ParseLine(R"({"id":1})").ok());
  for (const char* bad : {"", "[1]", "{\"id\":", "{\"id\":\"\xff\"}", "nonsense"}) {
    EXPECT_EQ(ReasonOf(ParseLine(bad).status()), "LINE_NOT_JSON") << bad;
  }
}

TEST(BatchLinesTest, ANormalizeLineBecomesARequest) {
  const auto request = NormalizeRequestOf(
      Line(R"({"id":1,"content_type":"text/html","lang":"nl","url":"http://a.example/","keep_all":true,"text":"é"})"),
      "");
  ASSERT_TRUE(request.ok()) << request.status();
  const auto& content = request->content();
  EXPECT_EQ(content.bytes(), "é");
  EXPECT_EQ(content.charset(), "utf-8");
  EXPECT_EQ(content.media_type(), "text/html");
  EXPECT_EQ(content.language(), "nl");
  EXPECT_EQ(content.url(), "http://a.example/");
  EXPECT_TRUE(content.options().keep_all());
}

TEST(BatchLinesTest, AGivenCharsetIsPassedOn) {
  EXPECT_EQ(NormalizeRequestOf(Line(R"({"text":"a","charset":"koi8-r"})"), "")->content().charset(), "koi8-r");
}

TEST(BatchLinesTest, WrongNormalizeLinesAreRefused) {
  const auto reason = [](const char* line) { return ReasonOf(NormalizeRequestOf(Line(line), "/nowhere").status()); };
  EXPECT_EQ(reason(R"({"id":1})"), "LINE_FIELD_MISSING");
  EXPECT_EQ(reason(R"({"text":"a","path":"b"})"), "LINE_FIELD_MISSING");
  EXPECT_EQ(reason(R"({"text":1})"), "LINE_FIELD_WRONG");
  EXPECT_EQ(reason(R"({"text":"a","keep_all":"yes"})"), "LINE_FIELD_WRONG");
  EXPECT_EQ(reason(R"({"path":"b.html"})"), "FILE_UNREADABLE");
}

TEST(BatchLinesTest, ANormalizedArticleBecomesALine) {
  ingest::v1::Article article;
  article.set_title("T");
  article.set_text("Één. Twee.");
  article.mutable_language()->set_tag("nl-BE");
  article.mutable_language()->set_confidence(0.5);
  auto& first = *article.add_sentences()->mutable_span();
  first.set_end(6);
  auto& second = *article.add_sentences()->mutable_span();
  second.set_begin(7);
  second.set_end(12);
  auto& removal = *article.add_removals();
  removal.set_rule("plain.menu");
  removal.mutable_raw()->set_end(4);
  article.add_warnings()->set_code("TEXT_SHORT");
  EXPECT_EQ(NormalizeResult(Line(R"({"id":"x"})"), article).dump(),
            R"({"id":"x","title":"T","lang":"nl","confidence":0.5,"text":"Één. Twee.",)"
            R"("sentences":["Één.","Twee."],"spans":[[0,6],[7,12]],)"
            R"("removed":[{"start":0,"end":4,"rule":"plain.menu"}],"warnings":["TEXT_SHORT"]})");
}

TEST(BatchLinesTest, ASummarizeLineBecomesARequest) {
  const auto request = SummarizeRequestOf(Line(
      R"({"topic":"t","lang":"fr","articles":[{"id":"a","title":"T","text":"x"},{"id":"b","text":"y","lang":"en"}],
          "budget":{"words":250}})"));
  ASSERT_TRUE(request.ok()) << request.status();
  EXPECT_EQ(request->options().scope(), summary::v1::PER_LANGUAGE);
  EXPECT_EQ(request->options().budget().words(), 250);
  ASSERT_EQ(request->inline_().articles_size(), 2);
  EXPECT_EQ(request->inline_().articles(0).content().title(), "T");
  EXPECT_EQ(request->inline_().articles(0).content().language(), "fr");
  EXPECT_EQ(request->inline_().articles(1).content().language(), "en");
}

TEST(BatchLinesTest, TheMergedSummaryLeavesLanguagesToIdentification) {
  const auto request = SummarizeRequestOf(Line(R"({"lang":"mul","articles":[{"text":"x"}]})"));
  ASSERT_TRUE(request.ok()) << request.status();
  EXPECT_EQ(request->options().scope(), summary::v1::MERGED);
  EXPECT_EQ(request->inline_().articles(0).content().language(), "");
}

TEST(BatchLinesTest, TheReaderAndTheQuestionArePassedOn) {
  const auto request =
      SummarizeRequestOf(Line(R"({"lang":"mul","articles":[{"text":"x"}],"reading":["nl","en"],"query":"veerboot"})"));
  ASSERT_TRUE(request.ok()) << request.status();
  ASSERT_EQ(request->options().reading_languages_size(), 2);
  EXPECT_EQ(request->options().reading_languages(0), "nl");
  EXPECT_EQ(request->options().query(), "veerboot");
}

TEST(BatchLinesTest, WrongSummarizeLinesAreRefused) {
  const auto reason = [](const char* line) { return ReasonOf(SummarizeRequestOf(Line(line)).status()); };
  EXPECT_EQ(reason(R"({"articles":[]})"), "LINE_FIELD_MISSING");
  EXPECT_EQ(reason(R"({"lang":"en"})"), "LINE_FIELD_WRONG");
  EXPECT_EQ(reason(R"({"lang":"en","articles":["x"]})"), "LINE_FIELD_WRONG");
  EXPECT_EQ(reason(R"({"lang":"en","articles":[{"id":1}]})"), "LINE_FIELD_MISSING");
  EXPECT_EQ(reason(R"({"lang":"en","articles":[],"budget":{"pages":1}})"), "LINE_FIELD_WRONG");
  EXPECT_EQ(reason(R"({"lang":"en","articles":[],"budget":{"words":"1"}})"), "LINE_FIELD_WRONG");
  EXPECT_EQ(reason(R"({"lang":"mul","articles":[],"reading":"nl"})"), "LINE_FIELD_WRONG");
  EXPECT_EQ(reason(R"({"lang":"mul","articles":[],"reading":[1]})"), "LINE_FIELD_WRONG");
}

TEST(BatchLinesTest, TheDateOfAnArticleIsPassedOn) {
  const auto request = CompareRequestOf(Line(R"({"articles":[{"text":"x","date":"2031-03-04"},{"text":"y"}]})"));
  ASSERT_TRUE(request.ok()) << request.status();
  EXPECT_EQ(request->inline_().articles(0).content().publish_time().seconds(), 1930348800);
  EXPECT_FALSE(request->inline_().articles(1).content().has_publish_time());
  EXPECT_EQ(ReasonOf(CompareRequestOf(Line(R"({"articles":[{"text":"x","date":"Tuesday"}]})")).status()),
            "LINE_FIELD_WRONG");
}

summary::v1::SummarizeArticlesResponse Response() {
  summary::v1::SummarizeArticlesResponse response;
  for (const char* language : {"en", "pt-BR"}) {
    auto& summary = *response.add_summaries();
    summary.set_language(language);
    auto& sentence = *summary.add_sentences();
    sentence.set_text(std::string("In\n") + language);
    sentence.set_article(1);
    sentence.mutable_span()->set_end(5);
    sentence.set_score_micros(1500000);
  }
  return response;
}

TEST(BatchLinesTest, ASummaryBecomesALine) {
  const Json line = Line(R"({"topic":"t","lang":"pt","articles":[{"id":"a","text":"x"},{"id":"b","text":"y"}]})");
  EXPECT_EQ(SummarizeResult(line, Response(), 0.25)->dump(),
            R"({"topic":"t","lang":"pt","summary":"In pt-BR","seconds":0.25,)"
            R"("sentences":[{"article":"b","text":"In\npt-BR","start":0,"end":5,"score":1.5}]})");
}

// A comparison of one statement: `text`, made from the first `raw_bytes` bytes of the first article.
summary::v1::CompareArticlesResponse Comparison(const std::string& text, int64_t raw_bytes) {
  summary::v1::CompareArticlesResponse response;
  auto& member = *response.add_groups()->add_members();
  member.set_text(text);
  member.mutable_raw()->set_end(raw_bytes);
  return response;
}

TEST(BatchLinesTest, MembersAreAsTheLineWroteThem) {
  const auto text_of = [](const std::string& written, const std::string& text) {
    const Json line = {{"articles", {{{"id", "a"}, {"text", written}}}}};
    const auto bytes = static_cast<int64_t>(written.size());
    return CompareResult(line, Comparison(text, bytes)).at("groups").at(0).at(0).at("text").get<std::string>();
  };
  EXPECT_EQ(text_of("Cafe\u0301.", "Caf\u00E9."), "Cafe\u0301.");             // NFC changed it.
  EXPECT_EQ(text_of("Ein \u200BHaus.", "Ein Haus."), "Ein \u200BHaus.");      // An invisible character went.
  EXPECT_EQ(text_of("A line\nbroken.", "A line broken."), "A line broken.");  // Spaces do not count.
  EXPECT_EQ(text_of("Read more A line.", "A line."), "A line.");              // Something was removed.
}

TEST(BatchLinesTest, AMemberWithoutAPlaceIsAsTheServiceWroteIt) {
  const Json line = Line(R"({"articles":[{"id":"a","text":"x"}]})");
  EXPECT_EQ(CompareResult(line, Comparison("A title", 0)).at("groups").at(0).at(0).at("text"), "A title");
  EXPECT_EQ(CompareResult(line, Comparison("Beyond", 9)).at("groups").at(0).at(0).at("text"), "Beyond");
}

TEST(BatchLinesTest, ALanguageNobodyWroteInIsAFailure) {
  const Json line = Line(R"({"lang":"fr","articles":[{"id":"a"},{"id":"b"}]})");
  EXPECT_EQ(ReasonOf(SummarizeResult(line, Response(), 0).status()), "LANGUAGE_NOT_SUMMARIZED");
  const Json merged = Line(R"({"lang":"mul","articles":[{"id":"a"},{"id":"b"}]})");
  EXPECT_EQ(ReasonOf(SummarizeResult(merged, Response(), 0).status()), "LANGUAGE_NOT_SUMMARIZED");
}

}  // namespace
}  // namespace polygist::client
