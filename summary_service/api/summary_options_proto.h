// What a caller asks of a summary, checked.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "polygist/summary/v1/summary_service.pb.h"
#include "summary_service/corpus/article_source.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// Whether `reference` is the article's resource name, with or without "@{revision}", or its client_ref.
bool RefersTo(const std::string& reference, const FetchedArticle& article);

// References to articles are resolved against `articles`. INVALID_ARGUMENT naming the field below "options", with the
// reasons that SummarizeArticles lists.
absl::StatusOr<SummaryOptions> FromProto(const v1::SummaryOptions& options, std::span<const FetchedArticle> articles);

// The sentences that `references`, the field `field`, name. Errors as above.
absl::StatusOr<std::vector<SentenceRef>> FromProto(
    const google::protobuf::RepeatedPtrField<v1::SentenceReference>& references,
    std::span<const FetchedArticle> articles, const std::string& field);

}  // namespace polygist::summary
