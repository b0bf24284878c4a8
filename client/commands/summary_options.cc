#include "client/commands/summary_options.h"

#include <algorithm>
#include <utility>

#include "absl/strings/numbers.h"
#include "client/commands/content_options.h"
#include "client/input/article_names.h"
#include "client/input/content_file.h"
#include "client/input/usage_error.h"
#include "common/base/status_macros.h"

namespace polygist::client {
namespace {

void AddBudget(const SummarizeArguments& arguments, summary::v1::SummaryOptions& options) {
  if (arguments.sentences) options.mutable_budget()->set_sentences(*arguments.sentences);
  if (arguments.words) options.mutable_budget()->set_words(*arguments.words);
  if (arguments.characters) options.mutable_budget()->set_characters(*arguments.characters);
  if (arguments.ratio) options.mutable_budget()->set_ratio(*arguments.ratio);
}

summary::v1::SummaryScope ScopeOf(const std::string& scope) {
  if (scope == "per-language") return summary::v1::PER_LANGUAGE;
  return scope == "merged" ? summary::v1::MERGED : summary::v1::BOTH;
}

// How the articles of the request are referred to: files by their label, stored articles by name.
std::string Reference(const SummarizeArguments& arguments, bool files, const std::string& article) {
  return files ? LabelOfPath(article) : ArticleName(arguments.choice.collection, article);
}

// "5s" sentences, "100w" words, "600c" characters, "20%" of the words.
absl::Status AddLength(const std::string& text, summary::v1::Budget& budget) {
  int amount = 0;
  double percent = 0;
  const std::string number = text.substr(0, text.empty() ? 0 : text.size() - 1);
  const char unit = text.empty() ? ' ' : text.back();
  const bool whole = absl::SimpleAtoi(number, &amount);
  if (unit == '%' && absl::SimpleAtod(number, &percent)) {
    budget.set_ratio(percent / 100);
  } else if (unit == 's' && whole) {
    budget.set_sentences(amount);
  } else if (unit == 'w' && whole) {
    budget.set_words(amount);
  } else if (unit == 'c' && whole) {
    budget.set_characters(amount);
  } else {
    return UsageError("--longer", "LENGTH_MALFORMED",
                      "Write lengths as 5s (sentences), 100w (words), 600c (characters) or 20% (of the words).");
  }
  return absl::OkStatus();
}

absl::Status AddOptions(const SummarizeArguments& arguments, bool files, summary::v1::SummaryOptions& options) {
  AddBudget(arguments, options);
  for (const std::string& length : arguments.longer) {
    RETURN_IF_ERROR(AddLength(length, *options.add_longer_budgets()));
  }
  options.set_scope(ScopeOf(arguments.scope));
  options.set_query(arguments.query);
  for (const std::string& language : arguments.reading) options.add_reading_languages(language);
  for (const std::string& article : arguments.already_read) {
    options.add_already_read(Reference(arguments, IsFile(article), article));
  }
  if (!arguments.since.empty()) {
    ASSIGN_OR_RETURN(*options.mutable_since(), ParseTime(arguments.since, "--since"));
  }
  for (const std::string& text : arguments.include) {
    RETURN_IF_ERROR(AddSentence(arguments, files, text, "--include", *options.add_must_include()));
  }
  for (const std::string& text : arguments.exclude) {
    RETURN_IF_ERROR(AddSentence(arguments, files, text, "--exclude", *options.add_must_exclude()));
  }
  return absl::OkStatus();
}

// The articles chosen, and the files that the reader knows: those come with the request, too.
ArticleChoice WithFilesRead(const SummarizeArguments& arguments) {
  ArticleChoice choice = arguments.choice;
  if (choice.all) return choice;
  for (const std::string& article : arguments.already_read) {
    const bool chosen = std::find(choice.articles.begin(), choice.articles.end(), article) != choice.articles.end();
    if (!chosen && IsFile(article)) choice.articles.push_back(article);
  }
  return choice;
}

// For --all the filter names languages and sources already.
void AddFilters(const ArticleChoice& choice, summary::v1::SummaryOptions& options) {
  if (choice.all) return;
  for (const auto& language : choice.languages) options.add_languages(language);
  for (const auto& source : choice.sources) options.add_sources(source);
}

void AddBudgetOptions(CLI::App& verb, SummarizeArguments& arguments) {
  CLI::Option_group& budget = *verb.add_option_group("Length of each summary, one of (default: 3 sentences)");
  budget.add_option("--sentences", arguments.sentences, "At most so many sentences");
  budget.add_option("--words", arguments.words, "At most so many words");
  budget.add_option("--characters", arguments.characters, "At most so many characters");
  budget.add_option("--ratio", arguments.ratio, "At most this share of the words, above 0 up to 1");
  budget.require_option(0, 1);
  verb.add_option("--longer", arguments.longer,
                  "A longer length for the same summary, which contains the shorter one: 5s (sentences), 100w (words), "
                  "600c (characters), 20%; may be repeated, shortest first")
      ->allow_extra_args(false);
}

}  // namespace

absl::Status AddSentence(const SummarizeArguments& arguments, bool files, const std::string& text,
                         std::string_view option, summary::v1::SentenceReference& reference) {
  const size_t hash = text.rfind('#');
  int number = 0;
  if (hash == std::string::npos || !absl::SimpleAtoi(text.substr(hash + 1), &number) || number < 1) {
    return UsageError(option, "SENTENCE_MALFORMED",
                      "Write sentences as ARTICLE#N, where N is 1 for the first sentence.");
  }
  reference.set_article(Reference(arguments, files, text.substr(0, hash)));
  reference.set_sentence(number - 1);
  return absl::OkStatus();
}

absl::StatusOr<summary::v1::SummarizeArticlesRequest> MakeSummarizeRequest(const Session& session,
                                                                           const SummarizeArguments& arguments) {
  ASSIGN_OR_RETURN(summary::v1::SummarizeArticlesRequest request, ChosenArticles(session, WithFilesRead(arguments)));
  AddFilters(arguments.choice, *request.mutable_options());
  RETURN_IF_ERROR(AddOptions(arguments, request.has_inline_(), *request.mutable_options()));
  return request;
}

void AddSummaryOptions(CLI::App& verb, SummarizeArguments& arguments) {
  AddChoiceOptions(verb, arguments.choice);
  AddBudgetOptions(verb, arguments);
  verb.add_option("--scope", arguments.scope, "Which summaries")
      ->check(CLI::IsMember({"both", "per-language", "merged"}))
      ->capture_default_str();
  verb.add_option("--query", arguments.query, "What the reader wants to know");
  verb.add_option("--reading", arguments.reading,
                  "Languages that the reader has, best first (nl,en): the merged summary shows each statement in "
                  "the best of them, or as it is with its names, numbers and dates")
      ->delimiter(',')
      ->allow_extra_args(false);
  verb.add_option("--already-read", arguments.already_read,
                  "File or stored article that the reader knows: only what is new is told; may be repeated")
      ->allow_extra_args(false);
  verb.add_option("--since", arguments.since, "Articles published before then count as read");
  verb.add_option("--include", arguments.include, "ARTICLE#N: a sentence that must be in; may be repeated")
      ->allow_extra_args(false);
  verb.add_option("--exclude", arguments.exclude, "ARTICLE#N: a sentence that must not; may be repeated")
      ->allow_extra_args(false);
}

}  // namespace polygist::client
