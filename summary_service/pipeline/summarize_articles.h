// The use case: articles to summaries.
#pragma once

#include <span>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "summary_service/lexicon/lexicon.h"
#include "summary_service/scoring/score_weights.h"
#include "summary_service/summary/source_article.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// One summary per language, ascending by tag, and one over all of them, as asked for.
//
// Budgets are hard upper bounds. When not one whole sentence fits, the beginning of the best sentence is shown as
// far as the budget goes, cut between words and flagged kExcerpt, with the warning BUDGET_TOO_SMALL: a summary
// is empty only when its articles have no sentence.
// Other warnings: QUERY_NOT_FOUND (no sentence holds a word of the question: the summary is not focused),
// NOTHING_NEW (every article is known to the reader: the summary is empty), SENTENCE_LEFT_OUT (a wanted sentence
// did not fit).
//
// `lexicon` may be null: then repetition across languages is told from names, numbers and cognates alone.
// `weights`: for measuring others than this build's (DefaultScoreWeights).
// INVALID_ARGUMENT with the reasons NO_ARTICLES, NOTHING_ASKED, BUDGET_INVALID, SENTENCE_UNKNOWN,
// ARTICLE_UNKNOWN, NO_ARTICLE_LEFT (the filters leave none); CANCELLED and DEADLINE_EXCEEDED as `call` says.
// Pure otherwise.
absl::StatusOr<Summaries> SummarizeArticles(const RequestContext& call, std::span<const SourceArticle> articles,
                                            const SummaryOptions& options, const Lexicon* lexicon = nullptr,
                                            const ScoreWeights* weights = nullptr);

}  // namespace polygist::summary
