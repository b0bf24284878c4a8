// Whether what is asked can be done.
#pragma once

#include <span>

#include "absl/status/status.h"
#include "summary_service/summary/source_article.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// INVALID_ARGUMENT as SummarizeArticles lists it; OK otherwise.
absl::Status CheckOptions(std::span<const SourceArticle> articles, const SummaryOptions& options);

}  // namespace polygist::summary
