// "collections/{collection}/articles/{article}" and ".../templates/{template}" to their parts and back.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "ingest_service/article/article.h"

namespace polygist::ingest {

// The collection that exists without being named.
inline constexpr std::string_view kDefaultCollection = "default";

// An article, at some revision or (empty) at its current one.
struct ArticleReference {
  ArticleName name;
  std::string revision;
};

// "collections/{collection}/articles/{article}", optionally followed by "@{revision}". INVALID_ARGUMENT naming
// `field`, reason RESOURCE_NAME_INVALID.
absl::StatusOr<ArticleReference> ParseArticleName(std::string_view name, std::string_view field);

// The collection of "collections/{collection}"; the default one for "". Errors as above.
absl::StatusOr<std::string> ParseParent(std::string_view parent, std::string_view field);

// OK when `id` is [A-Za-z0-9][A-Za-z0-9._-]{0,127}. INVALID_ARGUMENT naming `field`, reason ARTICLE_ID_INVALID.
absl::Status CheckArticleId(std::string_view id, std::string_view field);

std::string FormatArticleName(const ArticleName& name);

// A template's place: IDs have the form of article IDs.
struct TemplateName {
  std::string collection;
  std::string id;
};

// "collections/{collection}/templates/{template}". INVALID_ARGUMENT naming `field`, reason RESOURCE_NAME_INVALID.
absl::StatusOr<TemplateName> ParseTemplateName(std::string_view name, std::string_view field);

std::string FormatTemplateName(const TemplateName& name);

// The ID of an article that was given none: a digest of its URL without fragment when it has one, so that a changed
// page becomes a new revision; otherwise of its bytes.
std::string DeriveArticleId(const RawContent& content);

}  // namespace polygist::ingest
