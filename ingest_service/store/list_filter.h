// What a ListQuery lets through: one definition for all backends. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "ingest_service/store/article_store.h"

namespace polygist::ingest {

// True when `entry` is `language` or its base subtag: "zh" and "zh-Hant" match "zh-Hant"; "zh-Hant"
// does not match "zh". Tags are canonical, so they compare bytewise.
bool LanguageMatches(std::string_view entry, std::string_view language);

// Whether a row of these attributes matches the languages, sources and publish times of `query`.
bool AttributesMatch(const ListQuery& query, std::string_view language, std::string_view source,
                     std::optional<absl::Time> publish_time);

// Whether `labels` has all labels of `query`.
bool LabelsMatch(const ListQuery& query, const std::map<std::string, std::string>& labels);

}  // namespace polygist::ingest
