// Explanations to their wire form.
#pragma once

#include <span>

#include "polygist/summary/v1/explanation.pb.h"
#include "summary_service/corpus/article_source.h"
#include "summary_service/summary/explanation.h"

namespace polygist::summary {

v1::Explanation ToProto(const Explanation& explanation, std::span<const FetchedArticle> articles);

v1::Difference ToProto(const Difference& difference, std::span<const FetchedArticle> articles);

}  // namespace polygist::summary
