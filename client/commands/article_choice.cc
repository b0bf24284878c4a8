#include "client/commands/article_choice.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "client/commands/content_options.h"
#include "client/input/article_names.h"
#include "client/input/content_file.h"
#include "client/input/usage_error.h"
#include "common/base/status_macros.h"

namespace polygist::client {
namespace {

using summary::v1::SummarizeArticlesRequest;

// Whether the arguments are names of stored articles, not files. A file wins over an ID of the same
// name.
absl::StatusOr<bool> AreNames(const std::vector<std::string>& arguments) {
  size_t names = 0;
  for (const std::string& argument : arguments) {
    if (IsFile(argument)) continue;
    if (!LooksLikeArticle(argument)) {
      return UsageError(LabelOfPath(argument), "FILE_UNREADABLE",
                        "There is no such file, and articles are not named so.");
    }
    ++names;
  }
  if (names > 0 && names < arguments.size()) {
    return UsageError("articles", "FILES_AND_NAMES",
                      "Some arguments are files and some are names of stored articles; ingest the "
                      "files first, or give one kind.");
  }
  return names > 0;
}

absl::Status AddInlineArticles(const Session& session, const ArticleChoice& choice, SummarizeArticlesRequest& request) {
  for (const std::string& path : choice.articles) {
    auto& article = *request.mutable_inline_()->add_articles();
    article.set_client_ref(LabelOfPath(path));
    ASSIGN_OR_RETURN(std::string bytes, ReadContent(path, session.in));
    ASSIGN_OR_RETURN(*article.mutable_content(), MakeContent({}, path, std::move(bytes)));
  }
  return absl::OkStatus();
}

void AddQuery(const ArticleChoice& choice, SummarizeArticlesRequest& request) {
  auto& query = *request.mutable_query();
  query.set_parent(CollectionName(choice.collection));
  for (const auto& language : choice.languages) query.mutable_filter()->add_languages(language);
  for (const auto& source : choice.sources) query.mutable_filter()->add_sources(source);
}

}  // namespace

bool IsFile(const std::string& argument) {
  std::error_code error;
  return argument == "-" || std::filesystem::exists(argument, error);
}

void AddChoiceOptions(CLI::App& verb, ArticleChoice& choice) {
  verb.add_option("articles", choice.articles, "Files ('-' is standard input), or names or IDs of stored articles");
  verb.add_flag("--all", choice.all, "All articles of the collection");
  verb.add_option("--collection", choice.collection, "Collection of --all and of bare IDs")->capture_default_str();
  verb.add_option("--language", choice.languages, "Only articles in this language; may be repeated")
      ->allow_extra_args(false);
  verb.add_option("--source", choice.sources, "Only articles of this source; may be repeated")->allow_extra_args(false);
}

absl::StatusOr<SummarizeArticlesRequest> ChosenArticles(const Session& session, const ArticleChoice& choice) {
  if (choice.all != choice.articles.empty()) {
    return UsageError("articles", "ARTICLES_MISSING",
                      "Give files, names of stored articles, or --all for the whole collection.");
  }
  SummarizeArticlesRequest request;
  if (choice.all) {
    AddQuery(choice, request);
    return request;
  }
  ASSIGN_OR_RETURN(const bool names, AreNames(choice.articles));
  if (!names) {
    RETURN_IF_ERROR(AddInlineArticles(session, choice, request));
    return request;
  }
  for (const std::string& article : choice.articles) {
    request.mutable_names()->add_names(ArticleName(choice.collection, article));
  }
  return request;
}

}  // namespace polygist::client
