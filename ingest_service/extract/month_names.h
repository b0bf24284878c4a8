// Names of months and of the halves of the day in all languages of CLDR, through ICU.
#pragma once

#include <string_view>

namespace polygist::ingest {

// The month (1 to 12) that `word` names or abbreviates, in `language` (base subtag) when that language has the word,
// else in the language of most months that share it; 0 when none has it. Case, accents and a final full stop do not
// count. `word` is one word of letters.
int MonthOf(std::string_view word, std::string_view language);

// The half of the day that `words` names in `language` or English, or without a language in most that have it: 1 before
// noon, 2 after noon, 0 for neither. Case, spaces and full stops do not count: "p.m.", "PM", "μ.μ.", "오후", "下午".
int HalfOfDay(std::string_view words, std::string_view language);

}  // namespace polygist::ingest
