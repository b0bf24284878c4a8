#include "client/presentation/article_text.h"

#include <google/protobuf/util/time_util.h>

#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "client/presentation/language_names.h"
#include "client/presentation/wrap.h"
#include "common/base/strings.h"

namespace polygist::client {
namespace {

using google::protobuf::util::TimeUtil;
using ingest::v1::Article;

std::string DayOf(const Article& article) {
  if (!article.has_publish_time()) return "";
  const std::string time = TimeUtil::ToString(article.publish_time());
  return time.substr(0, time.find('T'));
}

std::string LanguageText(const Article& article) {
  const auto& language = article.language();
  return absl::StrFormat("%s (%s), confidence %.2f", LanguageName(language.tag()), language.tag(),
                         language.confidence());
}

void AppendField(const std::string& label, const std::string& value, int width, std::string& out) {
  if (!value.empty()) absl::StrAppend(&out, Wrap(value, width, absl::StrCat(label, ": ")));
}

std::string HeadText(const Article& article, int width) {
  std::string out;
  AppendField("Name", article.name(), 0, out);
  AppendField("Revision", article.revision(), 0, out);
  AppendField("Title", article.title(), width, out);
  AppendField("Byline", article.byline(), width, out);
  AppendField("Source", article.source(), width, out);
  AppendField("URL", article.url(), 0, out);
  AppendField("Published", DayOf(article), 0, out);
  std::map<std::string, std::string> labels;  // The protobuf map has no order.
  for (const auto& label : article.labels()) labels.emplace(label.first, label.second);
  for (const auto& [key, value] : labels) AppendField(absl::StrCat("Label ", key), value, width, out);
  AppendField("Language", LanguageText(article), 0, out);
  AppendField("Content",
              absl::StrCat(article.raw_bytes(), " bytes of ", article.media_type(), ", ", article.charset(), "; text ",
                           article.text_bytes(), " bytes, ", article.sentence_count(), " sentences"),
              width, out);
  for (const auto& warning : article.warnings()) {
    AppendField("Warning", absl::StrCat(warning.message(), " (", warning.code(), ")"), width, out);
  }
  return out;
}

}  // namespace

std::string ArticleText(const Article& article, int width) {
  std::string out = HeadText(article, width);
  for (const absl::string_view paragraph : absl::StrSplit(article.text(), "\n\n", absl::SkipEmpty())) {
    out += '\n';
    for (const absl::string_view line : absl::StrSplit(paragraph, '\n')) {
      out += Wrap(ToStd(line), width);
    }
  }
  for (const auto& caption : article.captions()) {
    absl::StrAppend(&out, "\n", Wrap(caption.text(), width, "Caption: "));
  }
  return out;
}

std::string RemovalsText(const Article& article) {
  std::string out;
  for (const auto& removal : article.removals()) {
    absl::StrAppendFormat(&out, "%d-%d  %s: %s (confidence %d %%)\n", removal.raw().begin(), removal.raw().end(),
                          removal.rule(), removal.reason(), removal.confidence_percent());
  }
  return out;
}

std::string ArticleLine(const Article& article) {
  return Wrap(absl::StrFormat("%s  %s  %s  %s", article.name(), article.language().tag(),
                              article.has_publish_time() ? DayOf(article) : "-", article.title()),
              0);
}

}  // namespace polygist::client
