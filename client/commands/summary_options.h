// Options that say which summaries to make of which articles: shared by summarize and explain.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/commands/article_choice.h"
#include "client/commands/session.h"
#include "polygist/summary/v1/summary_service.pb.h"

namespace polygist::client {

struct SummarizeArguments {
  ArticleChoice choice;
  std::optional<int> sentences;
  std::optional<int> words;
  std::optional<int> characters;
  std::optional<double> ratio;
  std::vector<std::string> longer;
  std::string scope = "both";
  std::string query;
  std::vector<std::string> already_read;
  std::string since;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::vector<std::string> reading;
};

void AddSummaryOptions(CLI::App& verb, SummarizeArguments& arguments);

// Reads files. Usage errors, with the reasons of ChosenArticles, LENGTH_MALFORMED, SENTENCE_MALFORMED and
// TIME_MALFORMED.
absl::StatusOr<summary::v1::SummarizeArticlesRequest> MakeSummarizeRequest(const Session& session,
                                                                           const SummarizeArguments& arguments);

// "ARTICLE#N", N counted from 1 as people count, as `option` gave it. `files`: whether articles are files.
absl::Status AddSentence(const SummarizeArguments& arguments, bool files, const std::string& text,
                         std::string_view option, summary::v1::SentenceReference& reference);

}  // namespace polygist::client
