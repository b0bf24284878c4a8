// What CLDR says about months, weekdays and dates, for LocaleTableBuilder.
#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>

#include <algorithm>
#include <memory>

#include "common/text/utf8.h"
#include "summary_service/lexicon/locale_table_builder.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

using icu::UnicodeString;

// "pazar", a market, and "minggu", a week, are shorter.
constexpr int32_t kShortestSmallDay = 7;

}  // namespace

void LocaleTableBuilder::AddCalendar() {
  UErrorCode error = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale_, error);
  if (U_FAILURE(error)) return;
  using Symbols = icu::DateFormatSymbols;
  for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      int32_t count = 0;
      const UnicodeString* months = symbols.getMonths(count, context, width);
      for (int32_t i = 0; i < count && i < 12; ++i) AddMonth(months[i], i + 1);
      const UnicodeString* days = symbols.getWeekdays(count, context, width);
      for (int32_t i = 1; i < count && i <= 7; ++i) {
        // "So", "Mo", "Sun" are words of their own; two ideographs are not.
        const std::string day = ToUtf8(days[i]);
        if (width == Symbols::WIDE || (IsIdeographic(day) && text::CountCodePoints(day) > 1)) AddWeekday(days[i], i);
      }
    }
  }
}

void LocaleTableBuilder::AddWeekday(const UnicodeString& name, int day) {
  Add(name, PhraseKind::kWeekday, day);
  if (name.countChar32() < kShortestSmallDay || name.indexOf(u' ') >= 0) return;
  Add(UnicodeString(name).toLower(locale_), PhraseKind::kWeekday, day);
}

void LocaleTableBuilder::AddMonth(const UnicodeString& name, int month) {
  const std::string shown = ToUtf8(name);
  const std::vector<Token> tokens = Tokenize(shown);
  const auto number = std::find_if(tokens.begin(), tokens.end(),
                                   [](const Token& token) { return token.kind == text::WordKind::kNumber; });
  if (number == tokens.end()) return Add(name, PhraseKind::kMonth, month);
  if (number != tokens.begin()) tables_.month_before.insert(tokens.front().folded);
  if (number + 1 != tokens.end()) tables_.month_after = tokens.back().folded;
}

void LocaleTableBuilder::AddDateMarkers() {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateTimePatternGenerator> generator(
      icu::DateTimePatternGenerator::createInstance(locale_, error));
  if (U_FAILURE(error)) return;
  const std::string pattern = ToUtf8(generator->getBestPattern("yMMMd", error));
  tables_.year_after = LettersBehind(pattern, 'y');
  tables_.day_after = LettersBehind(pattern, 'd');
}

std::string LocaleTableBuilder::LettersBehind(const std::string& pattern, char field) {
  const size_t at = pattern.rfind(field);
  if (at == std::string::npos) return "";
  size_t end = at + 1;
  while (end < pattern.size() && static_cast<unsigned char>(pattern[end]) >= 0xE3) end += 3;
  return end <= pattern.size() ? pattern.substr(at + 1, end - at - 1) : "";
}

}  // namespace polygist::summary
