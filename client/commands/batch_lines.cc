#include "client/commands/batch_lines.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/commands/content_options.h"
#include "client/commands/line_fields.h"
#include "client/input/content_file.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/text/language_tag.h"
#include "common/text/words.h"

namespace polygist::client {
namespace {

using ingest::v1::Article;
using summary::v1::SummarizeArticlesRequest;
using summary::v1::SummarizeArticlesResponse;
using summary::v1::Summary;

constexpr char kMerged[] = "mul";

// Bytes and charset of a normalize line.
absl::Status AddBytes(const Json& line, const std::filesystem::path& folder, type::v1::RawContent& content) {
  ASSIGN_OR_RETURN(const std::string charset, OptionalText(line, "charset"));
  content.set_charset(charset);
  if (line.contains("text") == line.contains("path")) {
    return InvalidField("text", "LINE_FIELD_MISSING", "Exactly one of 'text' and 'path' is needed.");
  }
  if (line.contains("text")) {
    ASSIGN_OR_RETURN(*content.mutable_bytes(), RequiredText(line, "text"));
    // What a page says about its own charset was lost when it became a JSON string.
    if (charset.empty()) content.set_charset("utf-8");
    return absl::OkStatus();
  }
  ASSIGN_OR_RETURN(const std::string path, RequiredText(line, "path"));
  std::istringstream no_standard_input;
  ASSIGN_OR_RETURN(*content.mutable_bytes(), ReadContent((folder / path).string(), no_standard_input));
  if (content.media_type().empty()) content.set_media_type(MediaTypeOfPath(path));
  return absl::OkStatus();
}

Json Spans(const Article& article) {
  Json spans = Json::array();
  for (const auto& sentence : article.sentences()) {
    spans.push_back({sentence.span().begin(), sentence.span().end()});
  }
  return spans;
}

Json Sentences(const Article& article) {
  Json sentences = Json::array();
  for (const auto& sentence : article.sentences()) {
    sentences.push_back(
        article.text().substr(sentence.span().begin(), sentence.span().end() - sentence.span().begin()));
  }
  return sentences;
}

Json Removed(const Article& article) {
  Json removed = Json::array();
  for (const auto& removal : article.removals()) {
    removed.push_back({{"start", removal.raw().begin()}, {"end", removal.raw().end()}, {"rule", removal.rule()}});
  }
  return removed;
}

// Reads {"words":N} and the like.
absl::Status AddBudget(const Json& line, summary::v1::SummaryOptions& options) {
  const auto found = line.find("budget");
  if (found == line.end() || found->is_null()) return absl::OkStatus();
  if (!found->is_object() || found->size() != 1 || !found->front().is_number_integer()) {
    return WrongField("budget", R"({"words":N}, {"sentences":N} or {"characters":N})");
  }
  const std::string& unit = found->begin().key();
  const int64_t wide = found->front().get<int64_t>();
  const int limit = static_cast<int>(std::clamp<int64_t>(wide, INT32_MIN, INT32_MAX));
  if (unit == "words") {
    options.mutable_budget()->set_words(limit);
  } else if (unit == "sentences") {
    options.mutable_budget()->set_sentences(limit);
  } else if (unit == "characters") {
    options.mutable_budget()->set_characters(limit);
  } else {
    return WrongField("budget", "in words, sentences or characters");
  }
  return absl::OkStatus();
}

// Languages that the reader has.
absl::Status AddReading(const Json& line, summary::v1::SummaryOptions& options) {
  const auto found = line.find("reading");
  if (found == line.end() || found->is_null()) return absl::OkStatus();
  if (!found->is_array()) return WrongField("reading", "a list of language tags");
  for (const Json& language : *found) {
    if (!language.is_string()) return WrongField("reading", "a list of language tags");
    options.add_reading_languages(language.get<std::string>());
  }
  return absl::OkStatus();
}

// When the article was published: tells which day its weekdays are.
absl::Status AddDate(const Json& article, type::v1::RawContent& content) {
  ASSIGN_OR_RETURN(const std::string date, OptionalText(article, "date"));
  if (date.empty()) return absl::OkStatus();
  const auto time = ParseTime(date, "date");
  if (!time.ok()) return WrongField("date", "a day or time as 2031-03-04 or 2031-03-04T12:00:00+01:00");
  *content.mutable_publish_time() = *time;
  return absl::OkStatus();
}

absl::Status AddArticle(const Json& article, const std::string& language, summary::v1::InlineArticle& out) {
  if (!article.is_object()) return WrongField("articles", "a list of objects");
  auto& content = *out.mutable_content();
  ASSIGN_OR_RETURN(*content.mutable_bytes(), RequiredText(article, "text"));
  ASSIGN_OR_RETURN(*content.mutable_title(), OptionalText(article, "title"));
  ASSIGN_OR_RETURN(const std::string own_language, OptionalText(article, "lang"));
  content.set_language(own_language.empty() ? language : own_language);
  content.set_media_type("text/plain");
  content.set_charset("utf-8");
  return AddDate(article, content);
}

// All articles of a line; `language` is that of articles which name none.
absl::Status AddArticles(const Json& line, const std::string& language, summary::v1::InlineArticles& out) {
  const auto articles = line.find("articles");
  if (articles == line.end() || !articles->is_array()) return WrongField("articles", "a list");
  for (const Json& article : *articles) {
    auto& added = *out.add_articles();
    added.set_client_ref(absl::StrCat(out.articles_size() - 1));
    RETURN_IF_ERROR(AddArticle(article, language, added));
  }
  return absl::OkStatus();
}

// The summary in the wanted language: of exactly that tag, else of the same base language.
const Summary* FindSummary(const SummarizeArticlesResponse& response, const std::string& wanted) {
  if (wanted == kMerged) return response.has_merged() ? &response.merged() : nullptr;
  const auto tag = text::CanonicalLanguageTag(wanted);
  const std::string canonical = tag.ok() ? *tag : wanted;
  const Summary* same_base = nullptr;
  for (const Summary& summary : response.summaries()) {
    if (summary.language() == canonical) return &summary;
    if (same_base == nullptr && text::BaseLanguage(summary.language()) == text::BaseLanguage(canonical)) {
      same_base = &summary;
    }
  }
  return same_base;
}

std::string OneLine(const std::string& text) {
  return absl::StrReplaceAll(text, {{"\r\n", " "}, {"\n", " "}, {"\r", " "}});
}

// The ID that the line gave to the article.
Json IdOf(const Json& line, int article) {
  const Json& given = line.at("articles").at(static_cast<size_t>(article));
  return given.contains("id") ? given.at("id") : Json(article);
}

// The letters of a text, however they are composed, spaced or joined by invisible characters.
std::string LettersOf(std::string_view text) {
  std::string letters = text::FoldForMatching(text);
  std::erase_if(letters, [](char c) { return absl::ascii_isspace(static_cast<unsigned char>(c)); });
  return letters;
}

// A sentence as the line wrote it, but for its spaces, where it has the same letters there; else as it stands in the
// cleaned text. Requires that the articles of `line` were sent.
template <typename Sentence>
std::string AsWritten(const Json& line, const Sentence& sentence) {
  const Json& article = line.at("articles").at(static_cast<size_t>(sentence.article()));
  const auto& written = article.at("text").get_ref<const std::string&>();
  const auto begin = static_cast<size_t>(sentence.raw().begin()), end = static_cast<size_t>(sentence.raw().end());
  if (begin >= end || end > written.size()) return sentence.text();
  std::string part = OneLine(written.substr(begin, end - begin));
  absl::RemoveExtraAsciiWhitespace(&part);
  return LettersOf(part) == LettersOf(sentence.text()) ? part : sentence.text();
}

}  // namespace

absl::StatusOr<Json> ParseLine(const std::string& line) {
  Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded() || !json.is_object()) {
    return Error(absl::StatusCode::kInvalidArgument, "LINE_NOT_JSON", "The line is not a JSON object in UTF-8.");
  }
  return json;
}

