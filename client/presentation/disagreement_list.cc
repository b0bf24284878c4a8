#include "client/presentation/disagreement_list.h"

#include "absl/strings/str_cat.h"
#include "client/presentation/source_list.h"
#include "client/presentation/wrap.h"

namespace polygist::client {
namespace {

using summary::v1::Disagreement;

constexpr char kIndent[] = "  ";
constexpr char kDeepIndent[] = "    ";

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
                               width, kDeepIndent));
  }
  out += '\n';
}

}  // namespace

std::string DisagreementList(const google::protobuf::RepeatedPtrField<Disagreement>& disagreements, int width) {
  std::string out;
  if (!disagreements.empty()) out += "Differences\n\n";
  for (const Disagreement& one : disagreements) AppendDisagreement(one, width, out);
  return out;
}

}  // namespace polygist::client
