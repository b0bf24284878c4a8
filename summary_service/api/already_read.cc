#include "summary_service/api/already_read.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/base/strings.h"
#include "summary_service/api/summary_options_proto.h"

namespace polygist::summary {
namespace {

bool IsAmong(const std::string& reference, const std::vector<FetchedArticle>& articles) {
  return std::any_of(articles.begin(), articles.end(),
                     [&](const FetchedArticle& one) { return RefersTo(reference, one); });
}

}  // namespace

absl::Status AddAlreadyRead(const RequestContext& call, const v1::SummaryOptions& options, int max_articles,
                            ArticleSource& source, std::vector<FetchedArticle>* articles) {
  std::vector<std::string> missing;
  for (const std::string& reference : options.already_read()) {
    if (absl::StartsWith(reference, "collections/") && !IsAmong(reference, *articles)) missing.push_back(reference);
  }
  if (missing.empty()) return absl::OkStatus();
  if (static_cast<int>(articles->size() + missing.size()) > max_articles) {
    return InvalidField("options.already_read", "TOO_MANY_ARTICLES",
                        absl::StrCat("At most ", max_articles, " articles are accepted, the ones read included."));
  }
  auto read = source.ByName(call, missing);
  if (!read.ok()) {
    ErrorFacts facts = FactsOf(read.status());
    if (facts.contains("field")) facts["field"] = "options.already_read";
    return Error(read.status().code(), ReasonOf(read.status()), ToStd(read.status().message()), facts);
  }
  std::move(read->begin(), read->end(), std::back_inserter(*articles));
  return absl::OkStatus();
}

}  // namespace polygist::summary
