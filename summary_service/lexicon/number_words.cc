#include "summary_service/lexicon/number_words.h"

#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <string_view>

#include "common/text/utf8.h"
#include "summary_service/lexicon/language_traits.h"

namespace polygist::summary {
namespace {

using icu::UnicodeString;

constexpr std::string_view kCardinals = "%spellout-cardinal";
// Those that stand before the noun they count are numbers however short ("세 명").
constexpr std::string_view kAttributive = "-attributive";
// A syllable or two of the Chinese series mean a hundred other things.
constexpr int64_t kShortestKorean = 4;

std::vector<int> AllNumbers() {
  std::vector<int> numbers;
  for (int value = 2; value <= 100; ++value) numbers.push_back(value);
  for (int value = 110; value <= 1000; value += 10) numbers.push_back(value);
  for (int value = 2000; value <= 20000; value += 1000) numbers.push_back(value);
  return numbers;
}

// What texts rather spell than write in digits.
std::vector<int> SmallAndRoundNumbers() {
  std::vector<int> numbers;
  for (int value = 2; value <= 20; ++value) numbers.push_back(value);
  for (int value = 30; value <= 100; value += 10) numbers.push_back(value);
  return numbers;
}

std::string ToUtf8(UnicodeString text) {
  std::string bytes;
  text.findAndReplace(UnicodeString(static_cast<UChar>(0xAD)), UnicodeString()).toUTF8String(bytes);
  return bytes;
}

}  // namespace

std::vector<NumberWord> SpellNumbers(const icu::Locale& locale) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, locale, error);
  std::vector<NumberWord> spelled;
  if (U_FAILURE(error)) return spelled;
  const bool korean = HasTrait(locale.getLanguage(), LanguageTrait::kCounters);
  const auto add = [&](const UnicodeString& rules, const std::vector<int>& numbers) {
    const bool attributive = ToUtf8(rules).ends_with(kAttributive);
    for (const int value : numbers) {
      UnicodeString words;
      icu::FieldPosition ignored;
      format.format(static_cast<int32_t>(value), rules, words, ignored, error);
      if (U_FAILURE(error)) return;
      NumberWord word{ToUtf8(words), value};
      if (korean && !attributive && text::CountCodePoints(word.words) < kShortestKorean) continue;
      spelled.push_back(std::move(word));
    }
  };
  const UnicodeString first = format.getDefaultRuleSetName();
  add(first, AllNumbers());
  for (int32_t i = 0; i < format.getNumberOfRuleSetNames(); ++i) {
    const UnicodeString rules = format.getRuleSetName(i);
    if (rules == first || !ToUtf8(rules).starts_with(kCardinals)) continue;
    // The native series of Korean is spelled up to 99 ("서른다섯 명").
    add(rules, korean ? AllNumbers() : SmallAndRoundNumbers());
  }
  return spelled;
}

}  // namespace polygist::summary
