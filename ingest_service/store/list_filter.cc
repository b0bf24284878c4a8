#include "ingest_service/store/list_filter.h"

#include <algorithm>

#include "common/text/language_tag.h"

namespace polygist::ingest {
namespace {

bool TimeMatches(const ListQuery& query, std::optional<absl::Time> time) {
  if (!query.published_from.has_value() && !query.published_until.has_value()) return true;
  if (!time.has_value()) return false;
  return (!query.published_from.has_value() || *time >= *query.published_from) &&
         (!query.published_until.has_value() || *time < *query.published_until);
}

}  // namespace

bool LanguageMatches(std::string_view entry, std::string_view language) {
  return entry == language || entry == text::BaseLanguage(language);
}

bool AttributesMatch(const ListQuery& query, std::string_view language, std::string_view source,
                     std::optional<absl::Time> publish_time) {
  const auto is_language = [&](const std::string& entry) { return LanguageMatches(entry, language); };
  return (query.languages.empty() || std::ranges::any_of(query.languages, is_language)) &&
         (query.sources.empty() || std::ranges::find(query.sources, source) != query.sources.end()) &&
         TimeMatches(query, publish_time);
}

bool LabelsMatch(const ListQuery& query, const std::map<std::string, std::string>& labels) {
  return std::ranges::all_of(query.labels, [&](const auto& wanted) {
    const auto found = labels.find(wanted.first);
    return found != labels.end() && found->second == wanted.second;
  });
}

}  // namespace polygist::ingest
