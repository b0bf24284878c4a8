#include "client/presentation/language_names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace polygist::client {

std::string LanguageName(std::string_view tag) {
  if (tag == "mul") return "All languages";
  if (tag.empty() || tag == "und") return "Unknown language";
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale locale =
      icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())), error);
  if (U_FAILURE(error)) return std::string(tag);
  icu::UnicodeString name;
  locale.getDisplayName(icu::Locale::getEnglish(), name);
  std::string utf8;
  name.toUTF8String(utf8);
  return utf8.empty() ? std::string(tag) : utf8;
}

}  // namespace polygist::client
