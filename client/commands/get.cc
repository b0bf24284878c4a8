// polygist get NAMES...
#include <memory>
#include <ostream>

#include "client/commands/session.h"
#include "client/input/article_names.h"
#include "client/presentation/article_text.h"
#include "client/presentation/json_output.h"

namespace polygist::client {
namespace {

struct GetArguments {
  std::vector<std::string> names;
  std::string collection = "default";
  std::string view = "full";
  bool raw = false;
  bool text = false;
  bool removals = false;
};

ingest::v1::ArticleView ViewOf(const GetArguments& arguments) {
  if (arguments.raw || arguments.view == "raw") return ingest::v1::RAW;
  return arguments.view == "basic" ? ingest::v1::BASIC : ingest::v1::FULL;
}

void Print(const Session& session, const GetArguments& arguments, const ingest::v1::Article& article) {
  if (arguments.raw) {
    session.out << article.raw_content();
  } else if (session.json) {
    session.out << ToJson(article, arguments.names.size() == 1) << "\n";
  } else if (arguments.text) {
    session.out << article.text() << "\n";
  } else if (arguments.removals) {
    session.out << RemovalsText(article);
  } else {
    session.out << ArticleText(article, session.width);
  }
}

int RunGet(const Session& session, const GetArguments& arguments) {
  const IngestClient client = OpenIngest(session);
  Tally tally;
  for (const std::string& name : arguments.names) {
    ingest::v1::GetArticleRequest request;
    request.set_name(ArticleName(arguments.collection, name));
    request.set_view(ViewOf(arguments));
    const auto article = client.Get(CallNow(session), request);
    if (article.ok()) {
      if (tally.total() > 0 && !session.json && !arguments.raw) session.out << "\n";
      Print(session, arguments, *article);
    }
    tally.Add(session, article.status(), request.name());
  }
  return tally.ExitCode();
}

}  // namespace

void AddGetCommand(CLI::App& app, Run& run) {
  CLI::App& verb = *app.add_subcommand("get", "Show stored articles");
  auto arguments = std::make_shared<GetArguments>();
  verb.add_option("names", arguments->names, "collections/COLLECTION/articles/ID or ID, optionally with @REVISION")
      ->required();
  verb.add_option("--collection", arguments->collection, "Collection of bare IDs")->capture_default_str();
  verb.add_option("--view", arguments->view, "How much of it")
      ->check(CLI::IsMember({"basic", "full", "raw"}))
      ->capture_default_str();
  verb.add_flag("--raw", arguments->raw, "Only the bytes as they were received");
  verb.add_flag("--text", arguments->text, "Only the cleaned text, not wrapped");
  verb.add_flag("--removals", arguments->removals, "Only what was removed, and why");
  verb.callback(
      [arguments, &run] { run = [arguments](const Session& session) { return RunGet(session, *arguments); }; });
}

}  // namespace polygist::client
