#include "ingest_service/api/ingest_item.h"

#include <utility>

#include "common/base/status_macros.h"
#include "ingest_service/api/raw_content_proto.h"
#include "ingest_service/api/template_calls.h"
#include "ingest_service/article/article_name.h"
#include "ingest_service/pipeline/normalize_article.h"

namespace polygist::ingest {

absl::StatusOr<IngestItem> MakeIngestItem(const RequestContext& call, ArticleStore& store, const std::string& parent,
                                          const std::string& article_id, const type::v1::RawContent& content,
                                          int64_t max_content_bytes, const LanguageModels& models) {
  ArticleName name;
  ASSIGN_OR_RETURN(name.collection, ParseParent(parent, "parent"));
  if (!article_id.empty()) RETURN_IF_ERROR(CheckArticleId(article_id, "article_id"));
  IngestItem item;
  ASSIGN_OR_RETURN(item.content, FromProto(content, "content", max_content_bytes));
  RETURN_IF_ERROR(ReadTemplate(call, store, "content.options.source_template", &item.content));
  name.id = article_id.empty() ? DeriveArticleId(item.content) : article_id;
  item.article = NormalizeArticle(item.content, models);
  item.article.name = std::move(name);
  return item;
}

v1::IngestOutcome ToProto(PutOutcome outcome) {
  switch (outcome) {
    case PutOutcome::kCreated:
      return v1::CREATED;
    case PutOutcome::kUpdated:
      return v1::UPDATED;
    case PutOutcome::kUnchanged:
      return v1::UNCHANGED;
  }
  return v1::INGEST_OUTCOME_UNSPECIFIED;
}

}  // namespace polygist::ingest
