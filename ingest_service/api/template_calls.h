// The methods on templates of sources, and their place in the store.
//
// A template is kept as a row of the collection "{collection}/templates", a name that no article's collection can
// have: so every backend keeps templates durably, and its contract is tested once.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "ingest_service/article/article.h"
#include "ingest_service/store/article_store.h"
#include "polygist/ingest/v1/ingest_service.pb.h"

namespace polygist::ingest {

// Each fails as the method of IngestService says.
absl::StatusOr<v1::SourceTemplate> LearnTemplate(const RequestContext& call, ArticleStore& store,
                                                 const v1::LearnTemplateRequest& request);
absl::StatusOr<v1::SourceTemplate> GetTemplate(const RequestContext& call, ArticleStore& store, std::string_view name,
                                               std::string_view field);
absl::StatusOr<v1::ListTemplatesResponse> ListTemplates(const RequestContext& call, ArticleStore& store,
                                                        const v1::ListTemplatesRequest& request);
absl::Status DeleteTemplate(const RequestContext& call, ArticleStore& store, std::string_view name);

// Reads the template that `content->options` names, if it names one, into `content`. `field` is the name's place in
// the request. Errors: as GetTemplate.
absl::Status ReadTemplate(const RequestContext& call, ArticleStore& store, std::string_view field, RawContent* content);

}  // namespace polygist::ingest
