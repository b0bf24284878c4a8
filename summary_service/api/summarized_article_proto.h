// Articles and spans as both summaries and comparisons show them.
#pragma once

#include "common/base/byte_span.h"
#include "polygist/summary/v1/summary.pb.h"
#include "polygist/type/v1/content.pb.h"
#include "summary_service/corpus/article_source.h"

namespace polygist::summary {

type::v1::ByteSpan SpanToProto(ByteSpan span);

v1::SummarizedArticle ArticleToProto(const FetchedArticle& fetched);

}  // namespace polygist::summary
