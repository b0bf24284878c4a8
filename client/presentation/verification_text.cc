#include "client/presentation/verification_text.h"

#include "absl/strings/str_cat.h"
#include "client/presentation/wrap.h"

namespace polygist::client {
namespace {

using summary::v1::Finding;
using summary::v1::Verification;

std::string Conclusion(const Verification& verification) {
  switch (verification.verdict()) {
    case Verification::VERIFIED:
      return "Made again, it came out the same.";
    case Verification::VERBATIM:
      return "It could not be made again.";
    case Verification::UNDECIDED:
      return "The others could not be looked up.";
    default:
      return "The summary is not what it says.";
  }
}

void AppendFinding(const Finding& finding, int width, std::string& out) {
  absl::StrAppend(&out, "\n", finding.code(), "  ", finding.field(), "\n");
  absl::StrAppend(&out, Wrap(absl::StrCat(finding.message(), " ", finding.remedy()), width, "  "));
  if (!finding.recorded().empty()) absl::StrAppend(&out, Wrap(finding.recorded(), width, "  recorded: "));
  if (!finding.found().empty()) absl::StrAppend(&out, Wrap(finding.found(), width, "  found:    "));
}

}  // namespace

std::string VerificationText(const Verification& verification, int width) {
  std::string out = Wrap(absl::StrCat(Verification::Verdict_Name(verification.verdict()), ": ", verification.verbatim(),
                                      " of ", verification.sentences(),
                                      " sentences stand word for word in their articles. ", Conclusion(verification)),
                         width);
  for (const Finding& finding : verification.findings()) AppendFinding(finding, width, out);
  return out;
}

}  // namespace polygist::client
