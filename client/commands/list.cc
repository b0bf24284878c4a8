// polygist list
#include <memory>
#include <ostream>

#include "client/commands/content_options.h"
#include "client/commands/session.h"
#include "client/input/article_names.h"
#include "client/input/usage_error.h"
#include "client/presentation/article_text.h"
#include "client/presentation/json_output.h"
#include "common/base/status_macros.h"

namespace polygist::client {
namespace {

struct ListArguments {
  std::string collection = "default";
  std::vector<std::string> languages;
  std::vector<std::string> sources;
  std::vector<std::string> labels;
  std::string published_from;
  std::string published_until;
  int page_size = 0;
  std::string page_token;
};

absl::StatusOr<ingest::v1::ListArticlesRequest> MakeRequest(const ListArguments& arguments) {
  ingest::v1::ListArticlesRequest request;
  request.set_parent(CollectionName(arguments.collection));
  request.set_page_size(arguments.page_size);
  request.set_page_token(arguments.page_token);
  auto& filter = *request.mutable_filter();
  for (const std::string& language : arguments.languages) filter.add_languages(language);
  for (const std::string& source : arguments.sources) filter.add_sources(source);
  for (const std::string& label : arguments.labels) {
    const size_t equals = label.find('=');
    if (equals == std::string::npos) {
      return UsageError("--label", "LABEL_MALFORMED", "Write labels as KEY=VALUE.");
    }
    (*filter.mutable_labels())[label.substr(0, equals)] = label.substr(equals + 1);
  }
  if (!arguments.published_from.empty()) {
    ASSIGN_OR_RETURN(*filter.mutable_published_from(), ParseTime(arguments.published_from, "--published-from"));
  }
  if (!arguments.published_until.empty()) {
    ASSIGN_OR_RETURN(*filter.mutable_published_until(), ParseTime(arguments.published_until, "--published-until"));
  }
  return request;
}

// One page, with the token of the next.
int RunPage(const Session& session, const ingest::v1::ListArticlesRequest& request) {
  const auto page = OpenIngest(session).List(CallNow(session), request);
  if (!page.ok()) return Fail(session, page.status());
  if (session.json) {
    session.out << ToJson(*page, true) << "\n";
    return kExitOk;
  }
  for (const auto& article : page->articles()) session.out << ArticleLine(article);
  if (!page->next_page_token().empty()) {
    session.out << "More: --page-token " << page->next_page_token() << "\n";
  }
  return kExitOk;
}

// Everything, as one ListArticlesResponse that is written while it is read.
int RunAll(const Session& session, const ingest::v1::ListArticlesRequest& request) {
  int count = 0;
  if (session.json) session.out << "{\"articles\":[";
  const auto visit = [&](const ingest::v1::Article& article) {
    if (session.json) {
      session.out << (count > 0 ? ",\n" : "\n") << ToJson(article, false);
    } else {
      session.out << ArticleLine(article);
    }
    ++count;
    return absl::OkStatus();
  };
  const absl::Status status = OpenIngest(session).ForEach(CallNow(session), request, visit);
  if (session.json) session.out << "],\"next_page_token\":\"\"}\n";
  if (!status.ok()) return Fail(session, status);
  if (count == 0 && !session.json) session.err << "No article matches.\n";
  return kExitOk;
}

}  // namespace

void AddListCommand(CLI::App& app, Run& run) {
  CLI::App& verb = *app.add_subcommand("list", "List stored articles");
  auto arguments = std::make_shared<ListArguments>();
  verb.add_option("--collection", arguments->collection, "Collection")->capture_default_str();
  verb.add_option("--language", arguments->languages, "Only this language; may be repeated")->allow_extra_args(false);
  verb.add_option("--source", arguments->sources, "Only this source; may be repeated")->allow_extra_args(false);
  verb.add_option("--label", arguments->labels, "Only with this KEY=VALUE; may be repeated")->allow_extra_args(false);
  verb.add_option("--published-from", arguments->published_from, "Published then or later");
  verb.add_option("--published-until", arguments->published_until, "Published before then");
  CLI::Option* size = verb.add_option("--page-size", arguments->page_size, "Show one page of so many articles");
  CLI::Option* token = verb.add_option("--page-token", arguments->page_token, "Show the page after this one");
  verb.callback([arguments, size, token, &run] {
    const bool one_page = size->count() + token->count() > 0;
    run = [arguments, one_page](const Session& session) -> int {
      const auto request = MakeRequest(*arguments);
      if (!request.ok()) return Fail(session, request.status());
      return one_page ? RunPage(session, *request) : RunAll(session, *request);
    };
  });
}

}  // namespace polygist::client
