#include "ingest_service/api/ingest_service.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/rpc/serve_unary.h"
#include "common/rpc/server.h"
#include "ingest_service/api/capabilities.h"
#include "ingest_service/api/ingest_item.h"
#include "ingest_service/api/ingest_stream.h"
#include "ingest_service/api/list_query.h"
#include "ingest_service/api/template_calls.h"
#include "ingest_service/article/article_name.h"
#include "ingest_service/pipeline/normalize_article.h"
#include "ingest_service/record/article_record.h"

namespace polygist::ingest {
namespace {

// A page stops growing here, so that its message stays under rpc::kMaxMessageBytes even when the next article is
// the largest there can be.
constexpr size_t kPageBytes = rpc::kMaxMessageBytes / 4;
// Rows with bodies are read this many at a time.
constexpr int kBodyRowsPerRead = 20;

v1::ArticleView ViewOr(v1::ArticleView view, v1::ArticleView otherwise) {
  return view == v1::ARTICLE_VIEW_UNSPECIFIED ? otherwise : view;
}

// Reads rows until the page is full by number or by bytes.
absl::StatusOr<v1::ListArticlesResponse> List(const RequestContext& call, ArticleStore& store,
                                              const v1::ListArticlesRequest& request) {
  ASSIGN_OR_RETURN(ListRequest list, FromProto(request));
  v1::ListArticlesResponse response;
  size_t bytes = 0;
  std::string after = list.after;
  for (;;) {
    RETURN_IF_ERROR(call.Check());
    const int wanted = list.page_size - response.articles_size();
    const int limit = list.view == v1::BASIC ? wanted : std::min(wanted, kBodyRowsPerRead);
    ASSIGN_OR_RETURN(ListPage page, store.List(call, list.query, after, limit, PartsOf(list.view)));
    for (ArticleRow& row : page.rows) {
      bytes += row.head.size() + row.body.size() + row.raw.size();
      if (response.articles_size() > 0 && bytes > kPageBytes) {
        response.set_next_page_token(NextPageToken(request, after));
        return response;
      }
      after = row.name.id;
      ASSIGN_OR_RETURN(*response.add_articles(), FromRow(std::move(row)));
    }
    if (!page.next_after) return response;
    after = *page.next_after;
    if (response.articles_size() >= list.page_size) {
      response.set_next_page_token(NextPageToken(request, after));
      return response;
    }
  }
}

}  // namespace

IngestServiceImpl::IngestServiceImpl(ArticleStore& store, rpc::WorkPool& pool, LanguageModels models,
                                     const IngestOptions& options)
    : store_(store), pool_(pool), models_(std::move(models)), options_(options) {}

grpc::ServerUnaryReactor* IngestServiceImpl::IngestArticle(grpc::CallbackServerContext* context,
                                                           const v1::IngestArticleRequest* request,
                                                           v1::IngestArticleResponse* response) {
  return rpc::ServeUnary(pool_, "IngestArticle", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, Ingest(call, *request));
    return absl::OkStatus();
  });
}

absl::StatusOr<v1::IngestArticleResponse> IngestServiceImpl::Ingest(const RequestContext& call,
                                                                    const v1::IngestArticleRequest& request) {
  ASSIGN_OR_RETURN(const IngestItem item, MakeIngestItem(call, store_, request.parent(), request.article_id(),
                                                         request.content(), options_.max_content_bytes, models_));
  ASSIGN_OR_RETURN(const PutResult result, PutAndWait(store_, ToRow(item.article, item.content)));
  v1::IngestArticleResponse response;
  *response.mutable_article() = ToProto(item.article, item.content, ViewOr(request.view(), v1::BASIC));
  SetTimes(result.create_time, result.update_time, response.mutable_article());
  response.set_outcome(ToProto(result.outcome));
  return response;
}

grpc::ServerBidiReactor<v1::IngestArticlesRequest, v1::IngestArticlesResponse>* IngestServiceImpl::IngestArticles(
    grpc::CallbackServerContext* context) {
  return new IngestStream({.store = store_,
                           .pool = pool_,
                           .models = models_,
                           .max_content_bytes = options_.max_content_bytes,
                           .window = options_.stream_window},
                          context);
}

grpc::ServerUnaryReactor* IngestServiceImpl::NormalizeArticle(grpc::CallbackServerContext* context,
                                                              const v1::NormalizeArticleRequest* request,
                                                              v1::NormalizeArticleResponse* response) {
  return rpc::ServeUnary(pool_, "NormalizeArticle", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, Normalize(call, *request));
    return absl::OkStatus();
  });
}

absl::StatusOr<v1::NormalizeArticleResponse> IngestServiceImpl::Normalize(const RequestContext& call,
                                                                          const v1::NormalizeArticleRequest& request) {
  ASSIGN_OR_RETURN(RawContent content, FromProto(request.content(), "content", options_.max_content_bytes));
  RETURN_IF_ERROR(ReadTemplate(call, store_, "content.options.source_template", &content));
  v1::NormalizeArticleResponse response;
  *response.mutable_article() =
      ToProto(ingest::NormalizeArticle(content, models_), content, ViewOr(request.view(), v1::FULL));
  return response;
}

