// polygist ingest FILES...: one stream, answers printed in the order of the files.
#include <map>
#include <memory>
#include <ostream>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "client/commands/content_options.h"
#include "client/commands/session.h"
#include "client/ingest_stream.h"
#include "client/input/article_names.h"
#include "client/input/content_file.h"
#include "client/input/usage_error.h"
#include "client/presentation/json_output.h"
#include "common/base/status_macros.h"
#include "common/rpc/status_conversion.h"

namespace polygist::client {
namespace {

using ingest::v1::IngestArticlesRequest;
using ingest::v1::IngestArticlesResponse;

struct IngestArguments {
  std::vector<std::string> files;
  std::string collection = "default";
  std::string id;
  std::string id_from = "content";
  ContentOptions content;
};

const char* OutcomeWord(ingest::v1::IngestOutcome outcome) {
  switch (outcome) {
    case ingest::v1::CREATED:
      return "created";
    case ingest::v1::UPDATED:
      return "updated";
    case ingest::v1::UNCHANGED:
      return "unchanged";
    default:
      return "stored";
  }
}

// Prints what became of each file, in the order of the files. Thread-safe.
class Results {
 public:
  Results(const Session& session, const std::vector<std::string>& files) : session_(session), files_(files) {}

  void Add(size_t file, IngestArticlesResponse answer) {
    absl::MutexLock lock(&mutex_);
    waiting_.emplace(file, std::move(answer));
    for (auto next = waiting_.begin(); next != waiting_.end() && next->first == printed_;
         next = waiting_.erase(next), ++printed_) {
      Print(next->first, next->second);
    }
    if (session_.progress && files_.size() > 1) ShowProgress();
  }

  void AddFailure(size_t file, const absl::Status& failure) {
    IngestArticlesResponse answer;
    *answer.mutable_error() = rpc::ToRpcStatus(failure);
    Add(file, std::move(answer));
  }

  int ExitCode() const { return tally_.ExitCode(); }

  // Files whose answer never came.
  void FailRest(const absl::Status& failure) {
    for (size_t file = 0; file < files_.size(); ++file) {
      bool open = false;
      {
        absl::MutexLock lock(&mutex_);
        open = file >= printed_ && !waiting_.contains(file);
      }
      if (open) AddFailure(file, failure);
    }
  }

 private:
  void Print(size_t file, IngestArticlesResponse& answer) {
    const std::string label = LabelOfPath(files_[file]);
    if (session_.json) {
      answer.set_client_ref(label);
      session_.out << ToJson(answer, false) << "\n";
    } else if (answer.has_acknowledgement()) {
      const auto& stored = answer.acknowledgement();
      session_.out << OutcomeWord(stored.outcome()) << "  " << stored.name() << "  " << label << "\n";
      for (const auto& warning : stored.warnings()) {
        session_.out << "  Note: " << warning.message() << " (" << warning.code() << ")\n";
      }
    }
    tally_.Add(session_, rpc::FromRpcStatus(answer.error()), label);
  }

  void ShowProgress() {
    session_.err << "\r" << printed_ << " of " << files_.size() << (printed_ == files_.size() ? "\n" : "")
                 << std::flush;
  }

  const Session& session_;
  const std::vector<std::string>& files_;
  absl::Mutex mutex_;
  std::map<size_t, IngestArticlesResponse> waiting_;
  size_t printed_ = 0;
  Tally tally_;
};

absl::StatusOr<IngestArticlesRequest> MakeItem(const Session& session, const IngestArguments& arguments, size_t file) {
  const std::string& path = arguments.files[file];
  IngestArticlesRequest item;
  item.set_client_ref(absl::StrCat(file));
  item.set_parent(CollectionName(arguments.collection));
  item.set_article_id(arguments.id_from == "name" ? ArticleIdOfPath(path) : arguments.id);
  ASSIGN_OR_RETURN(std::string bytes, ReadContent(path, session.in));
  ASSIGN_OR_RETURN(*item.mutable_content(), MakeContent(arguments.content, path, std::move(bytes)));
  return item;
}

// Two files that would become one article are a mistake that must not cost the first one.
absl::Status CheckIds(const IngestArguments& arguments) {
  if (!arguments.id.empty() && arguments.files.size() > 1) {
    return UsageError("--id", "ID_FOR_SEVERAL_FILES", "One ID cannot name several files; use --id-from name.");
  }
  if (arguments.id_from != "name") return absl::OkStatus();
  std::set<std::string> ids;
  for (const std::string& path : arguments.files) {
    if (!ids.insert(ArticleIdOfPath(path)).second) {
      return UsageError("--id-from", "ID_REPEATED",
                        absl::StrCat("Several files would get the ID '", ArticleIdOfPath(path),
                                     "'; rename one, or leave --id-from away."));
    }
  }
  return absl::OkStatus();
}

int RunIngest(const Session& session, const IngestArguments& arguments) {
  if (const absl::Status ids = CheckIds(arguments); !ids.ok()) return Fail(session, ids);
  Results results(session, arguments.files);
  const IngestClient client = OpenIngest(session);
  IngestStreamOptions options{.call = {.deadline = absl::InfiniteFuture()}, .retry = {.max_total = absl::Seconds(2)}};
  IngestStream stream(client, options, [&](const IngestArticlesResponse& answer) {
    results.Add(std::stoul(answer.client_ref()), answer);
  });
  absl::Status broken;
  for (size_t file = 0; file < arguments.files.size() && broken.ok(); ++file) {
    auto item = MakeItem(session, arguments, file);
    if (item.ok()) {
      broken = stream.Send(*std::move(item));
    } else {
      results.AddFailure(file, item.status());
    }
  }
  if (broken.ok()) broken = stream.Finish();
  if (!broken.ok()) results.FailRest(broken);
  return results.ExitCode();
}

}  // namespace

void AddIngestCommand(CLI::App& app, Run& run) {
  CLI::App& verb = *app.add_subcommand("ingest", "Normalize files and store them");
  auto arguments = std::make_shared<IngestArguments>();
  verb.add_option("files", arguments->files, "Files; '-' is standard input")->required();
  verb.add_option("--collection", arguments->collection, "Where to store")->capture_default_str();
  CLI::Option* id = verb.add_option("--id", arguments->id, "Article ID, for one file");
  verb.add_option("--id-from", arguments->id_from,
                  "content: derived from URL or bytes; name: the file's name without ending")
      ->check(CLI::IsMember({"content", "name"}))
      ->excludes(id)
      ->capture_default_str();
  AddContentOptions(verb, arguments->content);
  verb.callback(
      [arguments, &run] { run = [arguments](const Session& session) { return RunIngest(session, *arguments); }; });
}

}  // namespace polygist::client
