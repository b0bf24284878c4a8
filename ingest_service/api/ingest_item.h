// One article on its way into the store, from a unary call or a stream.
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "ingest_service/article/article.h"
#include "ingest_service/identify/language.h"
#include "ingest_service/store/article_store.h"
#include "polygist/ingest/v1/ingest_service.pb.h"

namespace polygist::ingest {

struct IngestItem {
  RawContent content;
  Article article;  // Normalized, with its name.
};

// Checks and normalizes; reads the template from `store`. INVALID_ARGUMENT with the reasons that IngestArticle lists.
absl::StatusOr<IngestItem> MakeIngestItem(const RequestContext& call, ArticleStore& store, const std::string& parent,
                                          const std::string& article_id, const type::v1::RawContent& content,
                                          int64_t max_content_bytes, const LanguageModels& models);

v1::IngestOutcome ToProto(PutOutcome outcome);

}  // namespace polygist::ingest
