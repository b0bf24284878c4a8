#include "summary_service/api/summary_options_proto.h"

#include <cmath>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/text/language_tag.h"

namespace polygist::summary {
namespace {

constexpr int kMaxLongerBudgets = 8;
constexpr int kMaxFilterEntries = 100;
constexpr int kMaxSentenceReferences = 1000;
constexpr int kMaxReadingLanguages = 20;
constexpr size_t kMaxQueryBytes = 1024;

absl::StatusOr<Budget> InRange(BudgetUnit unit, int64_t amount, int64_t limit, const std::string& field) {
  if (amount >= 1 && amount <= limit) return Budget{unit, amount};
  return InvalidField(field, "BUDGET_OUT_OF_RANGE", absl::StrCat("The budget must lie between 1 and ", limit, "."));
}

absl::StatusOr<Budget> ReadBudget(const v1::Budget& budget, const std::string& field) {
  switch (budget.limit_case()) {
    case v1::Budget::kSentences:
      return InRange(BudgetUnit::kSentences, budget.sentences(), 1000, field + ".sentences");
    case v1::Budget::kWords:
      return InRange(BudgetUnit::kWords, budget.words(), 100'000, field + ".words");
    case v1::Budget::kCharacters:
      return InRange(BudgetUnit::kCharacters, budget.characters(), 1'000'000, field + ".characters");
    case v1::Budget::kRatio: {
      const double permille = budget.ratio() * 1000;
      if (!(permille >= 1 && permille <= 1000)) {
        return InvalidField(field + ".ratio", "BUDGET_OUT_OF_RANGE", "The ratio must lie between 0.001 and 1.");
      }
      return Budget{BudgetUnit::kRatio, std::lround(permille)};
    }
    case v1::Budget::LIMIT_NOT_SET:
      return Budget{};
  }
  return Budget{};
}

absl::Status CheckCount(int count, int limit, const std::string& field) {
  if (count <= limit) return absl::OkStatus();
  return InvalidField(field, "FIELD_TOO_LONG", absl::StrCat("At most ", limit, " entries are accepted."));
}

// Index of the article that `reference` names, by resource name or client_ref.
absl::StatusOr<int> FindArticle(const std::string& reference, std::span<const FetchedArticle> articles,
                                const std::string& field) {
  for (size_t i = 0; i < articles.size(); ++i) {
    if (RefersTo(reference, articles[i])) return static_cast<int>(i);
  }
  return InvalidField(field, "ARTICLE_UNKNOWN", "No article of the request has this name or client_ref.");
}

absl::Status CheckAscending(const std::vector<Budget>& shorter, const Budget& budget, const std::string& field) {
  for (const Budget& one : shorter) {
    if (one.unit != budget.unit || one.amount <= budget.amount) continue;
    return InvalidField(field, "BUDGETS_NOT_ASCENDING",
                        absl::StrCat("It is less than one before it (", one.amount, "). Give the shortest first."));
  }
  return absl::OkStatus();
}

absl::Status ReadBudgets(const v1::SummaryOptions& message, SummaryOptions* options) {
  RETURN_IF_ERROR(CheckCount(message.longer_budgets_size(), kMaxLongerBudgets, "options.longer_budgets"));
  ASSIGN_OR_RETURN(options->budgets[0], ReadBudget(message.budget(), "options.budget"));
  for (int i = 0; i < message.longer_budgets_size(); ++i) {
    const std::string field = absl::StrCat("options.longer_budgets[", i, "]");
    ASSIGN_OR_RETURN(const Budget budget, ReadBudget(message.longer_budgets(i), field));
    RETURN_IF_ERROR(CheckAscending(options->budgets, budget, field));
    options->budgets.push_back(budget);
  }
  return absl::OkStatus();
}

absl::Status ReadFilters(const v1::SummaryOptions& message, SummaryOptions* options) {
  RETURN_IF_ERROR(CheckCount(message.sources_size(), kMaxFilterEntries, "options.sources"));
  RETURN_IF_ERROR(CheckCount(message.languages_size(), kMaxFilterEntries, "options.languages"));
  options->sources.assign(message.sources().begin(), message.sources().end());
  for (int i = 0; i < message.languages_size(); ++i) {
    const auto language = text::CanonicalLanguageTag(message.languages(i));
    if (!language.ok()) {
      return InvalidField(absl::StrCat("options.languages[", i, "]"), "LANGUAGE_TAG_INVALID",
                          "The language is not a BCP 47 tag. Send a tag such as \"id\" or \"pt-BR\".");
    }
    options->languages.push_back(*language);
  }
  return absl::OkStatus();
}

absl::Status ReadReadingLanguages(const v1::SummaryOptions& message, SummaryOptions* options) {
  RETURN_IF_ERROR(CheckCount(message.reading_languages_size(), kMaxReadingLanguages, "options.reading_languages"));
  for (int i = 0; i < message.reading_languages_size(); ++i) {
    const auto language = text::CanonicalLanguageTag(message.reading_languages(i));
    if (!language.ok()) {
      return InvalidField(absl::StrCat("options.reading_languages[", i, "]"), "LANGUAGE_TAG_INVALID",
                          "The language is not a BCP 47 tag. Send a tag such as \"id\" or \"pt-BR\".");
    }
    options->reading_languages.push_back(*language);
  }
  return absl::OkStatus();
}

}  // namespace

bool RefersTo(const std::string& reference, const FetchedArticle& article) {
  if (reference.empty()) return false;
  const std::string& name = article.article.name;
  return name == reference || article.client_ref == reference || name + "@" + article.article.revision == reference;
}

absl::StatusOr<std::vector<SentenceRef>> FromProto(
    const google::protobuf::RepeatedPtrField<v1::SentenceReference>& references,
    std::span<const FetchedArticle> articles, const std::string& field) {
  RETURN_IF_ERROR(CheckCount(references.size(), kMaxSentenceReferences, field));
  std::vector<SentenceRef> found;
  for (int i = 0; i < references.size(); ++i) {
    const std::string place = absl::StrCat(field, "[", i, "]");
    ASSIGN_OR_RETURN(const int article, FindArticle(references[i].article(), articles, place + ".article"));
    const auto sentences = static_cast<int>(articles[static_cast<size_t>(article)].article.sentences.size());
    if (references[i].sentence() < 0 || references[i].sentence() >= sentences) {
      return InvalidField(
          place + ".sentence", "SENTENCE_UNKNOWN",
          absl::StrCat("The article has ", sentences, " sentences. The API counts them from 0, polygist from 1."));
    }
    found.push_back({article, references[i].sentence()});
  }
  return found;
}

absl::StatusOr<SummaryOptions> FromProto(const v1::SummaryOptions& message, std::span<const FetchedArticle> articles) {
  SummaryOptions options;
  options.per_language = message.scope() != v1::MERGED;
  options.merged = message.scope() != v1::PER_LANGUAGE;
  RETURN_IF_ERROR(ReadBudgets(message, &options));
  RETURN_IF_ERROR(ReadFilters(message, &options));
  RETURN_IF_ERROR(ReadReadingLanguages(message, &options));
  if (message.query().size() > kMaxQueryBytes) {
    return InvalidField("options.query", "FIELD_TOO_LONG", "A query has at most 1024 bytes.");
  }
  options.query = message.query();
  ASSIGN_OR_RETURN(options.must_include, FromProto(message.must_include(), articles, "options.must_include"));
  ASSIGN_OR_RETURN(options.must_exclude, FromProto(message.must_exclude(), articles, "options.must_exclude"));
  for (int i = 0; i < message.already_read_size(); ++i) {
    const std::string field = absl::StrCat("options.already_read[", i, "]");
    ASSIGN_OR_RETURN(const int article, FindArticle(message.already_read(i), articles, field));
    options.already_read.push_back(article);
  }
  if (message.has_since()) {
    options.since = absl::FromUnixSeconds(message.since().seconds()) + absl::Nanoseconds(message.since().nanos());
  }
  return options;
}

}  // namespace polygist::summary
