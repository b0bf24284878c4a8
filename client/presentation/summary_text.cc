#include "client/presentation/summary_text.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/presentation/language_names.h"
#include "client/presentation/wrap.h"

namespace polygist::client {
namespace {

using summary::v1::SummarizeArticlesResponse;
using summary::v1::SummarizedArticle;
using summary::v1::Summary;
using summary::v1::SummarySentence;

constexpr char kIndent[] = "  ";

std::string Mark(int article) { return absl::StrCat("[", article + 1, "]"); }

bool IsExcerpt(const SummarySentence& sentence) {
  return std::find(sentence.flags().begin(), sentence.flags().end(), summary::v1::EXCERPT) !=
         sentence.flags().end();
}

std::string SentenceText(const SummarySentence& sentence) {
  std::string text = sentence.text();
  if (IsExcerpt(sentence)) absl::StrAppend(&text, " …");
  absl::StrAppend(&text, " ", Mark(sentence.article()));
  for (const int article : sentence.supporting_articles()) {
    if (article != sentence.article()) absl::StrAppend(&text, " ", Mark(article));
  }
  return text;
}

void AppendSection(const Summary& summary, int width, std::string& out) {
  absl::StrAppend(&out, LanguageName(summary.language()), "\n\n");
  for (const SummarySentence& sentence : summary.sentences()) {
    absl::StrAppend(&out, Wrap(SentenceText(sentence), width, kIndent));
  }
  for (const auto& warning : summary.warnings()) {
    absl::StrAppend(
        &out, Wrap(absl::StrCat(warning.message(), " (", warning.code(), ")"), width, "  Note: "));
  }
  out += '\n';
}

// What a person would call the place of an article: its file for inline ones, its name otherwise.
std::string PlaceOf(const SummarizedArticle& article) {
  return article.client_ref().empty() ? article.name() : article.client_ref();
}

std::string SourceText(const SummarizedArticle& article) {
  std::string text;
  if (!article.source().empty()) absl::StrAppend(&text, article.source(), ": ");
  if (!article.title().empty()) absl::StrAppend(&text, "\"", article.title(), "\", ");
  absl::StrAppend(&text, LanguageName(article.language()));
  if (article.has_publish_time()) {
    const std::string time = google::protobuf::util::TimeUtil::ToString(article.publish_time());
    absl::StrAppend(&text, ", ", time.substr(0, time.find('T')));
  }
  return text;
}

void AppendSource(int index, const SummarizedArticle& article, int width, std::string& out) {
  const std::string mark = absl::StrCat(kIndent, Mark(index), " ");
  const std::string indent(mark.size(), ' ');
  absl::StrAppend(&out, Wrap(SourceText(article), width, mark));
  absl::StrAppend(&out, Wrap(PlaceOf(article), 0, indent));
  if (!article.url().empty()) absl::StrAppend(&out, Wrap(article.url(), 0, indent));
  for (const auto& warning : article.warnings()) {
    absl::StrAppend(&out, Wrap(absl::StrCat(warning.message(), " (", warning.code(), ")"), width,
                               absl::StrCat(indent, "Note: ")));
  }
}

}  // namespace

std::string SummaryText(const SummarizeArticlesResponse& response, int width) {
  std::string out;
  for (const Summary& summary : response.summaries()) AppendSection(summary, width, out);
  if (response.has_merged()) AppendSection(response.merged(), width, out);
  out += "Sources\n\n";
  for (int i = 0; i < response.articles_size(); ++i) {
    AppendSource(i, response.articles(i), width, out);
  }
  return out;
}

}  // namespace polygist::client
