// The use case: why the summaries are as they are.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "summary_service/lexicon/lexicon.h"
#include "summary_service/summary/explanation.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// For each of `sentences`, an explanation for each summary whose articles it is in: its language's first, then the
// merged one's. `options` as of the summary to explain. Errors as of SummarizeArticles; SENTENCE_UNKNOWN with the
// field "sentences".
absl::StatusOr<std::vector<Explanation>> ExplainSentences(const RequestContext& call,
                                                          std::span<const SourceArticle> articles,
                                                          const SummaryOptions& options,
                                                          std::span<const SentenceRef> sentences,
                                                          const Lexicon* lexicon = nullptr);

// What every summary would lose and gain without the articles of `source`; in the order of the summaries. A
// summary all of whose articles are of that source loses everything.
// SOURCE_UNKNOWN when no article is of that source.
absl::StatusOr<std::vector<Difference>> CompareWithoutSource(const RequestContext& call,
                                                             std::span<const SourceArticle> articles,
                                                             const SummaryOptions& options, const std::string& source,
                                                             const Lexicon* lexicon = nullptr);

}  // namespace polygist::summary
