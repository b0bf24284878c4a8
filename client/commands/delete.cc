// polygist delete NAMES...
#include <memory>
#include <ostream>

#include "client/commands/session.h"
#include "client/input/article_names.h"

namespace polygist::client {
namespace {

struct DeleteArguments {
  std::vector<std::string> names;
  std::string collection = "default";
  std::string etag;
};

int RunDelete(const Session& session, const DeleteArguments& arguments) {
  const IngestClient client = OpenIngest(session);
  Tally tally;
  for (const std::string& name : arguments.names) {
    ingest::v1::DeleteArticleRequest request;
    request.set_name(ArticleName(arguments.collection, name));
    request.set_etag(arguments.etag);
    const absl::Status status = client.Delete(CallNow(session), request);
    if (status.ok() && !session.json) session.out << "deleted  " << request.name() << "\n";
    if (status.ok() && session.json) session.out << "{}\n";
    tally.Add(session, status, request.name());
  }
  return tally.ExitCode();
}

}  // namespace

void AddDeleteCommand(CLI::App& app, Run& run) {
  CLI::App& verb = *app.add_subcommand("delete", "Delete stored articles with all their revisions");
  auto arguments = std::make_shared<DeleteArguments>();
  verb.add_option("names", arguments->names, "collections/COLLECTION/articles/ID or ID")->required();
  verb.add_option("--collection", arguments->collection, "Collection of bare IDs")->capture_default_str();
  verb.add_option("--etag", arguments->etag, "Only when this is the current revision");
  verb.callback(
      [arguments, &run] { run = [arguments](const Session& session) { return RunDelete(session, *arguments); }; });
}

}  // namespace polygist::client
