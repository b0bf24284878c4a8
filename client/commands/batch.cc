// polygist batch normalize|summarize|compare --input F --output F
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "client/channel.h"
#include "client/commands/batch_lines.h"
#include "client/commands/map_lines.h"
#include "client/commands/session.h"
#include "client/input/content_file.h"
#include "client/input/usage_error.h"
#include "common/base/status_macros.h"
#include "common/rpc/health.h"

namespace polygist::client {
namespace {

// Batches run for long and unattended: a service that restarts is waited for.
constexpr RetryPolicy kPatience{
    .first_pause = absl::Milliseconds(100), .max_pause = absl::Seconds(2), .max_total = absl::Seconds(30)};

struct BatchArguments {
  std::string input;
  std::string output = "-";
  int in_flight = 8;
};

// Turns the object of one line into that of the answer.
using Answer = std::function<absl::StatusOr<Json>(const Json& line)>;

// {"id"|"topic","error"}
Json FailureLine(const char* key, const Json& line, int64_t number, const absl::Status& failure) {
  Json result;
  result[key] = line.is_object() && line.contains(key) ? line.at(key) : Json();
  const std::string reason = ReasonOf(failure);
  result["error"] =
      absl::StrCat("line ", number, ": ", reason.empty() ? absl::StatusCodeToString(failure.code()) : reason, ": ",
                   failure.message());
  return result;
}

class Batch {
 public:
  Batch(const Session& session, const BatchArguments& arguments, const char* key)
      : session_(session), arguments_(arguments), key_(key) {}

  int Run(const Answer& answer) {
    if (!OpenStreams()) return kExitUsage;
    const auto work = [&](int64_t number, const std::string& text) {
      return AnswerLine(answer, number, text).dump(-1, ' ', false, Json::error_handler_t::replace);
    };
    MapLines(*in_, arguments_.in_flight, work, [this](const std::string& line) { Emit(line); });
    out_->flush();
    if (!*out_) {
      session_.err << "polygist: " << arguments_.output << " could not be written to its end.\n";
      return kExitRejected;
    }
    return Conclude();
  }

 private:
  bool OpenStreams() {
    if (arguments_.input != "-") {
      file_in_.open(arguments_.input, std::ios::binary);
      in_ = &file_in_;
    }
    if (!*in_ || std::filesystem::is_directory(arguments_.input)) {
      session_.err << "polygist: " << arguments_.input << " cannot be read.\n";
      return false;
    }
    if (arguments_.output != "-") {
      file_out_.open(arguments_.output, std::ios::binary | std::ios::trunc);
      out_ = &file_out_;
    }
    if (!*out_) session_.err << "polygist: " << arguments_.output << " cannot be written.\n";
    return static_cast<bool>(*out_);
  }

  Json AnswerLine(const Answer& answer, int64_t number, const std::string& text) {
    absl::StatusOr<Json> line = ParseLine(text);
    absl::StatusOr<Json> result = line.ok() ? answer(*line) : line.status();
    if (result.ok()) return *std::move(result);
    ++failed_;
    return FailureLine(key_, line.ok() ? *line : Json(), number, result.status());
  }

  void Emit(const std::string& line) {
    *out_ << line << "\n";
    ++done_;
    if (session_.progress) session_.err << "\r" << done_ << " lines" << std::flush;
  }

  int Conclude() {
    if (session_.progress) session_.err << "\n";
    if (failed_ == 0) return kExitOk;
    session_.err << "polygist: " << failed_ << " of " << done_ << " lines failed; their output has an \"error\".\n";
    return kExitSomeFailed;
  }

