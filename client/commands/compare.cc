// polygist compare FILES... | NAMES... | --all
#include <memory>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "client/commands/article_choice.h"
#include "client/commands/session.h"
#include "client/input/usage_error.h"
#include "client/presentation/comparison_text.h"
#include "client/presentation/json_output.h"

namespace polygist::client {
namespace {

summary::v1::CompareArticlesRequest CompareRequestOf(summary::v1::SummarizeArticlesRequest chosen) {
  summary::v1::CompareArticlesRequest request;
  if (chosen.has_names()) request.mutable_names()->Swap(chosen.mutable_names());
  if (chosen.has_query()) request.mutable_query()->Swap(chosen.mutable_query());
  if (chosen.has_inline_()) request.mutable_inline_()->Swap(chosen.mutable_inline_());
  return request;
}

int RunCompare(const Session& session, const ArticleChoice& choice, bool singles) {
  if (!choice.all && !(choice.languages.empty() && choice.sources.empty())) {
    return Fail(session, UsageError("--language", "FILTER_WITHOUT_ALL",
                                    "--language and --source filter a collection: give them with --all."));
  }
  auto chosen = ChosenArticles(session, choice);
  if (!chosen.ok()) return Fail(session, chosen.status());
  const auto response = OpenSummary(session).Compare(CallNow(session), CompareRequestOf(*std::move(chosen)));
  if (!response.ok()) return Fail(session, response.status());
  session.out << (session.json ? absl::StrCat(ToJson(*response, true), "\n")
                               : ComparisonText(*response, {session.width, singles}));
  return kExitOk;
}

}  // namespace

void AddCompareCommand(CLI::App& app, Run& run) {
  CLI::App& verb = *app.add_subcommand("compare", "Show what several articles say in common and where they differ");
  auto choice = std::make_shared<ArticleChoice>();
  auto singles = std::make_shared<bool>(false);
  AddChoiceOptions(verb, *choice);
  verb.add_flag("--singles", *singles, "Show what only one article says, too");
  verb.callback([choice, singles, &run] {
    run = [choice, singles](const Session& session) { return RunCompare(session, *choice, *singles); };
  });
}

}  // namespace polygist::client
