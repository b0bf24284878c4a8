// The command-line program: parses options, runs one verb.
#include <grpc/support/log.h>
#include <unistd.h>

#include <iostream>
#include <string>
#include <vector>

#include "client/channel.h"
#include "client/commands/session.h"
#include "client/presentation/failure_text.h"
#include "client/presentation/terminal.h"
#include "client/verify/verify_command.h"
#include "common/base/address.h"
#include "common/rpc/transport_security.h"

namespace polygist::client {
namespace {

constexpr char kFooter[] =
    "\nExit codes: 0 done, 1 some items failed, 2 usage, 3 a service is unavailable, 4 rejected.\n"
    "'polygist VERB --help' explains a verb, 'polygist --help' the options of all.";

struct GlobalOptions {
  std::string ingest = IngestAddress();
  std::string summary = SummaryAddress();
  rpc::TlsFiles tls;
  std::string output = "text";
  double timeout_seconds = 300;
  int width = TerminalWidth(STDOUT_FILENO);
};

std::string TimeoutProblem(const std::string& seconds) {
  double value = 0;
  return CLI::detail::lexical_cast(seconds, value) && value > 0 ? "" : "Give seconds, more than 0.";
}

void AddGlobalOptions(CLI::App& app, GlobalOptions& options) {
  app.add_option("--ingest", options.ingest, "Address of ingest_service")
      ->envname("POLYGIST_INGEST_ADDRESS")
      ->check(AddressProblem)
      ->capture_default_str();
  app.add_option("--summary", options.summary, "Address of summary_service")
      ->envname("POLYGIST_SUMMARY_ADDRESS")
      ->check(AddressProblem)
      ->capture_default_str();
  rpc::AddTlsOptions(app, options.tls);
  app.add_option("--output", options.output, "text for people, json for programs")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  app.add_option("--timeout", options.timeout_seconds, "Seconds that one call may take")
      ->check(TimeoutProblem)
      ->capture_default_str();
  app.add_option("--width", options.width, "Columns of text; 0 does not wrap; default: the terminal's")
      ->check(CLI::NonNegativeNumber);
}

void AddVerbs(CLI::App& app, Run& run) {
  AddIngestCommand(app, run);
  AddGetCommand(app, run);
  AddListCommand(app, run);
  AddDeleteCommand(app, run);
  AddNormalizeCommand(app, run);
  AddSummarizeCommand(app, run);
  AddCompareCommand(app, run);
  AddExplainCommand(app, run);
  AddVerifyCommand(app, run);
  AddBatchCommand(app, run);
  AddLexiconCommand(app, run);
  AddTemplateCommand(app, run);
  AddHealthCommand(app, run);
}

// The word that stands where a verb is needed and is none; "" for other mistakes.
std::string UnknownVerb(const CLI::App& app) {
  const CLI::App* verb = &app;
  while (!verb->get_subcommands().empty()) verb = verb->get_subcommands().front();
  const std::vector<std::string> rest = app.remaining(/*recurse=*/true);
  return verb->get_require_subcommand_min() > 0 && !rest.empty() ? rest.front() : "";
}

int Main(int argc, char** argv) {
  CLI::App app("Summaries of news articles in many languages from many sources.", "polygist");
  GlobalOptions options;
  AddGlobalOptions(app, options);
  app.require_subcommand(1);
  app.fallthrough();  // Global options may stand after the verb.
  app.footer(kFooter);
  Run run;
  AddVerbs(app, run);
  try {  // CLI11 reports by exceptions; they end here.
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (const std::string verb = UnknownVerb(app); !verb.empty()) std::cerr << "There is no verb '" << verb << "'.\n";
    return app.exit(error) == 0 ? kExitOk : kExitUsage;
  }
  const auto credentials = rpc::MakeChannelCredentials(options.tls);
  if (!credentials.ok()) {
    std::cerr << FailureText(credentials.status(), "");
    return kExitUsage;
  }
  const Session session{.in = std::cin,
                        .out = std::cout,
                        .err = std::cerr,
                        .ingest_address = options.ingest,
                        .summary_address = options.summary,
                        .credentials = *credentials,
                        .timeout = absl::Seconds(options.timeout_seconds),
                        .json = options.output == "json",
                        .width = options.width,
                        .progress = IsTerminal(STDERR_FILENO)};
  const int exit_code = run(session);
  std::cout.flush();
  return exit_code;
}

}  // namespace
}  // namespace polygist::client

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  gpr_set_log_function([](gpr_log_func_args*) {});  // What is to be known of a failed call stands in its status.
  return polygist::client::Main(argc, argv);
}
