#include "client/presentation/summary_text.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/presentation/disagreement_list.h"
#include "client/presentation/language_names.h"
#include "client/presentation/source_list.h"
#include "client/presentation/wrap.h"

namespace polygist::client {
namespace {

using summary::v1::SummarizeArticlesResponse;
using summary::v1::Summary;
using summary::v1::SummarySentence;

constexpr char kIndent[] = "  ";

bool IsExcerpt(const SummarySentence& sentence) {
  return std::find(sentence.flags().begin(), sentence.flags().end(), summary::v1::EXCERPT) !=
         sentence.flags().end();
}

// Whether it leans on a sentence that is not in the summary.
bool Dangles(const SummarySentence& sentence) {
  return std::any_of(sentence.flags().begin(), sentence.flags().end(), [](int flag) {
    return flag == summary::v1::DANGLING_PRONOUN || flag == summary::v1::DANGLING_CONNECTIVE ||
           flag == summary::v1::DANGLING_ATTRIBUTION;
  });
}

std::string SentenceText(const SummarySentence& sentence) {
  std::string text = absl::StrCat(Dangles(sentence) ? "[…] " : "", sentence.text());
  if (IsExcerpt(sentence)) absl::StrAppend(&text, " …");
  absl::StrAppend(&text, " ", SourceMark(sentence.article()));
  for (const int article : sentence.supporting_articles()) {
    if (article != sentence.article()) absl::StrAppend(&text, " ", SourceMark(article));
  }
  return text;
}

// The shorter ones of nested summaries, and the heading of the longest.
void AppendLengths(const Summary& summary, int width, std::string& out) {
  for (int i = 0; i + 1 < summary.lengths_size(); ++i) {
    const auto& length = summary.lengths(i);
    absl::StrAppend(&out, "\n  Length ", i + 1, " of ", summary.lengths_size(), ", ", length.words(), " words\n\n");
    if (length.has_excerpt()) absl::StrAppend(&out, Wrap(SentenceText(length.excerpt()), width, kIndent));
    for (const SummarySentence& sentence : summary.sentences()) {
      if (sentence.first_budget() <= i) absl::StrAppend(&out, Wrap(SentenceText(sentence), width, kIndent));
    }
  }
  const int last = summary.lengths_size();
  if (last > 1) {
    absl::StrAppend(&out, "\n  Length ", last, " of ", last, ", ", summary.lengths(last - 1).words(), " words\n\n");
  }
}

void AppendSection(const Summary& summary, int width, std::string& out) {
  absl::StrAppend(&out, LanguageName(summary.language()), summary.lengths_size() > 1 ? "\n" : "\n\n");
  AppendLengths(summary, width, out);
  for (const SummarySentence& sentence : summary.sentences()) {
    absl::StrAppend(&out, Wrap(SentenceText(sentence), width, kIndent));
  }
  for (const auto& warning : summary.warnings()) {
    absl::StrAppend(
        &out, Wrap(absl::StrCat(warning.message(), " (", warning.code(), ")"), width, "  Note: "));
  }
  out += '\n';
}

}  // namespace

std::string SummaryText(const SummarizeArticlesResponse& response, int width) {
  std::string out;
  for (const Summary& summary : response.summaries()) AppendSection(summary, width, out);
  if (response.has_merged()) AppendSection(response.merged(), width, out);
  return out + DisagreementList(response.disagreements(), width) + SourceList(response.articles(), width);
}

}  // namespace polygist::client
