// The number words of a language, in all genders and cases that CLDR spells.
#pragma once

#include <unicode/locid.h>

#include <string>
#include <vector>

namespace polygist::summary {

struct NumberWord {
  std::string words;  // UTF-8, without soft hyphens: "vingt et un".
  int value = 0;
};

// 2 to 100, the round ones to 1,000, thousands; of genders and cases beside the first small and round numbers only.
// "One" is an article in too many languages. Short words of Korean that are numbers only in company are left out. The
// same words may come more than once.
std::vector<NumberWord> SpellNumbers(const icu::Locale& locale);

}  // namespace polygist::summary