grpc::ServerUnaryReactor* IngestServiceImpl::GetArticle(grpc::CallbackServerContext* context,
                                                        const v1::GetArticleRequest* request, v1::Article* response) {
  return rpc::ServeUnary(pool_, "GetArticle", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, Get(call, request->name(), ViewOr(request->view(), v1::FULL), "name"));
    return absl::OkStatus();
  });
}

absl::StatusOr<v1::Article> IngestServiceImpl::Get(const RequestContext& call, const std::string& name,
                                                   v1::ArticleView view, const std::string& field) {
  ASSIGN_OR_RETURN(const ArticleReference reference, ParseArticleName(name, field));
  ASSIGN_OR_RETURN(ArticleRow row, store_.Get(call, reference.name, reference.revision, PartsOf(view)));
  return FromRow(std::move(row));
}

grpc::ServerUnaryReactor* IngestServiceImpl::BatchGetArticles(grpc::CallbackServerContext* context,
                                                              const v1::BatchGetArticlesRequest* request,
                                                              v1::BatchGetArticlesResponse* response) {
  return rpc::ServeUnary(pool_, "BatchGetArticles", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, BatchGet(call, *request));
    return absl::OkStatus();
  });
}

absl::StatusOr<v1::BatchGetArticlesResponse> IngestServiceImpl::BatchGet(const RequestContext& call,
                                                                         const v1::BatchGetArticlesRequest& request) {
  if (request.names().empty() || request.names_size() > kMaxBatchNames) {
    return InvalidField("names", "TOO_MANY_NAMES", "Send 1 to 1000 names; use several calls for more.");
  }
  std::string collection;
  if (!request.parent().empty()) {
    ASSIGN_OR_RETURN(collection, ParseParent(request.parent(), "parent"));
  }
  v1::BatchGetArticlesResponse response;
  for (int i = 0; i < request.names_size(); ++i) {
    RETURN_IF_ERROR(call.Check());
    const std::string field = absl::StrCat("names[", i, "]");
    ASSIGN_OR_RETURN(const ArticleReference reference, ParseArticleName(request.names(i), field));
    if (collection.empty()) collection = reference.name.collection;
    if (reference.name.collection != collection) {
      return InvalidField(field, "COLLECTION_MISMATCH", "One request reads one collection. Send a request for each.");
    }
    ASSIGN_OR_RETURN(*response.add_articles(), Get(call, request.names(i), ViewOr(request.view(), v1::FULL), field));
  }
  return response;
}

grpc::ServerUnaryReactor* IngestServiceImpl::ListArticles(grpc::CallbackServerContext* context,
                                                          const v1::ListArticlesRequest* request,
                                                          v1::ListArticlesResponse* response) {
  return rpc::ServeUnary(pool_, "ListArticles", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, List(call, store_, *request));
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* IngestServiceImpl::DeleteArticle(grpc::CallbackServerContext* context,
                                                           const v1::DeleteArticleRequest* request,
                                                           google::protobuf::Empty*) {
  return rpc::ServeUnary(pool_, "DeleteArticle", context,
                         [=, this](const RequestContext& call) { return Delete(call, *request); });
}

absl::Status IngestServiceImpl::Delete(const RequestContext& call, const v1::DeleteArticleRequest& request) {
  ASSIGN_OR_RETURN(const ArticleReference reference, ParseArticleName(request.name(), "name"));
  if (!reference.revision.empty()) {
    return InvalidField("name", "RESOURCE_NAME_INVALID",
                        "An article is deleted with all its revisions: send its name without "
                        "@{revision}, and the revision as etag to delete only that state.");
  }
  return store_.Delete(call, reference.name, request.etag());
}

grpc::ServerUnaryReactor* IngestServiceImpl::LearnTemplate(grpc::CallbackServerContext* context,
                                                           const v1::LearnTemplateRequest* request,
                                                           v1::SourceTemplate* response) {
  return rpc::ServeUnary(pool_, "LearnTemplate", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, ingest::LearnTemplate(call, store_, *request));
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* IngestServiceImpl::GetTemplate(grpc::CallbackServerContext* context,
                                                         const v1::GetTemplateRequest* request,
                                                         v1::SourceTemplate* response) {
  return rpc::ServeUnary(pool_, "GetTemplate", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, ingest::GetTemplate(call, store_, request->name(), "name"));
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* IngestServiceImpl::ListTemplates(grpc::CallbackServerContext* context,
                                                           const v1::ListTemplatesRequest* request,
                                                           v1::ListTemplatesResponse* response) {
  return rpc::ServeUnary(pool_, "ListTemplates", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, ingest::ListTemplates(call, store_, *request));
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* IngestServiceImpl::DeleteTemplate(grpc::CallbackServerContext* context,
                                                            const v1::DeleteTemplateRequest* request,
                                                            google::protobuf::Empty*) {
  return rpc::ServeUnary(pool_, "DeleteTemplate", context, [=, this](const RequestContext& call) {
    return ingest::DeleteTemplate(call, store_, request->name());
  });
}

grpc::ServerUnaryReactor* IngestServiceImpl::GetCapabilities(grpc::CallbackServerContext* context,
                                                             const v1::GetCapabilitiesRequest*,
                                                             v1::Capabilities* response) {
  return rpc::ServeUnary(pool_, "GetCapabilities", context, [=, this](const RequestContext&) {
    *response = MakeCapabilities(models_, options_.max_content_bytes);
    return absl::OkStatus();
  });
}

}  // namespace polygist::ingest
