// Comparisons to their wire form.
#pragma once

#include <span>

#include "polygist/summary/v1/summary_service.pb.h"
#include "summary_service/corpus/article_source.h"
#include "summary_service/merging/compare_articles.h"

namespace polygist::summary {

// A sentence with its place, by indices into `articles` and its sentences.
v1::Statement ToStatement(int article, int sentence, std::span<const FetchedArticle> articles);

v1::Disagreement ToProto(const Disagreement& disagreement, std::span<const FetchedArticle> articles);

v1::QuoteGroup ToProto(const QuoteGroup& group, std::span<const FetchedArticle> articles);

// All of the response but digest and versions. `comparison` was made from `articles`.
v1::CompareArticlesResponse ToProto(const ArticleComparison& comparison, std::span<const FetchedArticle> articles);

}  // namespace polygist::summary
