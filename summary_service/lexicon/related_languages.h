// Which other language's dictionary may stand in for a word that a language's own does not have.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace polygist::summary {

// The one of `known` (base subtags) that readers of `language` read best, by CLDR's language matching: "id" for "ms",
// "cs" for "sk". Never the language itself nor English, which dictionaries lead to; empty when there is none.
// Thread-safe; answers are kept.
std::string RelatedLanguage(std::string_view language, std::span<const std::string> known);

}  // namespace polygist::summary
