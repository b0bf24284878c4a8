// What every verb works with: streams, addresses, output form.
#pragma once

#include <grpcpp/security/credentials.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/call_options.h"
#include "client/ingest_client.h"
#include "client/presentation/failure_text.h"
#include "client/summary_client.h"

namespace polygist::client {

struct Session {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::string ingest_address;
  std::string summary_address;
  std::shared_ptr<grpc::ChannelCredentials> credentials = grpc::InsecureChannelCredentials();
  absl::Duration timeout = absl::Seconds(300);  // Of one call.
  bool json = false;                            // ProtoJSON instead of text for people.
  int width = 0;                                // Columns of text; 0 does not wrap.
  bool progress = false;                        // Whether `err` is a terminal, which likes to see progress.
};

// The clients of a session wait at most about two seconds for a service that does not answer: a
// person waits, and rather reads what to do.
IngestClient OpenIngest(const Session& session);
SummaryClient OpenSummary(const Session& session);

// A call that may take the session's time from now on.
CallOptions CallNow(const Session& session);

// A health check, which answers at once or not at all.
CallOptions HealthCallNow(const Session& session);

// Prints the failure of `subject` to the session's `err` and returns the exit code.
int Fail(const Session& session, const absl::Status& failure, std::string_view subject = "");

// Counts the items of a verb that takes several.
class Tally {
 public:
  // Prints failures.
  void Add(const Session& session, const absl::Status& status, std::string_view subject);
  int ExitCode() const { return ExitCodeOf(failed_, total_, first_failure_); }
  int total() const { return total_; }

 private:
  int total_ = 0;
  int failed_ = 0;
  absl::Status first_failure_;
};

// Set by the verb that the command line names; returns the exit code.
using Run = std::function<int(const Session&)>;

// Declare a verb with its options. When the command line names it, `run` is set.
void AddIngestCommand(CLI::App& app, Run& run);
void AddGetCommand(CLI::App& app, Run& run);
void AddListCommand(CLI::App& app, Run& run);
void AddDeleteCommand(CLI::App& app, Run& run);
void AddNormalizeCommand(CLI::App& app, Run& run);
void AddSummarizeCommand(CLI::App& app, Run& run);
void AddCompareCommand(CLI::App& app, Run& run);
void AddExplainCommand(CLI::App& app, Run& run);
void AddBatchCommand(CLI::App& app, Run& run);
void AddLexiconCommand(CLI::App& app, Run& run);
void AddTemplateCommand(CLI::App& app, Run& run);
void AddHealthCommand(CLI::App& app, Run& run);

}  // namespace polygist::client
