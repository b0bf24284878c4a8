#include "ingest_service/extract/date_text.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_format.h"
#include "ingest_service/extract/machine_date.h"

namespace polygist::ingest {
namespace {

std::string Show(const std::optional<FoundDate>& date) {
  if (!date.has_value()) return "none";
  std::string shown = absl::StrFormat("%04d-%02d-%02d", date->local.year(), date->local.month(), date->local.day());
  if (date->has_time) shown += absl::StrFormat(" %02d:%02d", date->local.hour(), date->local.minute());
  if (date->zone_minutes.has_value()) shown += absl::StrFormat(" %+d", *date->zone_minutes);
  return shown;
}

struct DateCase {
  const char* name;
  const char* text;
  const char* language;
  const char* expected;
};

class FindDateTest : public testing::TestWithParam<DateCase> {};

TEST_P(FindDateTest, FindsTheDate) {
  const DateCase& c = GetParam();
  EXPECT_EQ(Show(FindDate(c.text, {.language = c.language})), c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Languages, FindDateTest,
    testing::Values(DateCase{"IndonesianNumeric", "Jakarta, Selasa (26/11/2024) 10.30 WIB", "id",
                             "2024-11-26 10:30 +420"},
                    DateCase{"Indonesian", "Selasa, 26 November 2024", "id", "2024-11-26"},
                    DateCase{"French", "Publié le 15 février 2024 à 9h05", "fr", "2024-02-15 09:05"},
                    DateCase{"FrenchFirst", "le 1er août 2024", "fr", "2024-08-01"},
                    DateCase{"German", "26. März 2024, 14:05 Uhr", "de", "2024-03-26 14:05"},
                    DateCase{"Dutch", "dinsdag 3 mei 2024", "nl", "2024-05-03"},
                    DateCase{"Spanish", "26 de noviembre de 2024", "es", "2024-11-26"},
                    DateCase{"Portuguese", "1 de março de 2024", "pt-BR", "2024-03-01"},
                    DateCase{"Polish", "15 lutego 2024", "pl", "2024-02-15"},
                    DateCase{"PolishNovember", "3 listopada 2024", "pl", "2024-11-03"},
                    DateCase{"CroatianOctober", "3. listopada 2024.", "hr", "2024-10-03"},
                    DateCase{"Russian", "26 ноября 2024, 12:00 МСК", "ru", "2024-11-26 12:00 +180"},
                    DateCase{"Hungarian", "2024. november 26.", "hu", "2024-11-26"},
                    DateCase{"Turkish", "26 Kasım 2024", "tr", "2024-11-26"},
                    DateCase{"Greek", "26 Νοεμβρίου 2024", "el", "2024-11-26"},
                    DateCase{"Arabic", "٢٦ نوفمبر ٢٠٢٤", "ar", "2024-11-26"},
                    DateCase{"Hindi", "26 नवंबर 2024", "hi", "2024-11-26"},
                    DateCase{"Chinese", "2024年11月26日 10:30", "zh", "2024-11-26 10:30"},
                    DateCase{"Korean", "2024년 11월 26일", "ko", "2024-11-26"},
                    DateCase{"ThaiYear", "26 พฤศจิกายน 2567", "th", "2024-11-26"},
                    DateCase{"EnglishMonthFirst", "November 26, 2024 10:30 pm EST", "en", "2024-11-26 22:30 -300"},
                    DateCase{"EnglishDotted", "March 12, 2031, 8:15 p.m. EST", "en", "2031-03-12 20:15 -300"},
                    DateCase{"EnglishHourOnly", "March 12, 2031 at 9 p.m.", "en", "2031-03-12 21:00"},
                    DateCase{"Midnight", "March 12, 2031, 12:05 AM", "en", "2031-03-12 00:05"},
                    DateCase{"SpanishHalf", "12 de marzo de 2031, 8:15 p. m.", "es", "2031-03-12 20:15"},
                    DateCase{"GreekHalf", "12 Μαρτίου 2031, 8:15 μ.μ.", "el", "2031-03-12 20:15"},
                    DateCase{"HindiHalf", "12 मार्च 2031, 8:15 pm", "hi", "2031-03-12 20:15"},
                    DateCase{"ArabicHalf", "12 مارس 2031 8:15 م", "ar", "2031-03-12 20:15"},
                    DateCase{"KoreanHalf", "2031년 3월 12일 오후 8시 15분", "ko", "2031-03-12 20:15"},
                    DateCase{"KoreanHour", "2031년 3월 12일 8시", "ko", "2031-03-12 08:00"},
                    DateCase{"JapaneseHalf", "2031年3月12日 午後8時15分", "ja", "2031-03-12 20:15"},
                    DateCase{"ChineseHalf", "2031年3月12日 下午8点15分", "zh", "2031-03-12 20:15"},
                    DateCase{"VietnameseNumeric", "Thứ Tư, 12/3/2031 20:15", "vi", "2031-03-12 20:15"},
                    DateCase{"FrenchWordBeforeTime", "le 12 mars 2031, édition du 8:15", "fr", "2031-03-12 08:15"},
                    DateCase{"Persian", "چهارشنبه ۲۱ اسفند ۱۴۰۹ - ۰۸:۱۵", "fa", "2031-03-12 08:15"},
                    DateCase{"PersianNumeric", "۱۴۰۳/۰۹/۰۶", "fa", "2024-11-26"},
                    DateCase{"PersianOfAfghanistan", "۶ لیندۍ ۱۴۰۳", "ps", "2024-11-26"},
                    DateCase{"JapaneseEra", "令和6年11月26日 10時30分", "ja", "2024-11-26 10:30"},
                    DateCase{"JapaneseFirstYear", "令和元年5月1日", "ja", "2019-05-01"},
                    DateCase{"JapaneseEraBefore", "平成31年4月30日（火）", "ja", "2019-04-30"},
                    DateCase{"JapaneseYearOfNoEra", "長和6年11月26日", "ja", "none"},
                    DateCase{"RepublicOfChina", "中華民國113年11月26日", "zh-Hant", "2024-11-26"},
                    DateCase{"Hijri", "الثلاثاء 24 جمادى الأولى 1446 هـ", "ar", "2024-11-26"},
                    DateCase{"HijriBesideGregorian", "24 جمادى الأولى 1446 هـ - 27 نوفمبر 2024 م", "ar", "2024-11-27"},
                    DateCase{"HijriMonthOfOneWord", "1 رمضان 1446", "ar", "2025-03-01"},
                    DateCase{"HijriIndonesian", "1 Ramadan 1446", "id", "2025-03-01"},
                    DateCase{"Ethiopic", "ኅዳር 17, 2017", "am", "2024-11-26"},
                    DateCase{"EthiopicDayFirst", "17 ኅዳር 2017", "am", "2024-11-26"},
                    DateCase{"Hebrew", "12 במרץ 2031, 20:15", "he", "2031-03-12 20:15"},
                    DateCase{"HebrewWithAnotherLetter", "12 למרץ 2031", "", "2031-03-12"},
                    DateCase{"ArabicOfTheLevant", "الأربعاء 12 آذار 2031", "ar", "2031-03-12"},
                    DateCase{"ArabicWithBothNames", "12 آذار/مارس 2031 - 20:15", "", "2031-03-12 20:15"},
                    DateCase{"ThaiShort", "12 มี.ค. 2574 08:15 น.", "th", "2031-03-12 08:15"},
                    DateCase{"ZoneOffset", "Thứ Tư, 12/3/2031, 08:15 (GMT+7)", "vi", "2031-03-12 08:15 +420"},
                    DateCase{"ZoneOffsetWest", "March 12, 2031 8:15 PM UTC-05:30", "en", "2031-03-12 20:15 -330"},
                    DateCase{"Lithuanian", "2031 m. kovo 12 d. 08:15", "lt", "2031-03-12 08:15"},
                    DateCase{"EnglishShort", "26 Nov 2024", "en-GB", "2024-11-26"},
                    DateCase{"AmericanNumeric", "Updated 2/1/2024", "en-US", "2024-02-01"},
                    DateCase{"BritishNumeric", "Updated 2/1/2024", "en-GB", "2024-01-02"},
                    DateCase{"DayCannotBeMonth", "11/26/2024", "de", "2024-11-26"},
                    DateCase{"Dotted", "26.11.24", "de", "2024-11-26"},
                    DateCase{"NoDate", "In 2024 there were 26 goals and 11 cards.", "en", "none"},
                    DateCase{"Impossible", "31 février 2024", "fr", "none"}),
    [](const testing::TestParamInfo<DateCase>& info) { return info.param.name; });

TEST(FindDateTest, ADateWithoutYearNeedsAHint) {
  EXPECT_FALSE(FindDate("mardi 15 février", {.language = "fr"}).has_value());
  const auto date = FindDate("mardi 15 février", {.language = "fr", .year = 2022});
  EXPECT_EQ(Show(date), "2022-02-15");
  EXPECT_TRUE(date->guessed_year);
}

TEST(ParseMachineDateTest, ReadsWhatMachinesWrite) {
  EXPECT_EQ(Show(ParseMachineDate("2024-11-26T10:30:00.000+07:00", {})), "2024-11-26 10:30 +420");
  EXPECT_EQ(Show(ParseMachineDate("2024-11-26T10:30Z", {})), "2024-11-26 10:30 +0");
  EXPECT_EQ(Show(ParseMachineDate("2024-11-26 10:30:15 -0500", {})), "2024-11-26 10:30 -300");
  EXPECT_EQ(Show(ParseMachineDate("20241126", {})), "2024-11-26");
  EXPECT_EQ(Show(ParseMachineDate("Tue, 26 Nov 2024 10:30:00 GMT", {})), "2024-11-26 10:30 +0");
  EXPECT_EQ(Show(ParseMachineDate("1732617000", {})), "2024-11-26 10:30 +0");
  EXPECT_EQ(Show(ParseMachineDate("1732617000000", {})), "2024-11-26 10:30 +0");
  EXPECT_EQ(Show(ParseMachineDate("soon", {})), "none");
}

TEST(ParseMachineDateTest, TheInstantCountsTheZone) {
  EXPECT_EQ(absl::FormatTime(ParseMachineDate("2024-11-26T00:30:00+07:00", {})->Instant(), absl::UTCTimeZone()),
            "2024-11-25T17:30:00+00:00");
}

}  // namespace
}  // namespace polygist::ingest
