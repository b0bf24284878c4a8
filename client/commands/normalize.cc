// polygist normalize FILES...: what ingest would make of them; nothing is stored.
#include <memory>
#include <ostream>
#include <utility>

#include "client/commands/content_options.h"
#include "client/commands/session.h"
#include "client/input/content_file.h"
#include "client/presentation/article_text.h"
#include "client/presentation/json_output.h"
#include "common/base/status_macros.h"

namespace polygist::client {
namespace {

struct NormalizeArguments {
  std::vector<std::string> files;
  bool text = false;
  bool removals = false;
  ContentOptions content;
};

absl::StatusOr<ingest::v1::Article> NormalizeFile(const Session& session, const NormalizeArguments& arguments,
                                                  const IngestClient& client, const std::string& path) {
  ingest::v1::NormalizeArticleRequest request;
  ASSIGN_OR_RETURN(std::string bytes, ReadContent(path, session.in));
  ASSIGN_OR_RETURN(*request.mutable_content(), MakeContent(arguments.content, path, std::move(bytes)));
  return client.Normalize(CallNow(session), request);
}

void Print(const Session& session, const NormalizeArguments& arguments, const ingest::v1::Article& article) {
  if (session.json) {
    ingest::v1::NormalizeArticleResponse response;
    *response.mutable_article() = article;
    session.out << ToJson(response, arguments.files.size() == 1) << "\n";
  } else if (arguments.text) {
    session.out << article.text() << "\n";
  } else if (arguments.removals) {
    session.out << RemovalsText(article);
  } else {
    session.out << ArticleText(article, session.width);
  }
}

int RunNormalize(const Session& session, const NormalizeArguments& arguments) {
  const IngestClient client = OpenIngest(session);
  Tally tally;
  for (const std::string& path : arguments.files) {
    const auto article = NormalizeFile(session, arguments, client, path);
    if (article.ok()) {
      if (tally.total() > 0 && !session.json) session.out << "\n";
      Print(session, arguments, *article);
    }
    tally.Add(session, article.status(), LabelOfPath(path));
  }
  return tally.ExitCode();
}

}  // namespace

void AddNormalizeCommand(CLI::App& app, Run& run) {
  CLI::App& verb = *app.add_subcommand("normalize", "Show what ingest makes of files; store nothing");
  auto arguments = std::make_shared<NormalizeArguments>();
  verb.add_option("files", arguments->files, "Files; '-' is standard input")->required();
  verb.add_flag("--text", arguments->text, "Only the cleaned text, not wrapped");
  verb.add_flag("--removals", arguments->removals, "Only what is removed, and why");
  AddContentOptions(verb, arguments->content);
  verb.callback(
      [arguments, &run] { run = [arguments](const Session& session) { return RunNormalize(session, *arguments); }; });
}

}  // namespace polygist::client
