// Language tags (BCP 47).
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace polygist::text {

// The canonical form: "EN-us" -> "en-US", "iw" -> "he", "zh_hant_TW" -> "zh-Hant-TW".
// INVALID_ARGUMENT with reason LANGUAGE_TAG_INVALID when `tag` is not well-formed.
absl::StatusOr<std::string> CanonicalLanguageTag(std::string_view tag);

// The base subtag of a canonical tag: "zh-Hant-TW" -> "zh". "und" for an empty tag.
std::string BaseLanguage(std::string_view tag);

}  // namespace polygist::text
