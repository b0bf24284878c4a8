#include "ingest_service/article/article_name.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/digest.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"

namespace polygist::ingest {
namespace {

constexpr std::string_view kCollections = "collections/";
constexpr std::string_view kArticles = "/articles/";
constexpr std::string_view kTemplates = "/templates/";
constexpr size_t kMaxCollectionBytes = 63;
constexpr size_t kMaxArticleIdBytes = 128;
constexpr size_t kRevisionBytes = 32;

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAlphanumeric(char c) { return IsLower(c) || IsDigit(c) || (c >= 'A' && c <= 'Z'); }

bool IsCollectionId(std::string_view id) {
  const auto allowed = [](char c) { return IsLower(c) || IsDigit(c) || c == '-'; };
  return !id.empty() && id.size() <= kMaxCollectionBytes && id.front() != '-' &&
         std::all_of(id.begin(), id.end(), allowed);
}

bool IsArticleId(std::string_view id) {
  const auto allowed = [](char c) { return IsAlphanumeric(c) || c == '.' || c == '_' || c == '-'; };
  return !id.empty() && id.size() <= kMaxArticleIdBytes && IsAlphanumeric(id.front()) &&
         std::all_of(id.begin(), id.end(), allowed);
}

bool IsRevision(std::string_view revision) {
  const auto allowed = [](char c) { return IsDigit(c) || (c >= 'a' && c <= 'f'); };
  return revision.size() == kRevisionBytes && std::all_of(revision.begin(), revision.end(), allowed);
}

absl::Status InvalidName(std::string_view field, std::string_view form) {
  return InvalidField(field, "RESOURCE_NAME_INVALID",
                      "The name does not have the form " + std::string(form) +
                          ", where a collection is [a-z0-9][a-z0-9-]{0,62}, an article "
                          "[A-Za-z0-9][A-Za-z0-9._-]{0,127}, and a revision 32 hexadecimal digits.");
}

// "collections/{collection}" + `kind` + "{rest}" cut into collection and rest.
std::optional<std::pair<std::string_view, std::string_view>> Cut(std::string_view name, std::string_view kind) {
  if (!name.starts_with(kCollections)) return std::nullopt;
  name.remove_prefix(kCollections.size());
  const size_t collection_end = name.find('/');
  if (collection_end == std::string_view::npos) return std::nullopt;
  const std::string_view collection = name.substr(0, collection_end);
  name.remove_prefix(collection_end);
  if (!name.starts_with(kind) || !IsCollectionId(collection)) return std::nullopt;
  return std::pair(collection, name.substr(kind.size()));
}

std::optional<ArticleReference> Parse(std::string_view name) {
  const auto parts = Cut(name, kArticles);
  if (!parts) return std::nullopt;
  const auto [collection, rest] = *parts;
  const size_t at = rest.find('@');
  const std::string_view id = rest.substr(0, at);
  std::string_view revision;
  if (at != std::string_view::npos) {
    revision = rest.substr(at + 1);
    if (!IsRevision(revision)) return std::nullopt;
  }
  if (!IsArticleId(id)) return std::nullopt;
  return ArticleReference{{std::string(collection), std::string(id)}, std::string(revision)};
}

}  // namespace

absl::StatusOr<ArticleReference> ParseArticleName(std::string_view name, std::string_view field) {
  std::optional<ArticleReference> reference = Parse(name);
  if (!reference) {
    return InvalidName(field, "collections/{collection}/articles/{article}[@{revision}]");
  }
  return *std::move(reference);
}

absl::StatusOr<std::string> ParseParent(std::string_view parent, std::string_view field) {
  if (parent.empty()) return std::string(kDefaultCollection);
  if (!parent.starts_with(kCollections) || !IsCollectionId(parent.substr(kCollections.size()))) {
    return InvalidName(field, "collections/{collection}");
  }
  return std::string(parent.substr(kCollections.size()));
}

absl::Status CheckArticleId(std::string_view id, std::string_view field) {
  if (IsArticleId(id)) return absl::OkStatus();
  return InvalidField(field, "ARTICLE_ID_INVALID",
                      "An article ID has 1 to 128 of the characters A-Z a-z 0-9 . _ - and starts with "
                      "a letter or digit. Leave it empty to have one derived.");
}

std::string FormatArticleName(const ArticleName& name) {
  return std::string(kCollections) + name.collection + std::string(kArticles) + name.id;
}

absl::StatusOr<TemplateName> ParseTemplateName(std::string_view name, std::string_view field) {
  const auto parts = Cut(name, kTemplates);
  if (!parts || !IsArticleId(parts->second)) {
    return InvalidName(field, "collections/{collection}/templates/{template}");
  }
  return TemplateName{std::string(parts->first), std::string(parts->second)};
}

std::string FormatTemplateName(const TemplateName& name) {
  return std::string(kCollections) + name.collection + std::string(kTemplates) + name.id;
}

std::string DeriveArticleId(const RawContent& content) {
  const std::string_view url = std::string_view(content.url).substr(0, content.url.find('#'));
  return DigestBuilder().Add(url.empty() ? std::string_view(content.bytes) : url).Hex();
}

}  // namespace polygist::ingest