absl::StatusOr<ingest::v1::NormalizeArticleRequest> NormalizeRequestOf(const Json& line,
                                                                       const std::filesystem::path& folder) {
  ingest::v1::NormalizeArticleRequest request;
  auto& content = *request.mutable_content();
  ASSIGN_OR_RETURN(*content.mutable_media_type(), OptionalText(line, "content_type"));
  ASSIGN_OR_RETURN(*content.mutable_language(), OptionalText(line, "lang"));
  ASSIGN_OR_RETURN(*content.mutable_url(), OptionalText(line, "url"));
  ASSIGN_OR_RETURN(const bool keep_all, OptionalFlag(line, "keep_all"));
  content.mutable_options()->set_keep_all(keep_all);
  RETURN_IF_ERROR(AddBytes(line, folder, content));
  return request;
}

Json NormalizeResult(const Json& line, const Article& article) {
  Json warnings = Json::array();
  for (const auto& warning : article.warnings()) warnings.push_back(warning.code());
  Json result;
  result["id"] = line.contains("id") ? line.at("id") : Json();
  result["title"] = article.title();
  result["lang"] = text::BaseLanguage(article.language().tag());
  result["confidence"] = article.language().confidence();
  result["text"] = article.text();
  result["sentences"] = Sentences(article);
  result["spans"] = Spans(article);
  result["removed"] = Removed(article);
  result["warnings"] = std::move(warnings);
  return result;
}

