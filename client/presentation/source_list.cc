#include "client/presentation/source_list.h"

#include <google/protobuf/util/time_util.h>

#include "absl/strings/str_cat.h"
#include "client/presentation/language_names.h"
#include "client/presentation/wrap.h"
#include "common/base/strings.h"

namespace polygist::client {
namespace {

using summary::v1::SummarizedArticle;

constexpr char kIndent[] = "  ";

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
  const std::string mark = absl::StrCat(kIndent, SourceMark(index), " ");
  const std::string indent(mark.size(), ' ');
  absl::StrAppend(&out, Wrap(SourceText(article), width, mark));
  absl::StrAppend(&out, Wrap(PlaceOf(article), 0, indent));
  if (!article.url().empty()) absl::StrAppend(&out, Wrap(article.url(), 0, indent));
  for (const auto& warning : article.warnings()) {
    absl::StrAppend(
        &out, Wrap(absl::StrCat(warning.message(), " (", warning.code(), ")"), width, absl::StrCat(indent, "Note: ")));
  }
}

}  // namespace

std::string SourceMark(int article, std::string_view language) {
  return absl::StrCat("[", article + 1, language.empty() ? "" : ":", ToAbsl(language), "]");
}

std::string SourceList(const google::protobuf::RepeatedPtrField<SummarizedArticle>& articles, int width) {
  std::string out = "Sources\n\n";
  for (int i = 0; i < articles.size(); ++i) AppendSource(i, articles[i], width, out);
  return out;
}

}  // namespace polygist::client
