// The use case: articles to summaries. The only file that knows the order of the stages.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/source_article.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// Finds sentences that say the same, over all sentences of all articles in order (AnalyzedCorpus::sentences).
using LinkSentences =
    std::function<std::vector<SentenceLink>(std::span<const SourceArticle>, const AnalyzedCorpus&)>;

// One summary per language, ascending by tag, and one over all of them, as asked for.
//
// Budgets are hard upper bounds. When not one whole sentence fits, the beginning of the best sentence that does
// is shown, cut between words and flagged kExcerpt, with the warning BUDGET_TOO_SMALL: a summary is empty
// only when its articles have no sentence.
//
// `link` may be empty: then repetition across languages is told from names, numbers and cognates alone.
// INVALID_ARGUMENT with the reasons NO_ARTICLES, BUDGET_INVALID, SENTENCE_UNKNOWN, ARTICLE_UNKNOWN,
// NOTHING_ASKED; CANCELLED and DEADLINE_EXCEEDED as `call` says. Pure otherwise.
absl::StatusOr<Summaries> SummarizeArticles(const RequestContext& call,
                                            std::span<const SourceArticle> articles,
                                            const SummaryOptions& options, const LinkSentences& link = {});

}  // namespace polygist::summary