absl::StatusOr<SummarizeArticlesRequest> SummarizeRequestOf(const Json& line) {
  SummarizeArticlesRequest request;
  ASSIGN_OR_RETURN(const std::string wanted, RequiredText(line, "lang"));
  const bool merged = wanted == kMerged;
  RETURN_IF_ERROR(AddArticles(line, merged ? "" : wanted, *request.mutable_inline_()));
  RETURN_IF_ERROR(AddBudget(line, *request.mutable_options()));
  RETURN_IF_ERROR(AddReading(line, *request.mutable_options()));
  ASSIGN_OR_RETURN(*request.mutable_options()->mutable_query(), OptionalText(line, "query"));
  request.mutable_options()->set_scope(merged ? summary::v1::MERGED : summary::v1::PER_LANGUAGE);
  return request;
}

absl::StatusOr<Json> SummarizeResult(const Json& line, const SummarizeArticlesResponse& response, double seconds) {
  const std::string wanted = line.at("lang").get<std::string>();
  const Summary* summary = FindSummary(response, wanted);
  if (summary == nullptr) {
    return Error(absl::StatusCode::kNotFound, "LANGUAGE_NOT_SUMMARIZED",
                 "No article of the line is in the wanted language.", {{"lang", wanted}});
  }
  Json sentences = Json::array();
  std::string text;
  for (const auto& sentence : summary->sentences()) {
    const std::string written = AsWritten(line, sentence);
    if (!text.empty()) text += '\n';
    text += OneLine(written);
    sentences.push_back({{"article", IdOf(line, sentence.article())},
                         {"text", written},
                         {"start", sentence.span().begin()},
                         {"end", sentence.span().end()},
                         {"score", static_cast<double>(sentence.score_micros()) / 1e6}});
  }
  Json result;
  result["topic"] = line.contains("topic") ? line.at("topic") : Json();
  result["lang"] = wanted;
  result["summary"] = std::move(text);
  result["seconds"] = seconds;
  result["sentences"] = std::move(sentences);
  return result;
}

absl::StatusOr<summary::v1::CompareArticlesRequest> CompareRequestOf(const Json& line) {
  summary::v1::CompareArticlesRequest request;
  RETURN_IF_ERROR(AddArticles(line, "", *request.mutable_inline_()));
  return request;
}

Json CompareResult(const Json& line, const summary::v1::CompareArticlesResponse& response) {
  Json groups = Json::array();
  for (const auto& group : response.groups()) {
    Json members = Json::array();
    for (const auto& member : group.members()) {
      members.push_back({{"article", IdOf(line, member.article())}, {"text", AsWritten(line, member)}});
    }
    groups.push_back(std::move(members));
  }
  Json disagreements = Json::array();
  for (const auto& disagreement : response.disagreements()) {
    Json values = Json::array();
    for (const auto& value : disagreement.values()) {
      values.push_back({{"article", IdOf(line, value.statement().article())},
                        {"text", AsWritten(line, value.statement())},
                        {"value", value.text()}});
    }
    disagreements.push_back({{"kind", summary::v1::Disagreement::Kind_Name(disagreement.kind())},
                             {"about", disagreement.about()},
                             {"values", std::move(values)}});
  }
  Json result;
  result["topic"] = line.contains("topic") ? line.at("topic") : Json();
  result["groups"] = std::move(groups);
  result["disagreements"] = std::move(disagreements);
  return result;
}

}  // namespace polygist::client
