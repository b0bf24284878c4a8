// polygist lexicon learn --name NAME FILES... | NAMES... | --all
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "client/commands/article_choice.h"
#include "client/commands/session.h"
#include "client/input/usage_error.h"
#include "client/presentation/json_output.h"
#include "common/base/status_macros.h"

namespace polygist::client {
namespace {

struct LearnArguments {
  ArticleChoice choice;
  std::string name;
  std::string folder = ".";
};

absl::StatusOr<summary::v1::LearnLexiconRequest> MakeRequest(const Session& session, const LearnArguments& arguments) {
  ASSIGN_OR_RETURN(auto chosen, ChosenArticles(session, arguments.choice));
  summary::v1::LearnLexiconRequest request;
  request.set_snapshot(arguments.name);
  if (chosen.has_names()) request.mutable_names()->Swap(chosen.mutable_names());
  if (chosen.has_query()) request.mutable_query()->Swap(chosen.mutable_query());
  if (chosen.has_inline_()) request.mutable_inline_()->Swap(chosen.mutable_inline_());
  return request;
}

// Whoever reads the folder meanwhile finds the whole file or none.
absl::Status WriteSnapshot(const std::filesystem::path& path, const std::string& bytes) {
  const std::filesystem::path draft = path.string() + ".new";
  std::ofstream out(draft, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(draft, path, error);
  if (out && !error) return absl::OkStatus();
  return UsageError("--folder", "FILE_NOT_WRITTEN", "The snapshot cannot be written there.");
}

int RunLearn(const Session& session, const LearnArguments& arguments) {
  const auto request = MakeRequest(session, arguments);
  if (!request.ok()) return Fail(session, request.status());
  auto response = OpenSummary(session).LearnLexicon(CallNow(session), *request);
  if (!response.ok()) return Fail(session, response.status());
  const std::filesystem::path path = std::filesystem::path(arguments.folder) / (response->name() + ".lex");
  if (const absl::Status written = WriteSnapshot(path, response->lexicon()); !written.ok()) {
    return Fail(session, written);
  }
  if (session.json) {
    response->clear_lexicon();  // It is in the file.
    session.out << ToJson(*response, true) << "\n";
    return kExitOk;
  }
  for (const auto& pair : response->pairs()) {
    session.out << absl::StrCat(pair.language(), " ", pair.word(), " = ", pair.target(), " ", pair.translation(), "  ",
                                pair.weight_permille(), "  ", pair.sentence_pairs(), "\n");
  }
  session.out << path.string() << "\n";
  return kExitOk;
}

}  // namespace

void AddLexiconCommand(CLI::App& app, Run& run) {
  CLI::App& lexicon = *app.add_subcommand("lexicon", "Work with dictionaries");
  lexicon.require_subcommand(1);
  CLI::App& verb = *lexicon.add_subcommand(
      "learn", "Learn pairs of words from articles about the same events into a dictionary file");
  auto arguments = std::make_shared<LearnArguments>();
  AddChoiceOptions(verb, arguments->choice);
  verb.add_option("--name", arguments->name, "What to call the snapshot: 1 to 12 of a-z, 0-9, '-' and '_'")->required();
  verb.add_option("--folder", arguments->folder,
                  "Where to write it; services that open this folder with --lexicon use it from their next start on")
      ->capture_default_str();
  verb.callback(
      [arguments, &run] { run = [arguments](const Session& session) { return RunLearn(session, *arguments); }; });
}

}  // namespace polygist::client
