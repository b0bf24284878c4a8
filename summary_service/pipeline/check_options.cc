#include "summary_service/pipeline/check_options.h"

#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/base/status_macros.h"

namespace polygist::summary {
namespace {

absl::Status CheckBudgets(const std::vector<Budget>& budgets) {
  if (budgets.empty()) return InvalidField("budgets", "BUDGET_INVALID", "Give at least one budget.");
  for (const Budget& budget : budgets) {
    if (budget.amount < 1) return InvalidField("budgets", "BUDGET_INVALID", "A budget is at least 1.");
    if (budget.unit == BudgetUnit::kRatio && budget.amount > 1000) {
      return InvalidField("budgets", "BUDGET_INVALID", "A ratio is at most 1000 permille.");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckSentences(std::span<const SourceArticle> articles, const std::vector<SentenceRef>& refs,
                            std::string_view field) {
  for (const SentenceRef& ref : refs) {
    const bool known = ref.article >= 0 && ref.article < static_cast<int>(articles.size()) && ref.sentence >= 0 &&
                       ref.sentence < static_cast<int>(articles[ref.article].sentences.size());
    if (!known) return InvalidField(field, "SENTENCE_UNKNOWN", "There is no such sentence among the articles.");
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckOptions(std::span<const SourceArticle> articles, const SummaryOptions& options) {
  if (articles.empty()) return InvalidField("articles", "NO_ARTICLES", "There is nothing to summarize.");
  if (!options.per_language && !options.merged) {
    return InvalidField("options", "NOTHING_ASKED", "Ask for per-language summaries, a merged one, or both.");
  }
  RETURN_IF_ERROR(CheckBudgets(options.budgets));
  RETURN_IF_ERROR(CheckSentences(articles, options.must_include, "must_include"));
  RETURN_IF_ERROR(CheckSentences(articles, options.must_exclude, "must_exclude"));
  for (const int article : options.already_read) {
    if (article < 0 || article >= static_cast<int>(articles.size())) {
      return InvalidField("already_read", "ARTICLE_UNKNOWN", "There is no such article in the request.");
    }
  }
  return absl::OkStatus();
}

}  // namespace polygist::summary
