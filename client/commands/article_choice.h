// Options of the verbs that work on several articles: files, names of stored articles, or a whole collection.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/commands/session.h"
#include "polygist/summary/v1/summary_service.pb.h"

namespace polygist::client {

struct ArticleChoice {
  std::vector<std::string> articles;
  bool all = false;
  std::string collection = "default";
  std::vector<std::string> languages;
  std::vector<std::string> sources;
};

// Whether `argument` is a file that exists, or standard input.
bool IsFile(const std::string& argument);

void AddChoiceOptions(CLI::App& verb, ArticleChoice& choice);

// The articles in the form of a request; only the field of its oneof `articles` is set, and, for --all, the filter.
// Reads files. Usage errors, reasons ARTICLES_MISSING, FILE_UNREADABLE and FILES_AND_NAMES.
absl::StatusOr<summary::v1::SummarizeArticlesRequest> ChosenArticles(const Session& session,
                                                                     const ArticleChoice& choice);

}  // namespace polygist::client
