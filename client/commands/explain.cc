// polygist explain FILES... | NAMES... | --all  --sentence ARTICLE#N | --without SOURCE
#include <memory>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "client/commands/session.h"
#include "client/commands/summary_options.h"
#include "client/presentation/explanation_text.h"
#include "client/presentation/json_output.h"
#include "common/base/status_macros.h"

namespace polygist::client {
namespace {

struct ExplainArguments {
  SummarizeArguments summary;
  std::vector<std::string> sentences;
  std::string without_source;
};

absl::StatusOr<summary::v1::ExplainSummariesRequest> MakeRequest(const Session& session,
                                                                 const ExplainArguments& arguments) {
  summary::v1::ExplainSummariesRequest request;
  ASSIGN_OR_RETURN(*request.mutable_summary(), MakeSummarizeRequest(session, arguments.summary));
  for (const std::string& text : arguments.sentences) {
    RETURN_IF_ERROR(
        AddSentence(arguments.summary, request.summary().has_inline_(), text, "--sentence", *request.add_sentences()));
  }
  request.set_without_source(arguments.without_source);
  return request;
}

int RunExplain(const Session& session, const ExplainArguments& arguments) {
  const auto request = MakeRequest(session, arguments);
  if (!request.ok()) return Fail(session, request.status());
  const auto response = OpenSummary(session).Explain(CallNow(session), *request);
  if (!response.ok()) return Fail(session, response.status());
  session.out << (session.json ? absl::StrCat(ToJson(*response, true), "\n")
                               : ExplanationText(*response, session.width));
  return kExitOk;
}

}  // namespace

void AddExplainCommand(CLI::App& app, Run& run) {
  CLI::App& verb = *app.add_subcommand(
      "explain", "Tell why sentences are in a summary or are not, or what it would be without a source");
  auto arguments = std::make_shared<ExplainArguments>();
  AddSummaryOptions(verb, arguments->summary);
  verb.add_option("--sentence", arguments->sentences, "ARTICLE#N: a sentence to explain; may be repeated")
      ->allow_extra_args(false);
  verb.add_option("--without,--without-source", arguments->without_source, "Leave the articles of this source out");
  verb.callback(
      [arguments, &run] { run = [arguments](const Session& session) { return RunExplain(session, *arguments); }; });
}

}  // namespace polygist::client
