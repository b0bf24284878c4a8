#include "summary_service/corpus/ingest_article_source.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/base/strings.h"
#include "summary_service/corpus/source_article_proto.h"

namespace polygist::summary {
namespace {

// Articles per call: keeps a response far below the largest message.
constexpr int kNamesPerCall = 50;
// Of the ingest service's threads, one request takes at most this many.
constexpr int kNormalizeInFlight = 4;

// A failure of the ingest service as our caller should see it: what its caller can mend stays, the rest is ours.
absl::Status ForCaller(const absl::Status& status, const std::string& field_prefix, const std::string& otherwise) {
  if (absl::IsUnavailable(status)) {
    return Error(status.code(), "INGEST_UNAVAILABLE",
                 "The ingest service cannot be reached. Retry with growing pauses; if it lasts, see that it runs "
                 "and that --ingest names its address.");
  }
  ErrorFacts facts = FactsOf(status);
  const auto field = facts.find("field");
  if (field != facts.end()) {
    field->second = field_prefix + field->second;
  } else if (absl::IsNotFound(status) || absl::IsInvalidArgument(status)) {
    facts["field"] = otherwise;
  }
  return Error(status.code(), ReasonOf(status), ToStd(status.message()), facts);
}

absl::StatusOr<std::vector<FetchedArticle>> FromProtos(std::vector<ingest::v1::Article> messages) {
  std::vector<FetchedArticle> fetched;
  fetched.reserve(messages.size());
  for (ingest::v1::Article& message : messages) {
    ASSIGN_OR_RETURN(FetchedArticle article, FromProto(std::move(message)));
    fetched.push_back(std::move(article));
  }
  return fetched;
}

}  // namespace

IngestArticleSource::IngestArticleSource(std::shared_ptr<grpc::Channel> ingest)
    : ingest_(std::move(ingest), client::RetryPolicy::Never()) {}

absl::StatusOr<std::vector<FetchedArticle>> IngestArticleSource::ByName(const RequestContext& call,
                                                                        std::span<const std::string> names) {
  std::vector<ingest::v1::Article> messages;
  const std::string parent = names.empty() ? "" : names[0].substr(0, names[0].find("/articles/"));
  for (size_t begin = 0; begin < names.size(); begin += kNamesPerCall) {
    ingest::v1::BatchGetArticlesRequest request;
    if (absl::StartsWith(parent, "collections/")) request.set_parent(parent);
    const size_t end = std::min(names.size(), begin + kNamesPerCall);
    for (size_t i = begin; i < end; ++i) request.add_names(names[i]);
    auto articles = ingest_.BatchGet(client::PassOn(call), request);
    if (!articles.ok()) return ForCaller(articles.status(), "names.", "names.names");
    std::move(articles->begin(), articles->end(), std::back_inserter(messages));
  }
  return FromProtos(std::move(messages));
}

absl::StatusOr<std::vector<FetchedArticle>> IngestArticleSource::ByQuery(const RequestContext& call,
                                                                         const v1::ArticleQuery& query, int limit) {
  ingest::v1::ListArticlesRequest request;
  request.set_parent(query.parent());
  *request.mutable_filter() = query.filter();
  request.set_view(ingest::v1::FULL);
  request.set_page_size(kNamesPerCall);
  std::vector<ingest::v1::Article> messages;
  const absl::Status status = ingest_.ForEach(client::PassOn(call), request, [&](const ingest::v1::Article& article) {
    if (static_cast<int>(messages.size()) == limit) {
      return InvalidField("query.filter", "TOO_MANY_ARTICLES",
                          absl::StrCat("More than ", limit, " articles match. Narrow the filter."));
    }
    messages.push_back(article);
    return absl::OkStatus();
  });
  if (!status.ok()) {
    return ReasonOf(status) == "TOO_MANY_ARTICLES" ? status : ForCaller(status, "query.", "query");
  }
  if (messages.empty()) {
    return Error(absl::StatusCode::kNotFound, "NO_ARTICLES_MATCH",
                 "No article of the collection matches. Widen the filter, or ingest articles first.",
                 {{"field", "query"}});
  }
  return FromProtos(std::move(messages));
}

absl::StatusOr<std::vector<FetchedArticle>> IngestArticleSource::Inline(const RequestContext& call,
                                                                        const v1::InlineArticles& articles) {
  std::vector<ingest::v1::NormalizeArticleRequest> requests;
  for (const v1::InlineArticle& article : articles.articles()) {
    *requests.emplace_back().mutable_content() = article.content();
  }
  auto normalized = ingest_.NormalizeAll(client::PassOn(call), requests, kNormalizeInFlight);
  std::vector<FetchedArticle> fetched;
  for (int i = 0; i < articles.articles_size(); ++i) {
    auto& message = normalized[static_cast<size_t>(i)];
    const std::string field = absl::StrCat("inline.articles[", i, "].");
    if (!message.ok()) return ForCaller(message.status(), field, field + "content");
    ASSIGN_OR_RETURN(FetchedArticle article, FromProto(*std::move(message)));
    article.article.name = absl::StrCat("inline/", i);
    article.client_ref = articles.articles(i).client_ref();
    fetched.push_back(std::move(article));
  }
  return fetched;
}

}  // namespace polygist::summary
