// What the rules for words and numbers must know of a language (data/language_traits.tsv tells which has what).
#pragma once

#include <string_view>

namespace polygist::summary {

enum class LanguageTrait { kCapitalNouns, kCounters, kCountedBefore, kSyllables, kUnitBefore };

// `language`: a base subtag. Thread-safe.
bool HasTrait(std::string_view language, LanguageTrait trait);

}  // namespace polygist::summary
