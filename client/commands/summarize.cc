// polygist summarize FILES... | NAMES... | --all
#include <memory>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "client/commands/session.h"
#include "client/commands/summary_options.h"
#include "client/presentation/json_output.h"
#include "client/presentation/summary_text.h"

namespace polygist::client {
namespace {

int RunSummarize(const Session& session, const SummarizeArguments& arguments, bool evidence) {
  const auto request = MakeSummarizeRequest(session, arguments);
  if (!request.ok()) return Fail(session, request.status());
  const auto response = OpenSummary(session).Summarize(CallNow(session), *request);
  if (!response.ok()) return Fail(session, response.status());
  session.out << (session.json ? absl::StrCat(ToJson(*response, true), "\n")
                               : SummaryText(*response, {session.width, evidence}));
  return kExitOk;
}

}  // namespace

void AddSummarizeCommand(CLI::App& app, Run& run) {
  CLI::App& verb = *app.add_subcommand("summarize", "Summarize files without storing them, or stored articles");
  auto arguments = std::make_shared<SummarizeArguments>();
  auto evidence = std::make_shared<bool>(false);
  AddSummaryOptions(verb, *arguments);
  verb.add_flag("--evidence", *evidence, "Show below each line the sentences of other articles that say the same");
  verb.callback([arguments, evidence, &run] {
    run = [arguments, evidence](const Session& session) { return RunSummarize(session, *arguments, *evidence); };
  });
}

}  // namespace polygist::client
