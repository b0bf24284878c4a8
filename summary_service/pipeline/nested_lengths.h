// How long the summary of each budget of a request is.
#pragma once

#include <span>
#include <vector>

#include "summary_service/summary/source_article.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// By budget. A budget that holds no whole sentence, while a longer one's summary is not empty, gets the beginning of
// that one's best sentence as far as it and the longer budgets go, flagged kExcerpt: each excerpt begins the next one.
std::vector<SummaryLength> MeasureLengths(const Summary& summary, std::span<const SourceArticle> articles,
                                          std::span<const Budget> budgets);

}  // namespace polygist::summary
