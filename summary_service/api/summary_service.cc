#include "summary_service/api/summary_service.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "common/base/digest.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/rpc/serve_unary.h"
#include "summary_service/api/already_read.h"
#include "summary_service/api/capabilities.h"
#include "summary_service/api/comparison_proto.h"
#include "summary_service/api/explanation_proto.h"
#include "summary_service/api/find_articles.h"
#include "summary_service/api/learned_lexicon.h"
#include "summary_service/api/summarize_response.h"
#include "summary_service/api/summarized_article_proto.h"
#include "summary_service/api/summary_options_proto.h"
#include "summary_service/api/verify_summary.h"
#include "summary_service/corpus/append_title.h"
#include "summary_service/merging/compare_articles.h"
#include "summary_service/merging/learn_words.h"
#include "summary_service/pipeline/explain_summaries.h"

namespace polygist::summary {
namespace {

absl::Status CheckCount(int count, int limit, const std::string& field) {
  if (count == 0) {
    return InvalidField(field, "NO_ARTICLES_GIVEN", "Send at least one article to summarize.");
  }
  if (count > limit) {
    return InvalidField(field, "TOO_MANY_ARTICLES", absl::StrCat("At most ", limit, " articles are accepted."));
  }
  return absl::OkStatus();
}

// What can be refused before any article is fetched; references to articles are checked after.
absl::Status CheckOptions(v1::SummaryOptions options) {
  options.clear_must_include();
  options.clear_must_exclude();
  options.clear_already_read();
  return FromProto(options, {}).status();
}

}  // namespace

SummaryServiceImpl::SummaryServiceImpl(ArticleSource& articles, rpc::WorkPool& pool, std::optional<Lexicon> lexicon,
                                       const SummaryServiceOptions& options)
    : articles_(articles), pool_(pool), lexicon_(std::move(lexicon)), options_(options) {}

const Lexicon* SummaryServiceImpl::lexicon() const { return lexicon_ ? &*lexicon_ : nullptr; }

grpc::ServerUnaryReactor* SummaryServiceImpl::SummarizeArticles(grpc::CallbackServerContext* context,
                                                                const v1::SummarizeArticlesRequest* request,
                                                                v1::SummarizeArticlesResponse* response) {
  return rpc::ServeUnary(pool_, "SummarizeArticles", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, Summarize(call, *request));
    return absl::OkStatus();
  });
}

absl::StatusOr<v1::SummarizeArticlesResponse> SummaryServiceImpl::Summarize(
    const RequestContext& call, const v1::SummarizeArticlesRequest& request) {
  RETURN_IF_ERROR(CheckOptions(request.options()));
  ASSIGN_OR_RETURN(const std::vector<FetchedArticle> articles, FetchAll(call, request));
  return MakeSummarizeResponse(call, articles, request.options(), lexicon());
}

grpc::ServerUnaryReactor* SummaryServiceImpl::CompareArticles(grpc::CallbackServerContext* context,
                                                              const v1::CompareArticlesRequest* request,
                                                              v1::CompareArticlesResponse* response) {
  return rpc::ServeUnary(pool_, "CompareArticles", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, Compare(call, *request));
    return absl::OkStatus();
  });
}

absl::StatusOr<v1::CompareArticlesResponse> SummaryServiceImpl::Compare(const RequestContext& call,
                                                                        const v1::CompareArticlesRequest& request) {
  ASSIGN_OR_RETURN(std::vector<FetchedArticle> articles, Fetch(call, request));
  for (FetchedArticle& fetched : articles) AppendTitle(&fetched.article);
  const ArticleComparison comparison = summary::CompareArticles(SourcesOf(articles), lexicon(), {.quotes = true});
  v1::CompareArticlesResponse response = ToProto(comparison, articles);
  *response.mutable_versions() = MakeVersions(lexicon());
  response.set_digest(DigestBuilder().Add("compare").Add(DigestOf(articles, {}, response.versions())).Hex());
  return response;
}

grpc::ServerUnaryReactor* SummaryServiceImpl::ExplainSummaries(grpc::CallbackServerContext* context,
                                                               const v1::ExplainSummariesRequest* request,
                                                               v1::ExplainSummariesResponse* response) {
  return rpc::ServeUnary(pool_, "ExplainSummaries", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, Explain(call, *request));
    return absl::OkStatus();
  });
}

