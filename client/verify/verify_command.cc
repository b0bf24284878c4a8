// polygist verify SUMMARY.json [ARTICLES...]
#include "client/verify/verify_command.h"

#include <google/protobuf/util/json_util.h>

#include <memory>
#include <optional>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "client/input/content_file.h"
#include "client/input/usage_error.h"
#include "client/presentation/json_output.h"
#include "client/presentation/verification_text.h"
#include "client/verify/article_files.h"
#include "common/base/status_macros.h"
#include "common/base/strings.h"
#include "summary_service/lexicon/lexicon.h"

namespace polygist::client {
namespace {

using summary::v1::SummarizeArticlesResponse;
using summary::v1::Verification;

struct VerifyArguments {
  std::string summary;
  std::vector<std::string> articles;
  std::string lexicon;
};

absl::StatusOr<SummarizeArticlesResponse> ReadSummary(const Session& session, const std::string& path) {
  ASSIGN_OR_RETURN(const std::string bytes, ReadContent(path, session.in));
  SummarizeArticlesResponse summary;
  const auto parsed = google::protobuf::util::JsonStringToMessage(bytes, &summary);
  if (!parsed.ok()) {
    return UsageError(LabelOfPath(path), "SUMMARY_UNREADABLE",
                      ToStd(absl::StrCat("This is not what polygist summarize --output json writes: ",
                                         std::string(parsed.message()))));
  }
  return summary;
}

// In this program, without any service.
absl::StatusOr<Verification> VerifyHere(const Session& session, const SummarizeArticlesResponse& summary,
                                        const VerifyArguments& arguments) {
  std::vector<ArticleFile> files;
  for (const std::string& path : arguments.articles) {
    ASSIGN_OR_RETURN(std::string bytes, ReadContent(path, session.in));
    files.push_back(ReadArticleFile(path, std::move(bytes)));
  }
  std::optional<summary::Lexicon> lexicon;
  if (!arguments.lexicon.empty()) {
    ASSIGN_OR_RETURN(lexicon, summary::Lexicon::OpenFolder(arguments.lexicon));
  }
  const RequestContext call{.deadline = absl::Now() + session.timeout};
  const std::vector<summary::FoundArticle> found = FindInFiles(summary, files);
  Verification verification = summary::VerifySummary(call, summary, found, lexicon ? &*lexicon : nullptr);
  RETURN_IF_ERROR(call.Check());
  return verification;
}

absl::StatusOr<Verification> VerifyThere(const Session& session, SummarizeArticlesResponse summary) {
  summary::v1::VerifySummaryRequest request;
  *request.mutable_summary() = std::move(summary);
  ASSIGN_OR_RETURN(auto response, OpenSummary(session).Verify(CallNow(session), request));
  return std::move(*response.mutable_verification());
}

int ExitCodeOf(Verification::Verdict verdict) {
  if (verdict == Verification::VERIFIED) return kExitOk;
  return verdict == Verification::REFUTED ? kExitRejected : kExitSomeFailed;
}

int RunVerify(const Session& session, const VerifyArguments& arguments) {
  auto summary = ReadSummary(session, arguments.summary);
  if (!summary.ok()) return Fail(session, summary.status());
  const auto verification =
      arguments.articles.empty() ? VerifyThere(session, *std::move(summary)) : VerifyHere(session, *summary, arguments);
  if (!verification.ok()) return Fail(session, verification.status());
  session.out << (session.json ? absl::StrCat(ToJson(*verification, true), "\n")
                               : VerificationText(*verification, session.width));
  return ExitCodeOf(verification->verdict());
}

}  // namespace

void AddVerifyCommand(CLI::App& app, Run& run) {
  CLI::App& verb =
      *app.add_subcommand("verify",
                          "Check a summary: every sentence word for word in its article, and the same summary again.\n"
                          "With files no service is needed; without, the services are asked.\n"
                          "Exit codes: 0 verified, 1 not all could be checked, 4 refuted");
  auto arguments = std::make_shared<VerifyArguments>();
  verb.add_option("summary", arguments->summary, "What polygist summarize --output json wrote; '-' is standard input")
      ->required();
  verb.add_option("articles", arguments->articles,
                  "Files: the raw articles, or what polygist get or normalize --output json wrote");
  verb.add_option("--lexicon", arguments->lexicon, "Folder of the dictionaries that the summary was made with")
      ->envname("POLYGIST_LEXICON");
  verb.callback(
      [arguments, &run] { run = [arguments](const Session& session) { return RunVerify(session, *arguments); }; });
}

}  // namespace polygist::client
