#include "summary_service/api/find_articles.h"

#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/base/strings.h"

namespace polygist::summary {
namespace {

constexpr char kInline[] = "inline/";
constexpr char kInlineField[] = "inline.articles[";

// What keeps a stored article from being read; any other failure is one of the call.
absl::StatusOr<FoundArticle> NotFound(const absl::Status& status, const v1::SummarizedArticle& article,
                                      const std::string& field) {
  if (!absl::IsNotFound(status) && !absl::IsInvalidArgument(status)) return status;
  FoundArticle found;
  const bool gone = ReasonOf(status) == "REVISION_NOT_FOUND";
  found.findings.push_back(
      MakeFinding(gone ? "REVISION_GONE" : "ARTICLE_MISSING", field + (gone ? ".revision" : ".name"),
                  gone ? article.revision() : article.name(), "", ToStd(status.message()),
                  "Ingest the same content again with the same metadata, or verify from files with polygist verify."));
  return found;
}

absl::StatusOr<FoundArticle> FindStored(const RequestContext& call, const v1::SummarizedArticle& article,
                                        const std::string& field, ArticleSource& source) {
  const std::string name = absl::StrCat(article.name(), "@", article.revision());
  auto read = source.ByName(call, {&name, 1});
  if (!read.ok()) return NotFound(read.status(), article, field);
  return FoundArticle{.match = Match::kExact, .article = std::move(read->front()), .findings = {}};
}

FoundArticle Unsent(const v1::SummarizedArticle& article, const std::string& field) {
  FoundArticle found;
  found.findings.push_back(MakeFinding(
      "ARTICLE_MISSING", field, article.client_ref(), "", "The article came with the request and was not stored.",
      "Give its bytes: in `contents`, in the order of the inline articles, or as files of "
      "polygist verify."));
  return found;
}

// How the article made from the bytes that were sent stands to the recorded one.
FoundArticle Compared(FetchedArticle made, const v1::SummarizedArticle& article, const std::string& field) {
  FoundArticle found{.match = Match::kExact, .article = std::move(made), .findings = {}};
  const FetchedArticle& is = *found.article;
  if (is.article.revision == article.revision()) return found;
  found.match = Match::kOther;
  if (is.normalizer_version != article.normalizer_version()) {
    found.findings.push_back(MakeFinding("NORMALIZER_DIFFERS", field + ".normalizer_version",
                                         article.normalizer_version(), is.normalizer_version,
                                         "Other rules cleaned the article: spans may have moved.",
                                         "Verify with the ingest service of the version that is recorded."));
  } else {
    found.findings.push_back(MakeFinding("REVISION_DIFFERS", field + ".revision", article.revision(),
                                         is.article.revision, "The bytes are not those that were summarized.",
                                         "Send the bytes of the revision that is recorded."));
  }
  return found;
}

absl::StatusOr<std::vector<FetchedArticle>> Normalize(const RequestContext& call,
                                                      const v1::VerifySummaryRequest& request, ArticleSource& source) {
  v1::InlineArticles inlined;
  for (const v1::SummarizedArticle& article : request.summary().articles()) {
    if (!absl::StartsWith(article.name(), kInline) || inlined.articles_size() == request.contents_size()) continue;
    type::v1::RawContent content = article.given();
    content.set_bytes(request.contents(inlined.articles_size()).bytes());
    *inlined.add_articles()->mutable_content() = std::move(content);
  }
  if (inlined.articles_size() < request.contents_size()) {
    return InvalidField(absl::StrCat("contents[", inlined.articles_size(), "]"), "CONTENT_SUPERFLUOUS",
                        "The summary has fewer inline articles than contents were sent.");
  }
  if (inlined.articles().empty()) return std::vector<FetchedArticle>();
  auto articles = source.Inline(call, inlined);
  if (articles.ok()) return articles;
  // Our caller calls them contents: "inline.articles[2].content.bytes" is "contents[2].bytes".
  ErrorFacts facts = FactsOf(articles.status());
  if (const auto field = facts.find("field"); field != facts.end() && absl::StartsWith(field->second, kInlineField)) {
    std::string rest = field->second.substr(sizeof kInlineField - 1);
    const size_t content = rest.find(".content");
    if (content != std::string::npos) rest.erase(content, 8);
    field->second = "contents[" + rest;
  }
  return Error(articles.status().code(), ReasonOf(articles.status()), ToStd(articles.status().message()), facts);
}

}  // namespace

absl::StatusOr<std::vector<FoundArticle>> FindArticles(const RequestContext& call,
                                                       const v1::VerifySummaryRequest& request, ArticleSource& source) {
  ASSIGN_OR_RETURN(std::vector<FetchedArticle> inlined, Normalize(call, request, source));
  std::vector<FoundArticle> found;
  size_t next = 0;
  for (int i = 0; i < request.summary().articles_size(); ++i) {
    const v1::SummarizedArticle& article = request.summary().articles(i);
    const std::string field = absl::StrCat("articles[", i, "]");
    if (!absl::StartsWith(article.name(), kInline)) {
      ASSIGN_OR_RETURN(FoundArticle one, FindStored(call, article, field, source));
      found.push_back(std::move(one));
    } else if (next < inlined.size()) {
      found.push_back(Compared(std::move(inlined[next++]), article, field));
    } else {
      found.push_back(Unsent(article, field));
    }
  }
  return found;
}

}  // namespace polygist::summary