absl::StatusOr<v1::ExplainSummariesResponse> SummaryServiceImpl::Explain(const RequestContext& call,
                                                                         const v1::ExplainSummariesRequest& request) {
  if (request.sentences().empty() && request.without_source().empty()) {
    return InvalidField("sentences", "NOTHING_TO_EXPLAIN", "Name sentences to explain, or a source to leave out.");
  }
  RETURN_IF_ERROR(CheckOptions(request.summary().options()));
  ASSIGN_OR_RETURN(const std::vector<FetchedArticle> articles, FetchAll(call, request.summary()));
  ASSIGN_OR_RETURN(const SummaryOptions options, FromProto(request.summary().options(), articles));
  ASSIGN_OR_RETURN(const std::vector<SentenceRef> sentences, FromProto(request.sentences(), articles, "sentences"));
  const std::vector<SourceArticle> sources = SourcesOf(articles);
  v1::ExplainSummariesResponse response;
  if (!sentences.empty()) {
    ASSIGN_OR_RETURN(const auto explanations, ExplainSentences(call, sources, options, sentences, lexicon()));
    for (const Explanation& one : explanations) *response.add_explanations() = ToProto(one, articles);
  }
  if (!request.without_source().empty()) {
    ASSIGN_OR_RETURN(const auto differences,
                     CompareWithoutSource(call, sources, options, request.without_source(), lexicon()));
    for (const Difference& one : differences) *response.add_differences() = ToProto(one, articles);
  }
  for (const FetchedArticle& article : articles) *response.add_articles() = ArticleToProto(article);
  response.set_digest(DigestOf(articles, request.summary().options(), MakeVersions(lexicon())));
  return response;
}

grpc::ServerUnaryReactor* SummaryServiceImpl::VerifySummary(grpc::CallbackServerContext* context,
                                                            const v1::VerifySummaryRequest* request,
                                                            v1::VerifySummaryResponse* response) {
  return rpc::ServeUnary(pool_, "VerifySummary", context, [=, this](const RequestContext& call) -> absl::Status {
    RETURN_IF_ERROR(CheckCount(request->summary().articles_size(), options_.max_articles, "summary.articles"));
    ASSIGN_OR_RETURN(const std::vector<FoundArticle> found, FindArticles(call, *request, articles_));
    *response->mutable_verification() = summary::VerifySummary(call, request->summary(), found, lexicon());
    return call.Check();
  });
}

absl::StatusOr<std::vector<FetchedArticle>> SummaryServiceImpl::FetchAll(const RequestContext& call,
                                                                         const v1::SummarizeArticlesRequest& request) {
  ASSIGN_OR_RETURN(std::vector<FetchedArticle> articles, Fetch(call, request));
  RETURN_IF_ERROR(AddAlreadyRead(call, request.options(), options_.max_articles, articles_, &articles));
  return articles;
}

grpc::ServerUnaryReactor* SummaryServiceImpl::LearnLexicon(grpc::CallbackServerContext* context,
                                                           const v1::LearnLexiconRequest* request,
                                                           v1::LearnLexiconResponse* response) {
  return rpc::ServeUnary(pool_, "LearnLexicon", context, [=, this](const RequestContext& call) -> absl::Status {
    ASSIGN_OR_RETURN(*response, Learn(call, *request));
    return absl::OkStatus();
  });
}

absl::StatusOr<v1::LearnLexiconResponse> SummaryServiceImpl::Learn(const RequestContext& call,
                                                                   const v1::LearnLexiconRequest& request) {
  RETURN_IF_ERROR(CheckSnapshotName(request.snapshot()));
  ASSIGN_OR_RETURN(const std::vector<FetchedArticle> articles, Fetch(call, request));
  const std::vector<LearnedWords> words = LearnWords(SourcesOf(articles), lexicon());
  if (words.empty()) {
    return InvalidField("articles", "NOTHING_LEARNED",
                        "No two words were met often enough. Send more articles about the same events in several "
                        "languages.");
  }
  v1::LearnLexiconResponse response = ToLearnedLexicon(request.snapshot(), words);
  for (const FetchedArticle& article : articles) *response.add_articles() = ArticleToProto(article);
  *response.mutable_versions() = MakeVersions(lexicon());
  return response;
}

template <typename Request>
absl::StatusOr<std::vector<FetchedArticle>> SummaryServiceImpl::Fetch(const RequestContext& call,
                                                                      const Request& request) {
  switch (request.articles_case()) {
    case Request::kNames: {
      const auto& names = request.names().names();
      RETURN_IF_ERROR(CheckCount(names.size(), options_.max_articles, "names.names"));
      return articles_.ByName(call, std::vector<std::string>(names.begin(), names.end()));
    }
    case Request::kQuery:
      return articles_.ByQuery(call, request.query(), options_.max_articles);
    case Request::kInline:
      RETURN_IF_ERROR(CheckCount(request.inline_().articles_size(), options_.max_articles, "inline.articles"));
      return articles_.Inline(call, request.inline_());
    case Request::ARTICLES_NOT_SET:
      break;
  }
  return CheckCount(0, options_.max_articles, "articles");
}

grpc::ServerUnaryReactor* SummaryServiceImpl::GetCapabilities(grpc::CallbackServerContext* context,
                                                              const v1::GetCapabilitiesRequest*,
                                                              v1::Capabilities* response) {
  return rpc::ServeUnary(pool_, "GetCapabilities", context, [=, this](const RequestContext&) {
    *response = MakeCapabilities(lexicon(), options_.max_articles);
    return absl::OkStatus();
  });
}

}  // namespace polygist::summary
