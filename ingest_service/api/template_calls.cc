#include "ingest_service/api/template_calls.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "common/base/byte_span.h"
#include "common/base/digest.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/rpc/page_token.h"
#include "ingest_service/api/list_query.h"
#include "ingest_service/article/article_name.h"
#include "ingest_service/record/article_record.h"
#include "ingest_service/templates/source_template.h"

namespace polygist::ingest {
namespace {

constexpr int kRowsPerRead = 20;
constexpr int kDefaultPageSize = 100;
constexpr size_t kMaxSourceInId = 64;
constexpr size_t kDigestInId = 16;

ArticleName RowName(const TemplateName& name) { return {name.collection + "/templates", name.id}; }

absl::StatusOr<TemplateLimits> LimitsOf(const v1::LearnTemplateRequest& request) {
  TemplateLimits limits;
  if (request.min_articles() != 0) limits.min_articles = request.min_articles();
  if (request.min_share_percent() != 0) limits.min_share_percent = request.min_share_percent();
  if (limits.min_articles < 2 || limits.min_articles > 1'000'000) {
    return InvalidField("min_articles", "OPTION_OUT_OF_RANGE", "Send 2 to 1,000,000 articles, or 0 for 3.");
  }
  if (limits.min_share_percent < 1 || limits.min_share_percent > 100) {
    return InvalidField("min_share_percent", "OPTION_OUT_OF_RANGE", "Send 1 to 100 percent, or 0 for 20.");
  }
  return limits;
}

std::vector<std::string> LinesOf(const v1::Article& article) {
  std::vector<std::string> lines;
  for (const v1::Block& block : article.blocks()) {
    lines.emplace_back(Slice(article.text(), ByteSpan{block.span().begin(), block.span().end()}));
  }
  return lines;
}

absl::Status ReadArticles(const RequestContext& call, ArticleStore& store, const std::string& collection,
                          const std::string& source, TemplateLearner* learner) {
  ListQuery query{.collection = collection, .sources = {source}};
  for (std::string after;;) {
    ASSIGN_OR_RETURN(ListPage page, store.List(call, query, after, kRowsPerRead, RowParts::kHeadAndBody));
    for (ArticleRow& row : page.rows) {
      ASSIGN_OR_RETURN(const v1::Article article, FromRow(std::move(row)));
      learner->Add(LinesOf(article));
    }
    if (!page.next_after) return absl::OkStatus();
    after = *page.next_after;
  }
}

// "example.org-0f1e2d3c4b5a6978": source and digest.
std::string TemplateId(const v1::SourceTemplate& message) {
  DigestBuilder digest;
  digest.Add(message.source());
  for (const auto& line : message.lines()) digest.Add(FoldTemplateLine(line.text()));
  std::string id = message.source().substr(0, kMaxSourceInId);
  for (char& c : id) {
    if (!absl::ascii_isalnum(static_cast<unsigned char>(c)) && c != '.') c = '-';
  }
  id.erase(0, std::min(id.find_first_not_of(".-"), id.size()));
  const std::string hex = digest.Hex().substr(0, kDigestInId);
  return id.empty() ? hex : id + "-" + hex;
}

ArticleRow ToRow(const TemplateName& name, const v1::SourceTemplate& message) {
  ArticleRow row;
  row.name = RowName(name);
  row.revision = name.id;
  row.source = message.source();
  v1::SourceTemplate head = message;
  head.clear_lines();
  row.head = head.SerializeAsString();
  v1::SourceTemplate body;
  *body.mutable_lines() = message.lines();
  row.body = body.SerializeAsString();
  return row;
}

absl::StatusOr<v1::SourceTemplate> FromRow(const TemplateName& name, const ArticleRow& row) {
  v1::SourceTemplate message;
  if (!message.ParseFromString(row.head) || !message.MergeFromString(row.body)) {
    return Error(absl::StatusCode::kDataLoss, "RECORD_UNREADABLE",
                 "The stored template cannot be read. Learn it again, and tell the operator.",
                 {{"template", FormatTemplateName(name)}});
  }
  message.set_name(FormatTemplateName(name));
  message.mutable_create_time()->set_seconds(absl::ToUnixSeconds(row.create_time));
  return message;
}

absl::Status TemplateNotFound(const absl::Status& status, std::string_view name, std::string_view field) {
  if (status.code() != absl::StatusCode::kNotFound) return status;
  return Error(absl::StatusCode::kNotFound, "TEMPLATE_NOT_FOUND",
               "There is no template of this name. List the templates, or learn one.",
               {{"field", std::string(field)}, {"template", std::string(name)}});
}

}  // namespace

absl::StatusOr<v1::SourceTemplate> LearnTemplate(const RequestContext& call, ArticleStore& store,
                                                 const v1::LearnTemplateRequest& request) {
  TemplateName name;
  ASSIGN_OR_RETURN(name.collection, ParseParent(request.parent(), "parent"));
  if (request.source().empty()) {
    return InvalidField("source", "SOURCE_EMPTY", "Name the source whose articles to learn from.");
  }
  ASSIGN_OR_RETURN(const TemplateLimits limits, LimitsOf(request));
  TemplateLearner learner;
  RETURN_IF_ERROR(ReadArticles(call, store, name.collection, request.source(), &learner));
  if (learner.article_count() < limits.min_articles) {
    return Error(absl::StatusCode::kFailedPrecondition, "TOO_FEW_ARTICLES",
                 absl::StrCat("The collection holds ", learner.article_count(), " different articles of the source; ",
                              limits.min_articles, " are needed. Ingest more of them."),
                 {{"field", "source"}});
  }
  v1::SourceTemplate message;
  message.set_source(request.source());
  message.set_article_count(static_cast<int32_t>(learner.article_count()));
  for (const SharedLine& line : learner.SharedLines(limits)) {
    v1::SourceTemplate::Line* added = message.add_lines();
    added->set_text(line.text);
    added->set_article_count(static_cast<int32_t>(line.article_count));
  }
  if (message.lines().empty()) {
    return Error(absl::StatusCode::kFailedPrecondition, "NOTHING_SHARED",
                 "The articles of the source share no line: it needs no template.");
  }
  name.id = TemplateId(message);
  ASSIGN_OR_RETURN(const PutResult result, PutAndWait(store, ToRow(name, message)));
  if (result.outcome == PutOutcome::kUnchanged) return GetTemplate(call, store, FormatTemplateName(name), "name");
  message.set_name(FormatTemplateName(name));
  message.mutable_create_time()->set_seconds(absl::ToUnixSeconds(result.create_time));
  return message;
}

absl::StatusOr<v1::SourceTemplate> GetTemplate(const RequestContext& call, ArticleStore& store, std::string_view name,
                                               std::string_view field) {
  ASSIGN_OR_RETURN(const TemplateName parsed, ParseTemplateName(name, field));
  const auto row = store.Get(call, RowName(parsed), "", RowParts::kHeadAndBody);
  if (!row.ok()) return TemplateNotFound(row.status(), name, field);
  return FromRow(parsed, *row);
}

absl::StatusOr<v1::ListTemplatesResponse> ListTemplates(const RequestContext& call, ArticleStore& store,
                                                        const v1::ListTemplatesRequest& request) {
  TemplateName name;
  ASSIGN_OR_RETURN(name.collection, ParseParent(request.parent(), "parent"));
  if (request.page_size() < 0) {
    return InvalidField("page_size", "PAGE_SIZE_NEGATIVE",
                        "The page size is negative. Send 0 for the default or up to 1000.");
  }
  const int limit = request.page_size() == 0 ? kDefaultPageSize : std::min(request.page_size(), kMaxPageSize);
  const std::string digest = DigestBuilder().Add("templates").Add(name.collection).Hex();
  ASSIGN_OR_RETURN(const std::string after, rpc::ReadPageToken(digest, request.page_token()));
  const ListQuery query{.collection = RowName(name).collection};
  ASSIGN_OR_RETURN(const ListPage page, store.List(call, query, after, limit, RowParts::kHead));
  v1::ListTemplatesResponse response;
  for (const ArticleRow& row : page.rows) {
    name.id = row.name.id;
    ASSIGN_OR_RETURN(*response.add_templates(), FromRow(name, row));
  }
  if (page.next_after) response.set_next_page_token(rpc::MakePageToken(digest, *page.next_after));
  return response;
}

absl::Status DeleteTemplate(const RequestContext& call, ArticleStore& store, std::string_view name) {
  ASSIGN_OR_RETURN(const TemplateName parsed, ParseTemplateName(name, "name"));
  return TemplateNotFound(store.Delete(call, RowName(parsed), ""), name, "name");
}

absl::Status ReadTemplate(const RequestContext& call, ArticleStore& store, std::string_view field,
                          RawContent* content) {
  if (content->options.source_template.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const v1::SourceTemplate message, GetTemplate(call, store, content->options.source_template, field));
  auto source_template = std::make_shared<SourceTemplate>();
  source_template->name = message.name();
  for (const auto& line : message.lines()) source_template->lines.insert(FoldTemplateLine(line.text()));
  content->source_template = std::move(source_template);
  return absl::OkStatus();
}

}  // namespace polygist::ingest
