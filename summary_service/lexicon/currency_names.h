// What ICU's CLDR data calls the currencies of news in one language.
#pragma once

#include <unicode/locid.h>

#include <map>
#include <string>
#include <vector>

namespace polygist::summary {

struct CurrencyName {
  std::string name;  // As CLDR writes it, or a folded word of it.
  std::string code;  // ISO 4217.
};

struct CurrencyNames {
  // Full names in their plural forms, and the words that the names of like currencies share: "dollar" from the dollars
  // of several countries means the first of them. Where two are one word, the earlier one counts.
  std::vector<CurrencyName> names;
  // Signs: "$", "Rp", "kr" to codes.
  std::map<std::string, std::string, std::less<>> signs;
};

CurrencyNames NameCurrencies(const icu::Locale& locale);

}  // namespace polygist::summary
