// Summaries to their wire form.
#pragma once

#include <span>

#include "polygist/summary/v1/summary_service.pb.h"
#include "summary_service/corpus/article_source.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// All of the response but digest and versions. `summaries` was made from `articles`.
v1::SummarizeArticlesResponse ToProto(const Summaries& summaries, std::span<const FetchedArticle> articles);

}  // namespace polygist::summary
