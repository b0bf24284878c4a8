#include "client/presentation/comparison_text.h"

#include "absl/strings/str_cat.h"
#include "client/presentation/source_list.h"
#include "client/presentation/wrap.h"

namespace polygist::client {
namespace {

using summary::v1::CompareArticlesResponse;
using summary::v1::Disagreement;
using summary::v1::Statement;
using summary::v1::StatementGroup;

constexpr char kIndent[] = "  ";

void AppendGroup(const StatementGroup& group, int width, std::string& out) {
  for (const Statement& member : group.members()) {
    absl::StrAppend(&out, Wrap(absl::StrCat(member.text(), " ", SourceMark(member.article())), width, kIndent));
  }
  out += '\n';
}

// "artists (DISAGREE): 16 [1], 14 [5]", then the sentences.
void AppendDisagreement(const Disagreement& disagreement, int width, std::string& out) {
  std::string line = absl::StrCat(disagreement.about(), disagreement.about().empty() ? "" : " ", "(",
                                  Disagreement::Kind_Name(disagreement.kind()), "): ");
  const char* separator = "";
  for (const auto& value : disagreement.values()) {
    absl::StrAppend(&line, separator, value.text(), " ", SourceMark(value.statement().article()));
    separator = ", ";
  }
  absl::StrAppend(&out, Wrap(line, width, kIndent));
  for (const auto& value : disagreement.values()) {
    absl::StrAppend(&out, Wrap(absl::StrCat(value.statement().text(), " ", SourceMark(value.statement().article())),
                               width, "    "));
  }
  out += '\n';
}

}  // namespace

std::string ComparisonText(const CompareArticlesResponse& response, int width) {
  std::string out;
  if (response.groups_size() > 0) out += "Said by several\n\n";
  for (const StatementGroup& group : response.groups()) AppendGroup(group, width, out);
  if (response.disagreements_size() > 0) out += "Differences\n\n";
  for (const Disagreement& one : response.disagreements()) AppendDisagreement(one, width, out);
  return out + SourceList(response.articles(), width);
}

}  // namespace polygist::client
