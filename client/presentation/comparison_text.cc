#include "client/presentation/comparison_text.h"

#include "absl/strings/str_cat.h"
#include "client/presentation/disagreement_list.h"
#include "client/presentation/source_list.h"
#include "client/presentation/wrap.h"

namespace polygist::client {
namespace {

using summary::v1::CompareArticlesResponse;
using summary::v1::Statement;
using summary::v1::StatementGroup;

constexpr char kIndent[] = "  ";

void AppendGroup(const StatementGroup& group, int width, std::string& out) {
  for (const Statement& member : group.members()) {
    absl::StrAppend(&out, Wrap(absl::StrCat(member.text(), " ", SourceMark(member.article())), width, kIndent));
  }
  out += '\n';
}

}  // namespace

std::string ComparisonText(const CompareArticlesResponse& response, int width) {
  std::string out;
  if (response.groups_size() > 0) out += "Said by several\n\n";
  for (const StatementGroup& group : response.groups()) AppendGroup(group, width, out);
  return out + DisagreementList(response.disagreements(), width) + SourceList(response.articles(), width);
}

}  // namespace polygist::client
