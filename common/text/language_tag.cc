#include "common/text/language_tag.h"

#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/stringpiece.h>

#include <algorithm>

#include "common/base/error.h"

namespace polygist::text {
namespace {

constexpr size_t kMaxTagBytes = 64;  // Longer than any registered tag with its variants.

absl::Status InvalidTag() {
  return Error(absl::StatusCode::kInvalidArgument, "LANGUAGE_TAG_INVALID",
               "The language is not a BCP 47 tag. Send a tag such as \"id\", \"pt-BR\" or "
               "\"zh-Hant\", or leave it empty to have the language identified.");
}

}  // namespace

absl::StatusOr<std::string> CanonicalLanguageTag(std::string_view tag) {
  if (tag.empty() || tag.size() > kMaxTagBytes) return InvalidTag();
  std::string hyphenated(tag);
  std::replace(hyphenated.begin(), hyphenated.end(), '_', '-');
  UErrorCode error = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(hyphenated, error);
  if (U_FAILURE(error)) return InvalidTag();
  locale.canonicalize(error);
  std::string canonical;
  icu::StringByteSink<std::string> sink(&canonical);
  locale.toLanguageTag(sink, error);
  if (U_FAILURE(error) || canonical.empty()) return InvalidTag();
  // ICU turns ill-formed input into "und" or into a private-use extension instead of failing.
  const bool asked_und = hyphenated.starts_with("und") || hyphenated.starts_with("UND");
  if ((canonical == "und" && !asked_und) || canonical.find("-x-lvariant") != std::string::npos) {
    return InvalidTag();
  }
  return canonical;
}

std::string BaseLanguage(std::string_view tag) {
  if (tag.empty()) return "und";
  return std::string(tag.substr(0, tag.find('-')));
}

}  // namespace polygist::text
