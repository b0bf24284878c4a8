#include "client/presentation/comparison_text.h"

#include "absl/strings/str_cat.h"
#include "client/presentation/disagreement_list.h"
#include "client/presentation/source_list.h"
#include "client/presentation/wrap.h"

namespace polygist::client {
namespace {

using summary::v1::CompareArticlesResponse;
using summary::v1::Quote;
using summary::v1::QuoteGroup;
using summary::v1::Statement;
using summary::v1::StatementGroup;

constexpr char kIndent[] = "  ";
constexpr char kDeepIndent[] = "    ";

std::string Marked(const Statement& sentence) {
  return absl::StrCat(sentence.text(), sentence.title() ? " (title) " : " ",
                      SourceMark(sentence.article(), sentence.language()));
}

// "3 independent; silent: [2] [4]"
std::string Standing(const StatementGroup& group) {
  std::string line = absl::StrCat("(", group.independent_origins(), " independent");
  const char* separator = "; silent: ";
  for (const int article : group.silent_articles()) {
    absl::StrAppend(&line, separator, SourceMark(article));
    separator = " ";
  }
  return line + ")";
}

void AppendGroup(const StatementGroup& group, int width, std::string& out) {
  for (const Statement& member : group.members()) absl::StrAppend(&out, Wrap(Marked(member), width, kIndent));
  absl::StrAppend(&out, Wrap(Standing(group), width, kDeepIndent), "\n");
}

// The speaker, then the words as each article gives them, with the name it gives.
void AppendQuotes(const QuoteGroup& group, int width, std::string& out) {
  absl::StrAppend(&out, Wrap(absl::StrCat(group.speaker().empty() ? "Speaker not told" : group.speaker(),
                                          group.wording_differs() ? " (wording differs)" : ""),
                             width, kIndent));
  for (const Quote& quote : group.quotes()) {
    const bool other_name = !quote.speaker().empty() && quote.speaker() != group.speaker();
    const std::string name = other_name ? absl::StrCat(" (", quote.speaker(), ")") : "";
    absl::StrAppend(
        &out, Wrap(absl::StrCat("\"", quote.text(), "\"", name, " ", SourceMark(quote.article(), quote.language())),
                   width, kDeepIndent));
  }
  out += '\n';
}

std::string Quotes(const CompareArticlesResponse& response, int width) {
  std::string out;
  if (response.quotes_size() > 0) out += "Quotes\n\n";
  for (const QuoteGroup& group : response.quotes()) AppendQuotes(group, width, out);
  return out;
}

std::string Singles(const CompareArticlesResponse& response, int width) {
  std::string out;
  if (response.singles_size() > 0) out += "Said by one\n\n";
  for (const Statement& single : response.singles()) absl::StrAppend(&out, Wrap(Marked(single), width, kIndent));
  if (!out.empty()) out += '\n';
  return out;
}

}  // namespace

std::string ComparisonText(const CompareArticlesResponse& response, const ComparisonTextOptions& options) {
  std::string out;
  if (response.groups_size() > 0) out += "Said by several\n\n";
  for (const StatementGroup& group : response.groups()) AppendGroup(group, options.width, out);
  absl::StrAppend(&out, DisagreementList(response.disagreements(), options.width), Quotes(response, options.width));
  if (options.singles) absl::StrAppend(&out, Singles(response, options.width));
  return out + SourceList(response.articles(), options.width);
}

}  // namespace polygist::client
