// Languages as people call them.
#pragma once

#include <string>
#include <string_view>

namespace polygist::client {

// The English name of a BCP 47 tag by CLDR: "id" -> "Indonesian", "pt-BR" -> "Portuguese (Brazil)".
// The tag itself when CLDR has no name; "All languages" for "mul"; "Unknown language" for "und" and
// "".
std::string LanguageName(std::string_view tag);

}  // namespace polygist::client
