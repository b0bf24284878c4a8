// Makes the LocaleTables of one language. Used by locale_tables.cc, locale_numbers.cc and locale_calendar.cc only.
#pragma once

#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include "summary_service/lexicon/locale_tables.h"
#include "summary_service/lexicon/number_expressions.h"
#include "summary_service/lexicon/tokens.h"

namespace polygist::summary {

class LocaleTableBuilder {
 public:
  explicit LocaleTableBuilder(const std::string& language) : locale_((language + "@numbers=latn").c_str()) {}

  // To be called once.
  LocaleTables Build();

 private:
  static std::string ToUtf8(const icu::UnicodeString& text);
  // Those that are not numbers.
  static std::vector<Token> WordsOf(const icu::UnicodeString& text);
  // Adds the words of `text` that are not numbers as one phrase.
  void Add(const icu::UnicodeString& text, PhraseKind kind, double value, std::string unit = "");
  void AddPhrase(Phrase phrase);
  void AddSymbols();
  void AddRegionsAndLanguages();
  // In the order of the words: nothing may depend on that of the table.
  void AddInflected();

  // What stands in and beside numbers: locale_numbers.cc.
  void AddNumberWords();
  void AddScales();
  // "Milliarde", beside "Milliarden": the word alone is one of them.
  void MarkOne(const icu::number::LocalizedNumberFormatter& formatter, double power);
  void AddScale(const icu::number::LocalizedNumberFormatter& formatter, double power, double count,
                UNumberCompactStyle style);
  void AddSuffix(const std::string& shown, double scale);
  void AddUnits();
  void AddUnit(const char* identifier, PhraseKind kind, double factor, const char* name);
  static bool EndsWithDigit(const icu::UnicodeString& text);
  void AddCurrencies();
  void AddExpressions();
  void AddExpression(const NumberExpression& expression);
  // "Dienstagabend": the Tuesday.
  void AddDayPart(const std::string& part);

  // Months, weekdays and dates: locale_calendar.cc.
  void AddCalendar();
  // Long ones are written small, too, whatever CLDR does ("pazartesi"); short ones are other words then.
  void AddWeekday(const icu::UnicodeString& name, int day);
  // Months that CLDR writes with digits ("2月", "tháng 2") are known by the word beside the digits.
  void AddMonth(const icu::UnicodeString& name, int month);
  // The letters directly behind the day and the year in the locale's date pattern.
  void AddDateMarkers();
  // Ideographs and Hangul only: elsewhere the letters of a pattern are fields or quoted words.
  static std::string LettersBehind(const std::string& pattern, char field);

  icu::Locale locale_;
  icu::number::LocalizedNumberFormatter numbers_;  // Of the locale, with its symbols.
  std::vector<Phrase> weekdays_;                   // As CLDR names them, in one word.
  LocaleTables tables_;
};

}  // namespace polygist::summary
