#include "summary_service/lexicon/keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/time/civil_time.h"

namespace polygist::summary {
namespace {

struct KeyCase {
  std::string name;
  std::string language;
  std::string text;
  KeyKind kind;
  double value;
  std::string unit;
};

class QuantityTest : public testing::TestWithParam<KeyCase> {};

TEST_P(QuantityTest, IsReadAsOneKey) {
  const KeyCase& row = GetParam();
  const std::vector<Key> keys = ExtractKeys(row.text, row.language);
  ASSERT_EQ(keys.size(), 1u);
  EXPECT_EQ(keys[0].kind, row.kind);
  EXPECT_DOUBLE_EQ(keys[0].value, row.value);
  EXPECT_EQ(keys[0].unit, row.unit);
}

INSTANTIATE_TEST_SUITE_P(
    Keys, QuantityTest,
    testing::Values(KeyCase{"FrenchElidedCurrency", "fr", "3,4 milliards d'euros", KeyKind::kMoney, 3.4e9, "EUR"},
                    KeyCase{"IndonesianShortCurrency", "id", "3,4 miliar euro", KeyKind::kMoney, 3.4e9, "EUR"},
                    KeyCase{"EnglishWord", "en", "sixteen painters", KeyKind::kNumber, 16, ""},
                    KeyCase{"EnglishHyphenated", "en", "twenty-five boats", KeyKind::kNumber, 25, ""},
                    KeyCase{"FrenchWord", "fr", "seize peintres", KeyKind::kNumber, 16, ""},
                    KeyCase{"DutchCompoundWord", "nl", "vijfentwintig boten", KeyKind::kNumber, 25, ""},
                    KeyCase{"IndonesianTwoWords", "id", "enam belas pelukis", KeyKind::kNumber, 16, ""},
                    KeyCase{"RussianWord", "ru", "шестнадцать лодок", KeyKind::kNumber, 16, ""},
                    KeyCase{"GermanGrouping", "de", "12.500 Boote", KeyKind::kNumber, 12500, ""},
                    KeyCase{"EnglishGrouping", "en", "12,500 boats", KeyKind::kNumber, 12500, ""},
                    KeyCase{"FrenchSpaceGrouping", "fr", "12\u202F500 bateaux", KeyKind::kNumber, 12500, ""},
                    KeyCase{"GermanDecimal", "de", "2,5 Boote", KeyKind::kNumber, 2.5, ""},
                    KeyCase{"ArabicDigits", "ar", "١٦ قارب", KeyKind::kNumber, 16, ""},
                    KeyCase{"JapaneseCounter", "ja", "16人", KeyKind::kNumber, 16, ""},
                    KeyCase{"CompactSuffix", "en", "$150B", KeyKind::kMoney, 150e9, "USD"},
                    KeyCase{"CompactWord", "en", "$150 billion", KeyKind::kMoney, 150e9, "USD"},
                    KeyCase{"IndonesianCompact", "id", "150 miliar dolar AS", KeyKind::kMoney, 150e9, "USD"},
                    KeyCase{"FrenchCompact", "fr", "150 milliards de dollars", KeyKind::kMoney, 150e9, "USD"},
                    KeyCase{"GermanCompact", "de", "150 Milliarden Dollar", KeyKind::kMoney, 150e9, "USD"},
                    KeyCase{"ChineseCompact", "zh", "1500亿美元", KeyKind::kMoney, 150e9, "USD"},
                    KeyCase{"JapaneseAddedScales", "ja", "2億5000万円", KeyKind::kMoney, 250e6, "JPY"},
                    KeyCase{"HindiLakh", "hi", "5 लाख", KeyKind::kNumber, 5e5, ""},
                    KeyCase{"Rupiah", "id", "Rp2.300 triliun", KeyKind::kMoney, 2300e12, "IDR"},
                    KeyCase{"HalfAMillion", "en", "half a million boats", KeyKind::kNumber, 5e5, ""},
                    KeyCase{"AScaleAlone", "de", "eine Milliarde Euro", KeyKind::kMoney, 1e9, "EUR"},
                    KeyCase{"AScaleWithoutArticle", "ru", "миллиард евро", KeyKind::kMoney, 1e9, "EUR"},
                    KeyCase{"AndAHalfBeforeTheScale", "tr", "iki buçuk milyon", KeyKind::kNumber, 2.5e6, ""},
                    KeyCase{"AndAHalfBehindTheScale", "es", "un millón y medio", KeyKind::kNumber, 1.5e6, ""},
                    KeyCase{"HalfOfAWordWithItsScale", "ar", "مليونين ونصف المليون", KeyKind::kNumber, 2.5e6, ""},
                    KeyCase{"OneAndAHalfInAWord", "uk", "півтора мільйона", KeyKind::kNumber, 1.5e6, ""},
                    KeyCase{"AHalfBeforeTheNumber", "hi", "साढ़े तीन लाख", KeyKind::kNumber, 3.5e5, ""},
                    KeyCase{"WordsThatAddUp", "en", "two hundred and fifty boats", KeyKind::kNumber, 250, ""},
                    KeyCase{"WordsThatAddUpInCases", "pl", "dwudziestu pięciu rybaków", KeyKind::kNumber, 25, ""},
                    KeyCase{"FeminineHundreds", "pt", "novecentas casas", KeyKind::kNumber, 900, ""},
                    KeyCase{"Collectives", "ru", "трое рыбаков", KeyKind::kNumber, 3, ""},
                    KeyCase{"JoinedHanNumerals", "zh", "一百五十万", KeyKind::kNumber, 1.5e6, ""},
                    KeyCase{"AbbreviatedScale", "de", "3,2 Mio. Euro", KeyKind::kMoney, 3.2e6, "EUR"},
                    KeyCase{"ScaleLetterOfMoney", "en", "£5m", KeyKind::kMoney, 5e6, "GBP"},
                    KeyCase{"CurrencyCode", "vi", "18 tỷ USD", KeyKind::kMoney, 18e9, "USD"},
                    KeyCase{"CurrencyByItsOnlyName", "pl", "5 mln złotych", KeyKind::kMoney, 5e6, "PLN"},
                    KeyCase{"DerivedCurrency", "tr", "250 bin avroluk", KeyKind::kMoney, 250e3, "EUR"},
                    KeyCase{"Tonnes", "vi", "11 triệu tấn", KeyKind::kMeasure, 11e9, "kilogram"},
                    KeyCase{"BritishMetres", "en", "92 metres", KeyKind::kMeasure, 92, "meter"},
                    KeyCase{"Age", "de", "57-jährige", KeyKind::kMeasure, 57, "year"},
                    KeyCase{"ArabicPercent", "ar", "60 في المئة", KeyKind::kPercent, 60, ""},
                    KeyCase{"TenthsAsPercent", "ja", "6割", KeyKind::kPercent, 60, ""},
                    KeyCase{"PercentSign", "de", "7,5 %", KeyKind::kPercent, 7.5, ""},
                    KeyCase{"PercentWord", "nl", "7,5 procent", KeyKind::kPercent, 7.5, ""},
                    KeyCase{"FrenchPercentWords", "fr", "7,5 pour cent", KeyKind::kPercent, 7.5, ""},
                    KeyCase{"HyphenatedUnit", "en", "a 10-second clip", KeyKind::kMeasure, 10, "second"},
                    KeyCase{"Kilometres", "es", "3 kilómetros", KeyKind::kMeasure, 3000, "meter"},
                    KeyCase{"HoursInWords", "nl", "drie uur", KeyKind::kMeasure, 10800, "second"},
                    KeyCase{"JapaneseScaleAndCounter", "ja", "毎日120万人が", KeyKind::kNumber, 1.2e6, ""},
                    KeyCase{"PolishFractionOfAScale", "pl", "1,2 miliona osób", KeyKind::kNumber, 1.2e6, ""},
                    KeyCase{"PolishCase", "pl", "jedenastu maszynistów", KeyKind::kNumber, 11, ""},
                    KeyCase{"RussianPercentCase", "ru", "61 проценту", KeyKind::kPercent, 61, ""},
                    KeyCase{"TurkishPercentInFront", "tr", "yüzde 31'i", KeyKind::kPercent, 31, ""},
                    KeyCase{"TurkishPercentSignInFront", "tr", "%31", KeyKind::kPercent, 31, ""},
                    KeyCase{"TurkishCurrencyCase", "tr", "4,2 milyar dolara", KeyKind::kMoney, 4.2e9, "USD"},
                    KeyCase{"SwahiliScaleInFront", "sw", "milioni 1.2", KeyKind::kNumber, 1.2e6, ""},
                    KeyCase{"HindiWithoutNukta", "hi", "80 हजार", KeyKind::kNumber, 8e4, ""},
                    KeyCase{"KoreanAttributive", "ko", "세 명이", KeyKind::kNumber, 3, ""},
                    KeyCase{"VietnameseFiveHours", "vi", "năm giờ", KeyKind::kMeasure, 18000, "second"},
                    KeyCase{"RomanianComma", "ro", "douăzeci și doi", KeyKind::kNumber, 22, ""},
                    KeyCase{"ArabicPrefix", "ar", "و100 ألف جرعة", KeyKind::kNumber, 1e5, ""},
                    KeyCase{"HebrewPrefix", "he", "כ30 סירות", KeyKind::kNumber, 30, ""},
                    KeyCase{"HebrewPrefixOfAWord", "he", "לשבע סירות", KeyKind::kNumber, 7, ""},
                    KeyCase{"DigitsBelowAScale", "ja", "1万2400人", KeyKind::kNumber, 12400, ""},
                    KeyCase{"DigitsBelowAHangulScale", "ko", "4만1000명", KeyKind::kNumber, 41000, ""},
                    KeyCase{"GluedUnit", "ja", "30km", KeyKind::kMeasure, 30000, "meter"},
                    KeyCase{"NarrowSpaceBeforeUnit", "fr", "9 km", KeyKind::kMeasure, 9000, "meter"},
                    KeyCase{"SquareSign", "fr", "9 km²", KeyKind::kMeasure, 900, "hectare"},
                    KeyCase{"DegreesAlone", "sv", "51,8 grader", KeyKind::kMeasure, 51.8, "celsius"},
                    KeyCase{"GreekGenitive", "el", "3,2 εκατομμυρίων ευρώ", KeyKind::kMoney, 3.2e6, "EUR"},
                    KeyCase{"Duration", "sw", "2:01:48", KeyKind::kMeasure, 7308, "second"},
                    KeyCase{"DurationWithItsUnit", "de", "2:19:05 Stunden", KeyKind::kMeasure, 8345, "second"},
                    KeyCase{"UnitsThatAddUp", "it", "2 ore, 1 minuto e 48 secondi", KeyKind::kMeasure, 7308, "second"},
                    KeyCase{"GluedUnitsThatAddUp", "ko", "2시간 1분 48초로", KeyKind::kMeasure, 7308, "second"},
                    KeyCase{"HalfBehindTheUnit", "pt", "sete anos e meio", KeyKind::kMeasure, 7.5, "year"},
                    KeyCase{"CurrencyInFront", "sw", "dola milioni 3", KeyKind::kMoney, 3e6, "USD"},
                    KeyCase{"UnitInFront", "sw", "sekunde 43", KeyKind::kMeasure, 43, "second"},
                    KeyCase{"UnitAround", "sw", "kilomita 80 kwa saa", KeyKind::kMeasure, 80, "kilometer-per-hour"},
                    KeyCase{"PercentWordsInFront", "th", "ร้อยละ 60", KeyKind::kPercent, 60, ""},
                    KeyCase{"FractionInWords", "pl", "trzy czwarte", KeyKind::kPercent, 75, ""},
                    KeyCase{"LowerNumberFirst", "ja", "4分の3", KeyKind::kPercent, 75, ""},
                    KeyCase{"LowerNumberFirstWithEnding", "ko", "4분의 3이", KeyKind::kPercent, 75, ""},
                    KeyCase{"YearWithItsWord", "ru", "2010 года", KeyKind::kYear, 2010, ""},
                    KeyCase{"ThousandsOfYears", "ru", "2000 лет", KeyKind::kMeasure, 2000, "year"},
                    KeyCase{"SoManyOfTen", "fr", "huit sur dix", KeyKind::kPercent, 80, ""},
                    KeyCase{"NativeKorean", "ko", "서른다섯 명", KeyKind::kNumber, 35, ""},
                    KeyCase{"ThousandsInHan", "ja", "3千人", KeyKind::kNumber, 3000, ""},
                    KeyCase{"TenMillionsInHan", "ja", "3千万円", KeyKind::kMoney, 3e7, "JPY"},
                    KeyCase{"HanDigitBeforeAUnit", "zh", "三小时", KeyKind::kMeasure, 10800, "second"},
                    KeyCase{"BengaliWord", "bn", "তিন দিন", KeyKind::kMeasure, 3, "day"},
                    KeyCase{"ClockByItsHours", "nl", "om 5.40 uur", KeyKind::kTime, 340, ""},
                    KeyCase{"ClockBehindItsWord", "id", "pukul 05.40", KeyKind::kTime, 340, ""},
                    KeyCase{"ClockBeforeItsWord", "de", "5.40 Uhr", KeyKind::kTime, 340, ""},
                    KeyCase{"HoursAndMinutes", "fr", "vers 5 h 40", KeyKind::kTime, 340, ""},
                    KeyCase{"HoursAndMinutesGlued", "pt", "às 17h40", KeyKind::kTime, 1060, ""},
                    KeyCase{"NoClock", "de", "um 3.50 Euro", KeyKind::kMoney, 3.5, "EUR"},
                    KeyCase{"NotAScale", "de", "3 Millionäre", KeyKind::kNumber, 3, ""}),
    [](const auto& row) { return row.param.name; });

struct DateCase {
  std::string name;
  std::string language;
  std::string text;
  int year;
  int month;
  int day;
};

class DateTest : public testing::TestWithParam<DateCase> {};

TEST_P(DateTest, IsReadAsOneKey) {
  const DateCase& row = GetParam();
  const std::vector<Key> keys = ExtractKeys(row.text, row.language);
  ASSERT_EQ(keys.size(), 1u);
  EXPECT_EQ(keys[0].kind, KeyKind::kDate);
  EXPECT_EQ(keys[0].year, row.year);
  EXPECT_EQ(keys[0].month, row.month);
  EXPECT_EQ(keys[0].day, row.day);
}

INSTANTIATE_TEST_SUITE_P(Keys, DateTest,
                         testing::Values(DateCase{"Indonesian", "id", "15 Februari", 0, 2, 15},
                                         DateCase{"American", "en", "February 15, 2024", 2024, 2, 15},
                                         DateCase{"Spanish", "es", "15 de febrero de 2024", 2024, 2, 15},
                                         DateCase{"GermanOrdinal", "de", "15. Februar 2024", 2024, 2, 15},
                                         DateCase{"RussianGenitive", "ru", "15 февраля", 0, 2, 15},
                                         DateCase{"Japanese", "ja", "2024年2月15日", 2024, 2, 15},
                                         DateCase{"Korean", "ko", "2월 15일", 0, 2, 15},
                                         DateCase{"KoreanEndings", "ko", "2월 15일까지", 0, 2, 15},
                                         DateCase{"RussianLocative", "ru", "в сентябре 2024", 2024, 9, 0},
                                         DateCase{"Vietnamese", "vi", "15 tháng 2 năm 2024", 2024, 2, 15},
                                         DateCase{"Slashes", "id", "26/11/2024", 2024, 11, 26},
                                         DateCase{"Iso", "nl", "2024-11-26", 2024, 11, 26},
                                         DateCase{"DayInWords", "ar", "الثالث من يونيو", 0, 6, 3},
                                         DateCase{"FirstInACase", "cs", "od prvního září", 0, 9, 1},
                                         DateCase{"MonthAndYear", "fr", "février 2024", 2024, 2, 0}),
                         [](const auto& row) { return row.param.name; });

TEST(ExtractKeysTest, AWeekdayIsTheNearestBeforeTheArticle) {
  const absl::Time wednesday = absl::FromCivil(absl::CivilDay(2024, 11, 27), absl::UTCTimeZone());
  const std::vector<Key> keys = ExtractKeys("Selasa", "id", wednesday);
  ASSERT_EQ(keys.size(), 1u);
  EXPECT_EQ(keys[0].kind, KeyKind::kWeekday);
  EXPECT_EQ(keys[0].month, 11);
  EXPECT_EQ(keys[0].day, 26);
}

TEST(ExtractKeysTest, ADayAloneIsTheNearestToTheArticle) {
  const absl::Time first = absl::FromCivil(absl::CivilDay(2024, 12, 1), absl::UTCTimeZone());
  const auto month_of = [&](const char* text, const char* language) {
    const std::vector<Key> keys = ExtractKeys(text, language, first);
    return keys.size() == 1 && keys[0].kind == KeyKind::kDate ? keys[0].month : 0;
  };
  EXPECT_EQ(month_of("28日夜", "ja"), 11);
  EXPECT_EQ(month_of("30일 열린", "ko"), 11);
  EXPECT_EQ(month_of("2日", "zh"), 12);
  EXPECT_EQ(month_of("3日間", "ja"), 0) << "Three days.";
  EXPECT_EQ(month_of("1日", "ja"), 0) << "A day.";
  EXPECT_EQ(month_of("3일 동안", "ko"), 0) << "For three days.";
}

TEST(ExtractKeysTest, AShareOfAUnitIsNoPercentage) {
  EXPECT_TRUE(ExtractKeys("un quart d'heure", "fr").empty());
  EXPECT_EQ(ExtractKeys("un quart de la ville", "fr").at(0).value, 25);
  EXPECT_EQ(ExtractKeys("4分の3分35秒", "ja").back().unit, "second");
}

TEST(ExtractKeysTest, ACommaPartsNumbers) { EXPECT_EQ(ExtractKeys("soixante-dix, huit", "fr").size(), 2u); }

TEST(ExtractKeysTest, PartOfALongerKatakanaWordIsNoCountry) {
  EXPECT_TRUE(ExtractKeys("マリク氏", "ja").empty()) << "Mali.";
  EXPECT_EQ(ExtractKeys("マリでは", "ja").size(), 1u);
}

int WeekdayIn(std::string_view text, std::string_view language) {
  const std::vector<Key> keys = ExtractKeys(text, language);
  return keys.size() == 1 && keys[0].kind == KeyKind::kWeekday ? keys[0].weekday : 0;
}

TEST(ExtractKeysTest, WeekdaysAreReadInTheirCases) {
  EXPECT_EQ(WeekdayIn("в пятницу", "ru"), 6);
  EXPECT_EQ(WeekdayIn("w środę", "pl"), 4);
  EXPECT_EQ(WeekdayIn("목요일부터", "ko"), 5);
  EXPECT_EQ(WeekdayIn("csütörtöktől", "hu"), 5);
  EXPECT_EQ(WeekdayIn("pazartesi günü", "tr"), 2);
  EXPECT_EQ(WeekdayIn("上周五", "zh"), 6);
  EXPECT_EQ(WeekdayIn("thứ Hai", "vi"), 2);
  EXPECT_EQ(WeekdayIn("της Τετάρτης", "el"), 4);
  EXPECT_EQ(WeekdayIn("ביום חמישי", "he"), 5);
  EXPECT_EQ(WeekdayIn("szerdán", "hu"), 4);
}

TEST(ExtractKeysTest, WeekdaysAreReadWithThePartOfTheDay) {
  EXPECT_EQ(WeekdayIn("Dienstagabend", "de"), 3);
  EXPECT_EQ(WeekdayIn("woensdagochtend", "nl"), 4);
  EXPECT_EQ(WeekdayIn("på söndagsmorgonen", "sv"), 1);
}

TEST(ExtractKeysTest, DaysAreToldFromTheArticlesOwn) {
  const absl::Time first = absl::FromCivil(absl::CivilDay(2024, 12, 1), absl::UTCTimeZone());
  const std::vector<Key> keys = ExtractKeys("hier soir", "fr", first);
  ASSERT_EQ(keys.size(), 1u);
  EXPECT_EQ(keys[0].month, 11);
  EXPECT_EQ(keys[0].day, 30);
  EXPECT_EQ(ExtractKeys("昨日", "ja", first).at(0).weekday, 7);
  EXPECT_TRUE(ExtractKeys("hier soir", "fr").empty()) << "The article has no date.";
}

TEST(ExtractKeysTest, WhatOnlyLooksLikeAWeekdayIsNone) {
  EXPECT_TRUE(ExtractKeys("Seniman itu", "id").empty()) << "Senin is Monday.";
  EXPECT_TRUE(ExtractKeys("lần thứ nhất", "vi").empty());
  EXPECT_TRUE(ExtractKeys("Mr Mondal on Mondays", "en").empty());
  EXPECT_TRUE(ExtractKeys("năm nay", "vi").empty()) << "This year, not five.";
}

TEST(ExtractKeysTest, OneIsAnArticleAndNoNumber) {
  EXPECT_TRUE(ExtractKeys("one of them, un homme", "en").empty());
  EXPECT_TRUE(ExtractKeys("un homme", "fr").empty());
}

TEST(ExtractKeysTest, AnArticleBesideNoScaleIsNoNumber) {
  EXPECT_TRUE(ExtractKeys("half a boat and a quarter of a mile", "en").empty());
  EXPECT_EQ(ExtractKeys("a 5m wall", "en").front().value, 5);
}

TEST(ExtractKeysTest, AVersionIsNoNumber) { EXPECT_TRUE(ExtractKeys("1.2.3.4", "en").empty()); }

TEST(ExtractKeysTest, ALowerCaseVerbIsNoMonth) { EXPECT_TRUE(ExtractKeys("it may rain", "en").empty()); }

TEST(ExtractKeysTest, CountriesMeetOverLanguages) {
  const std::vector<Key> indonesian = ExtractKeys("Amerika Serikat", "id");
  const std::vector<Key> german = ExtractKeys("Vereinigte Staaten", "de");
  ASSERT_EQ(indonesian.size(), 1u);
  ASSERT_EQ(german.size(), 1u);
  EXPECT_EQ(KeyMatch(indonesian[0], german[0]), 1);
}

double MatchOf(std::string_view a, std::string_view b) {
  const std::vector<Key> x = ExtractKeys(a, "en");
  const std::vector<Key> y = ExtractKeys(b, "en");
  return x.size() == 1 && y.size() == 1 ? KeyMatch(x[0], y[0]) : -1;
}

TEST(KeyMatchTest, RoundedValuesMatchPartly) {
  EXPECT_DOUBLE_EQ(MatchOf("1,480 boats", "1,500 boats"), 0.7);
  EXPECT_EQ(MatchOf("16 boats", "14 boats"), 0);
}

TEST(KeyMatchTest, AClockOfTwelveHoursMeetsOneOfTwentyFour) {
  EXPECT_DOUBLE_EQ(MatchOf("17:40", "5:40"), 0.7);
  EXPECT_EQ(MatchOf("17:40", "5:50"), 0);
}

TEST(KeyMatchTest, AMissingUnitIsForgiven) { EXPECT_DOUBLE_EQ(MatchOf("$150 billion", "150 billion"), 0.8); }

TEST(ExtractKeysTest, AResultBesideAMonthIsNoDay) {
  for (const Key& key : ExtractKeys("since the 4-1 in March, 2-1 May and May 4-1 at Velmora", "en")) {
    EXPECT_EQ(key.day, 0);
  }
  const std::vector<Key> range = ExtractKeys("from 3-5 May", "en");
  ASSERT_FALSE(range.empty());
  EXPECT_EQ(range.back().day, 3);
}

TEST(KeyMatchTest, AWeekdayMeetsItsDate) {
  EXPECT_DOUBLE_EQ(MatchOf("Tuesday", "November 26, 2024"), 0.9);
  EXPECT_EQ(MatchOf("Monday", "November 26, 2024"), 0);
}

TEST(KeyMatchTest, AWeekdayMayBeTheNextOne) {
  const absl::Time wednesday = absl::FromCivil(absl::CivilDay(2024, 11, 27), absl::UTCTimeZone());
  const Key tuesday = ExtractKeys("mardi", "fr", wednesday).at(0);
  const auto match = [&](const char* date) { return KeyMatch(tuesday, ExtractKeys(date, "en").at(0)); };
  EXPECT_EQ(match("November 26"), 1);
  EXPECT_GT(match("December 3"), 0.5);
  EXPECT_EQ(match("December 2"), 0);
  EXPECT_EQ(match("December 10"), 0);
}

TEST(KeyMatchTest, AYearLeftUnsaidIsForgiven) {
  EXPECT_EQ(MatchOf("February 15", "February 15, 2024"), 1);
  EXPECT_EQ(MatchOf("February 15, 2023", "February 15, 2024"), 0);
}

}  // namespace
}  // namespace polygist::summary
