// polygist template learn|list|show|delete
#include <memory>
#include <ostream>

#include "client/commands/session.h"
#include "client/input/article_names.h"
#include "client/presentation/json_output.h"

namespace polygist::client {
namespace {

struct TemplateArguments {
  std::string name;
  std::string collection = "default";
  std::string source;
  int min_articles = 0;
  int min_share_percent = 0;
};

void Print(const Session& session, const ingest::v1::SourceTemplate& source_template) {
  if (session.json) {
    session.out << ToJson(source_template, true) << "\n";
    return;
  }
  session.out << source_template.name() << "  " << source_template.source() << "  " << source_template.article_count()
              << " articles\n";
  for (const auto& line : source_template.lines()) {
    session.out << "  " << line.article_count() << "  " << line.text() << "\n";
  }
}

int PrintOrFail(const Session& session, const absl::StatusOr<ingest::v1::SourceTemplate>& source_template) {
  if (!source_template.ok()) return Fail(session, source_template.status());
  Print(session, *source_template);
  return kExitOk;
}

int RunLearn(const Session& session, const TemplateArguments& arguments) {
  ingest::v1::LearnTemplateRequest request;
  request.set_parent(CollectionName(arguments.collection));
  request.set_source(arguments.source);
  request.set_min_articles(arguments.min_articles);
  request.set_min_share_percent(arguments.min_share_percent);
  return PrintOrFail(session, OpenIngest(session).LearnTemplate(CallNow(session), request));
}

int RunShow(const Session& session, const TemplateArguments& arguments) {
  ingest::v1::GetTemplateRequest request;
  request.set_name(arguments.name);
  return PrintOrFail(session, OpenIngest(session).GetTemplate(CallNow(session), request));
}

int RunList(const Session& session, const TemplateArguments& arguments) {
  ingest::v1::ListTemplatesRequest request;
  request.set_parent(CollectionName(arguments.collection));
  const IngestClient client = OpenIngest(session);
  do {
    const auto page = client.ListTemplates(CallNow(session), request);
    if (!page.ok()) return Fail(session, page.status());
    if (session.json) session.out << ToJson(*page, true) << "\n";
    for (const auto& source_template : page->templates()) {
      if (!session.json) Print(session, source_template);
    }
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  return kExitOk;
}

int RunDelete(const Session& session, const TemplateArguments& arguments) {
  ingest::v1::DeleteTemplateRequest request;
  request.set_name(arguments.name);
  const absl::Status status = OpenIngest(session).DeleteTemplate(CallNow(session), request);
  if (!status.ok()) return Fail(session, status);
  session.out << (session.json ? "{}" : "deleted  " + request.name()) << "\n";
  return kExitOk;
}

using Action = int (*)(const Session&, const TemplateArguments&);

CLI::App& AddAction(CLI::App& verb, const std::string& name, const std::string& what, Action action,
                    const std::shared_ptr<TemplateArguments>& arguments, Run& run) {
  CLI::App& added = *verb.add_subcommand(name, what);
  added.callback([arguments, action, &run] {
    run = [arguments, action](const Session& session) { return action(session, *arguments); };
  });
  return added;
}

}  // namespace

void AddTemplateCommand(CLI::App& app, Run& run) {
  CLI::App& verb = *app.add_subcommand("template", "Lines that the articles of one source share");
  verb.require_subcommand(1);
  verb.fallthrough();
  auto arguments = std::make_shared<TemplateArguments>();
  CLI::App& learn =
      AddAction(verb, "learn", "Learn them from the stored articles of a source", RunLearn, arguments, run);
  learn.add_option("--source", arguments->source, "Source, as articles name it")->required();
  learn.add_option("--collection", arguments->collection, "Collection of the articles")->capture_default_str();
  learn.add_option("--min-articles", arguments->min_articles, "Articles that must hold a line; default 3");
  learn.add_option("--min-share", arguments->min_share_percent, "Percent of the articles that must; default 20");
  AddAction(verb, "list", "List templates", RunList, arguments, run)
      .add_option("--collection", arguments->collection, "Collection")
      ->capture_default_str();
  const std::string form = "collections/COLLECTION/templates/ID";
  AddAction(verb, "show", "Show a template with its lines", RunShow, arguments, run)
      .add_option("name", arguments->name, form)
      ->required();
  AddAction(verb, "delete", "Delete a template", RunDelete, arguments, run)
      .add_option("name", arguments->name, form)
      ->required();
}

}  // namespace polygist::client
