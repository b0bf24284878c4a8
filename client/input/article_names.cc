#include "client/input/article_names.h"

#include <algorithm>
#include <filesystem>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/base/strings.h"

namespace polygist::client {
namespace {

constexpr char kCollections[] = "collections/";
constexpr size_t kMaxIdBytes = 128;

bool IsIdCharacter(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' || c == '-';
}

}  // namespace

std::string CollectionName(std::string_view collection) {
  if (absl::StartsWith(ToAbsl(collection), kCollections)) return std::string(collection);
  return absl::StrCat(kCollections, ToAbsl(collection));
}

std::string ArticleName(std::string_view collection, std::string_view article) {
  if (absl::StartsWith(ToAbsl(article), kCollections)) return std::string(article);
  return absl::StrCat(CollectionName(collection), "/articles/", ToAbsl(article));
}

bool LooksLikeArticle(std::string_view argument) {
  if (absl::StartsWith(ToAbsl(argument), kCollections)) return true;
  const std::string_view id = argument.substr(0, argument.find('@'));
  if (id.empty() || !absl::ascii_isalnum(static_cast<unsigned char>(id[0]))) return false;
  if (!std::all_of(id.begin(), id.end(), IsIdCharacter)) return false;
  const std::string ending = absl::AsciiStrToLower(std::filesystem::path(id).extension().string());
  return ending != ".txt" && ending != ".html" && ending != ".htm" && ending != ".md";
}

std::string ArticleIdOfPath(std::string_view path) {
  std::string id = std::filesystem::path(path).stem().string();
  for (char& c : id) {
    if (!IsIdCharacter(c)) c = '-';
  }
  const auto first =
      std::find_if(id.begin(), id.end(), [](char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)); });
  id.erase(id.begin(), first);
  return id.substr(0, kMaxIdBytes);
}

}  // namespace polygist::client
