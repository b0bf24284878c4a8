#include "client/presentation/disagreement_list.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/presentation/source_list.h"
#include "client/presentation/wrap.h"

namespace polygist::client {
namespace {

using summary::v1::Disagreement;

constexpr char kIndent[] = "  ";
constexpr char kDeepIndent[] = "    ";

using summary::v1::DisagreementValue;

// Those who give one value.
struct Side {
  const DisagreementValue* first = nullptr;
  std::vector<std::string> marks;  // Of the articles, each once.
};

// In order of first use.
std::vector<Side> SidesOf(const Disagreement& disagreement) {
  std::vector<Side> sides;
  for (const DisagreementValue& value : disagreement.values()) {
    auto side = std::find_if(sides.begin(), sides.end(), [&](const Side& one) {
      return one.first->value() == value.value() && one.first->unit() == value.unit();
    });
    if (side == sides.end()) side = sides.insert(side, Side{&value, {}});
    const std::string mark = SourceMark(value.statement().article());
    if (std::find(side->marks.begin(), side->marks.end(), mark) == side->marks.end()) side->marks.push_back(mark);
  }
  return sides;
}

// "artists (DISAGREE): 16 [1] [2], 14 [5]", then a sentence for each value.
void AppendDisagreement(const Disagreement& disagreement, int width, std::string& out) {
  std::string line = absl::StrCat(disagreement.about(), disagreement.about().empty() ? "" : " ", "(",
                                  Disagreement::Kind_Name(disagreement.kind()), "): ");
  const std::vector<Side> sides = SidesOf(disagreement);
  const char* separator = "";
  for (const Side& side : sides) {
    absl::StrAppend(&line, separator, side.first->text(), " ", absl::StrJoin(side.marks, " "));
    separator = ", ";
  }
  absl::StrAppend(&out, Wrap(line, width, kIndent));
  for (const Side& side : sides) {
    const std::string sentence = absl::StrCat(side.first->statement().text(), " ", side.marks.front());
    absl::StrAppend(&out, Wrap(sentence, width, kDeepIndent));
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