  const Session& session_;
  const BatchArguments& arguments_;
  const char* const key_;
  std::ifstream file_in_;
  std::ofstream file_out_;
  std::istream* in_ = &session_.in;
  std::ostream* out_ = &session_.out;
  std::atomic<int64_t> failed_ = 0;
  int64_t done_ = 0;
};

int RunNormalize(const Session& session, const BatchArguments& arguments) {
  const auto channel = OpenChannel(session.ingest_address, session.credentials);
  if (const absl::Status health = rpc::CheckHealth(channel, HealthCallNow(session).deadline); !health.ok()) {
    return Fail(session, health, session.ingest_address);
  }
  const IngestClient client(channel, kPatience);
  const std::filesystem::path folder = std::filesystem::path(arguments.input).parent_path();
  const Answer answer = [&](const Json& line) -> absl::StatusOr<Json> {
    ASSIGN_OR_RETURN(const auto request, NormalizeRequestOf(line, folder));
    ASSIGN_OR_RETURN(const auto article, client.Normalize(CallNow(session), request));
    return NormalizeResult(line, article);
  };
  return Batch(session, arguments, "id").Run(answer);
}

int RunSummarize(const Session& session, const BatchArguments& arguments) {
  const auto channel = OpenChannel(session.summary_address, session.credentials);
  if (const absl::Status health = rpc::CheckHealth(channel, HealthCallNow(session).deadline); !health.ok()) {
    return Fail(session, health, session.summary_address);
  }
  const SummaryClient client(channel, kPatience);
  const Answer answer = [&](const Json& line) -> absl::StatusOr<Json> {
    ASSIGN_OR_RETURN(const auto request, SummarizeRequestOf(line));
    const absl::Time start = absl::Now();
    ASSIGN_OR_RETURN(const auto response, client.Summarize(CallNow(session), request));
    return SummarizeResult(line, response, absl::ToDoubleSeconds(absl::Now() - start));
  };
  return Batch(session, arguments, "topic").Run(answer);
}

int RunCompare(const Session& session, const BatchArguments& arguments) {
  const auto channel = OpenChannel(session.summary_address, session.credentials);
  if (const absl::Status health = rpc::CheckHealth(channel, HealthCallNow(session).deadline); !health.ok()) {
    return Fail(session, health, session.summary_address);
  }
  const SummaryClient client(channel, kPatience);
  const Answer answer = [&](const Json& line) -> absl::StatusOr<Json> {
    ASSIGN_OR_RETURN(const auto request, CompareRequestOf(line));
    ASSIGN_OR_RETURN(const auto response, client.Compare(CallNow(session), request));
    return CompareResult(line, response);
  };
  return Batch(session, arguments, "topic").Run(answer);
}

constexpr char kNormalizeLines[] = R"(
A line read:    {"id", "text" or "path", "content_type"?, "charset"?, "lang"?, "url"?, "keep_all"?}
                "path" starts at the folder of the input; "text" is sent as UTF-8
A line written: {"id", "title", "lang", "confidence", "text", "sentences": [TEXT], "spans": [[BEGIN, END]],
                 "removed": [{"start", "end", "rule"}], "warnings": [CODE]}; or {"id", "error"}
                spans count bytes of "text", removed ones those of what was sent)";

constexpr char kSummarizeLines[] = R"(
A line read:    {"topic", "lang", "articles": [{"id", "title"?, "text", "lang"?, "date"?}],
                 "budget"?: {"words": N} or {"sentences": N} or {"characters": N}, "reading"?: [TAG], "query"?}
                "lang" "mul" asks for the merged summary
A line written: {"topic", "lang", "summary", "seconds", "sentences": [{"article", "text", "start", "end", "score"}]};
                 or {"topic", "error"})";

constexpr char kCompareLines[] = R"(
A line read:    {"topic", "articles": [{"id", "title"?, "text", "lang"?, "date"?}]}
                "date" is the day of publication, as 2031-03-04: weekdays are compared where it is known
A line written: {"topic", "groups": [[{"article", "text"}]],
                 "disagreements": [{"kind", "about", "values": [{"article", "text", "value"}]}]}; or {"topic", "error"}
                "text" is the sentence as the line read has it, or the title)";

void AddKind(CLI::App& batch, const std::string& name, const std::string& description, const char* lines,
             int (*kind)(const Session&, const BatchArguments&), Run& run) {
  CLI::App& verb = *batch.add_subcommand(name, description);
  verb.footer(lines + verb.get_footer());
  auto arguments = std::make_shared<BatchArguments>();
  verb.add_option("--input", arguments->input, "JSON lines; '-' is standard input")->required();
  verb.add_option("--output", arguments->output, "JSON lines; '-' is standard output")->capture_default_str();
  verb.add_option("--in-flight", arguments->in_flight, "Calls that run at a time")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  verb.callback([arguments, kind, &run] {
    run = [arguments, kind](const Session& session) { return kind(session, *arguments); };
  });
}

}  // namespace

void AddBatchCommand(CLI::App& app, Run& run) {
  CLI::App& batch = *app.add_subcommand("batch", "Run a file of JSON lines through the services");
  batch.require_subcommand(1);
  AddKind(batch, "normalize", R"({"id","text"|"path",...} -> {"id","text","sentences",...})", kNormalizeLines,
          RunNormalize, run);
  AddKind(batch, "summarize", R"({"topic","lang","articles",...} -> {"topic","lang","summary",...})", kSummarizeLines,
          RunSummarize, run);
  AddKind(batch, "compare", R"({"topic","articles"} -> {"topic","groups","disagreements"})", kCompareLines, RunCompare,
          run);
}

}  // namespace polygist::client
