#include "client/presentation/explanation_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/presentation/language_names.h"
#include "client/presentation/source_list.h"
#include "client/presentation/wrap.h"

namespace polygist::client {
namespace {

using summary::v1::Difference;
using summary::v1::ExplainSummariesResponse;
using summary::v1::Explanation;
using summary::v1::Statement;

constexpr char kIndent[] = "  ";
constexpr double kMicros = 1e6;

std::string Quoted(const Statement& statement) {
  return absl::StrCat(statement.text(), " ", SourceMark(statement.article()));
}

// "score 0.412 = base 0.300 + title 0.112"
std::string ScoreLine(const Explanation& explanation) {
  std::string line = absl::StrFormat("score %.3f", static_cast<double>(explanation.score_micros()) / kMicros);
  const char* sign = " = ";
  for (const auto& part : explanation.parts()) {
    absl::StrAppendFormat(&line, "%s%s %.3f", sign, part.name(), static_cast<double>(part.value_micros()) / kMicros);
    sign = " + ";
  }
  return line;
}

void AppendExplanation(const Explanation& explanation, int width, std::string& out) {
  absl::StrAppend(&out, LanguageName(explanation.language()), ": ", Explanation::Verdict_Name(explanation.verdict()),
                  ", rank ", explanation.rank(), "\n\n");
  absl::StrAppend(&out, Wrap(Quoted(explanation.sentence()), width, kIndent));
  absl::StrAppend(&out, Wrap(ScoreLine(explanation), width, kIndent));
  absl::StrAppend(
      &out, Wrap(absl::StrFormat("adds %.3f to the summary", static_cast<double>(explanation.gain_micros()) / kMicros),
                 width, kIndent));
  if (explanation.has_nearest()) {
    absl::StrAppend(&out, Wrap(absl::StrFormat("%.1f %% of it is said by: %s", explanation.nearest_permille() / 10.0,
                                               Quoted(explanation.nearest())),
                               width, kIndent));
  }
  out += '\n';
}

void AppendDifference(const Difference& difference, int width, std::string& out) {
  absl::StrAppend(&out, LanguageName(difference.language()), " without the source\n\n");
  for (const Statement& lost : difference.lost()) absl::StrAppend(&out, Wrap(Quoted(lost), width, "  - "));
  for (const Statement& gained : difference.gained()) absl::StrAppend(&out, Wrap(Quoted(gained), width, "  + "));
  if (difference.lost().empty() && difference.gained().empty()) out += "  The same.\n";
  out += '\n';
}

}  // namespace

std::string ExplanationText(const ExplainSummariesResponse& response, int width) {
  std::string out;
  for (const Explanation& one : response.explanations()) AppendExplanation(one, width, out);
  for (const Difference& one : response.differences()) AppendDifference(one, width, out);
  return out + SourceList(response.articles(), width);
}

}  // namespace polygist::client
