#include "ingest_service/api/list_query.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "common/base/digest.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/rpc/page_token.h"
#include "common/text/language_tag.h"
#include "ingest_service/article/article_name.h"

namespace polygist::ingest {
namespace {

constexpr int kDefaultPageSize = 100;
constexpr int kMaxFilterEntries = 100;
constexpr int kMaxFilterLabels = 16;

absl::Time ToTime(const google::protobuf::Timestamp& time) {
  return absl::FromUnixSeconds(time.seconds()) + absl::Nanoseconds(time.nanos());
}

// Everything that makes one query differ from another but page size and token.
std::string DigestOf(const v1::ListArticlesRequest& request) {
  const type::v1::ArticleFilter& filter = request.filter();
  DigestBuilder digest;
  digest.Add(request.parent()).Add(request.view());
  digest.Add(filter.languages_size());
  for (const std::string& language : filter.languages()) digest.Add(language);
  digest.Add(filter.sources_size());
  for (const std::string& source : filter.sources()) digest.Add(source);
  digest.Add(filter.published_from().SerializeAsString());
  digest.Add(filter.published_until().SerializeAsString());
  digest.Add(filter.has_published_from() ? 1 : 0).Add(filter.has_published_until() ? 1 : 0);
  const std::map<std::string, std::string> labels(filter.labels().begin(), filter.labels().end());
  for (const auto& [key, value] : labels) digest.Add(key).Add(value);
  return digest.Hex();
}

absl::Status ReadFilter(const type::v1::ArticleFilter& filter, ListQuery* query) {
  if (filter.languages_size() > kMaxFilterEntries || filter.sources_size() > kMaxFilterEntries ||
      filter.labels_size() > kMaxFilterLabels) {
    return InvalidField("filter", "FIELD_TOO_LONG", "A filter has at most 100 languages, 100 sources and 16 labels.");
  }
  for (int i = 0; i < filter.languages_size(); ++i) {
    const auto language = text::CanonicalLanguageTag(filter.languages(i));
    if (!language.ok()) {
      return InvalidField(absl::StrCat("filter.languages[", i, "]"), "LANGUAGE_TAG_INVALID",
                          "The language is not a BCP 47 tag. Send a tag such as \"id\" or \"pt-BR\".");
    }
    query->languages.push_back(*language);
  }
  query->sources.assign(filter.sources().begin(), filter.sources().end());
  if (filter.has_published_from()) query->published_from = ToTime(filter.published_from());
  if (filter.has_published_until()) query->published_until = ToTime(filter.published_until());
  query->labels.insert(filter.labels().begin(), filter.labels().end());
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<ListRequest> FromProto(const v1::ListArticlesRequest& request) {
  ListRequest list;
  ASSIGN_OR_RETURN(list.query.collection, ParseParent(request.parent(), "parent"));
  if (request.page_size() < 0) {
    return InvalidField("page_size", "PAGE_SIZE_NEGATIVE",
                        "The page size is negative. Send 0 for the default or up to 1000.");
  }
  list.page_size = request.page_size() == 0 ? kDefaultPageSize : std::min(request.page_size(), kMaxPageSize);
  if (request.view() != v1::ARTICLE_VIEW_UNSPECIFIED) list.view = request.view();
  RETURN_IF_ERROR(ReadFilter(request.filter(), &list.query));
  ASSIGN_OR_RETURN(list.after, rpc::ReadPageToken(DigestOf(request), request.page_token()));
  return list;
}

std::string NextPageToken(const v1::ListArticlesRequest& request, const std::string& after) {
  return rpc::MakePageToken(DigestOf(request), after);
}

}  // namespace polygist::ingest
