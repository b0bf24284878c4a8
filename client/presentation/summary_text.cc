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
  return std::find(sentence.flags().begin(), sentence.flags().end(), summary::v1::EXCERPT) != sentence.flags().end();
}

// Whether it leans on a sentence that is not in the summary.
bool Dangles(const SummarySentence& sentence) {
  return std::any_of(sentence.flags().begin(), sentence.flags().end(), [](int flag) {
    return flag == summary::v1::DANGLING_PRONOUN || flag == summary::v1::DANGLING_CONNECTIVE ||
           flag == summary::v1::DANGLING_ATTRIBUTION || flag == summary::v1::OPEN_QUOTE;
  });
}

constexpr char kDeepIndent[] = "      ";

class SectionWriter {
 public:
  SectionWriter(const SummarizeArticlesResponse& response, const SummaryTextOptions& options)
      : response_(response), options_(options) {}

  void Append(const Summary& summary, std::string& out) const {
    const bool merged = &summary == &response_.merged();
    absl::StrAppend(&out, LanguageName(summary.language()), summary.lengths_size() > 1 ? "\n" : "\n\n");
    AppendShorter(summary, merged, out);
    for (const SummarySentence& sentence : summary.sentences()) AppendSentence(sentence, merged, out);
    for (const auto& warning : summary.warnings()) {
      absl::StrAppend(&out,
                      Wrap(absl::StrCat(warning.message(), " (", warning.code(), ")"), options_.width, "  Note: "));
    }
    out += '\n';
  }

 private:
  // The shorter ones of nested summaries, and the heading of the longest.
  void AppendShorter(const Summary& summary, bool merged, std::string& out) const {
    const int count = summary.lengths_size();
    for (int i = 0; i < count && count > 1; ++i) {
      const auto& length = summary.lengths(i);
      absl::StrAppend(&out, "\n  Length ", i + 1, " of ", count, ", ", length.words(), " words\n\n");
      if (i + 1 == count) return;
      if (length.has_excerpt()) AppendSentence(length.excerpt(), merged, out);
      for (const SummarySentence& sentence : summary.sentences()) {
        if (sentence.first_budget() <= i) AppendSentence(sentence, merged, out);
      }
    }
  }

  void AppendSentence(const SummarySentence& sentence, bool merged, std::string& out) const {
    absl::StrAppend(&out, Wrap(SentenceText(sentence, merged), options_.width, kIndent));
    if (sentence.has_gist()) absl::StrAppend(&out, Wrap(GistText(sentence), options_.width, kDeepIndent));
    if (options_.evidence) AppendEvidence(sentence, out);
  }

  // Of the merged summary with the language, since its lines are in several.
  std::string Mark(int article, bool with_language) const {
    if (!with_language || article >= response_.articles_size()) return SourceMark(article);
    return SourceMark(article, response_.articles(article).language());
  }

  std::string SentenceText(const SummarySentence& sentence, bool merged) const {
    std::string text = absl::StrCat(Dangles(sentence) ? "[…] " : "", sentence.text());
    if (IsExcerpt(sentence)) absl::StrAppend(&text, " …");
    absl::StrAppend(&text, " ", Mark(sentence.article(), merged));
    for (const int article : sentence.supporting_articles()) {
      if (article != sentence.article()) absl::StrAppend(&text, " ", Mark(article, merged));
    }
    return text;
  }

  static std::string GistText(const SummarySentence& sentence) {
    const std::string language = LanguageName(sentence.language());
    return sentence.gist().items().empty() ? absl::StrCat("(", language, ")")
                                           : absl::StrCat("(", language, ": ", sentence.gist().text(), ")");
  }

  void AppendEvidence(const SummarySentence& sentence, std::string& out) const {
    for (const auto& one : sentence.evidence()) {
      const std::string mark = absl::StrCat(kDeepIndent, "= ", Mark(one.article(), true), " ");
      absl::StrAppend(&out,
                      Wrap(absl::StrCat(one.text(), " (", one.strength_permille() / 10, " %)"), options_.width, mark));
    }
  }

  const SummarizeArticlesResponse& response_;
  const SummaryTextOptions& options_;
};
}  // namespace

std::string SummaryText(const SummarizeArticlesResponse& response, const SummaryTextOptions& options) {
  std::string out;
  const SectionWriter writer(response, options);
  for (const Summary& summary : response.summaries()) writer.Append(summary, out);
  if (response.has_merged()) writer.Append(response.merged(), out);
  return out + DisagreementList(response.disagreements(), options.width) +
         SourceList(response.articles(), options.width);
}

}  // namespace polygist::client
