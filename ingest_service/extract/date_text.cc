#include "ingest_service/extract/date_text.h"

#include <algorithm>
#include <vector>

#include "common/text/utf8.h"
#include "ingest_service/extract/calendars.h"
#include "ingest_service/extract/date_tokens.h"
#include "ingest_service/extract/month_names.h"
#include "ingest_service/extract/time_zones.h"

namespace polygist::ingest {
namespace {

constexpr int kBuddhistYears = 543;
constexpr std::string_view kFirst = "元";  // The first year of an era.
constexpr int kMostHoursEast = 14;
constexpr int64_t kMaxFillerLetters = 4;

class DateFinder {
 public:
  DateFinder(std::string_view text, const DateHints& hints)
      : text_(text),
        hints_(hints),
        language_(hints.language.substr(0, hints.language.find_first_of("-_"))),
        tokens_(SplitDateTokens(text)) {}

  std::optional<FoundDate> Find() {
    std::optional<FoundDate> lunar;
    for (size_t i = 0; i < tokens_.size(); ++i) {
      for (const auto form : {&DateFinder::UnitForm, &DateFinder::EraForm, &DateFinder::CalendarForm,
                              &DateFinder::NumericForm, &DateFinder::NamedForm}) {
        FoundDate date;
        size_t next = (this->*form)(i, &date);
        if (next == 0) continue;
        date.span = {tokens_[i].span.begin, tokens_[next - 1].span.end};
        ReadTime(next, &date);
        if (!date.lunar) return date;
        if (!lunar.has_value()) lunar = date;
        break;
      }
    }
    return lunar;
  }

 private:
  bool IsNumber(size_t i) const { return i < tokens_.size() && tokens_[i].kind == DateToken::Kind::kNumber; }
  bool IsWord(size_t i) const { return i < tokens_.size() && tokens_[i].kind == DateToken::Kind::kWord; }
  bool IsMark(size_t i, std::u32string_view marks) const {
    return i < tokens_.size() && tokens_[i].kind == DateToken::Kind::kMark &&
           marks.find(tokens_[i].mark) != std::u32string_view::npos;
  }
  std::string_view TextOf(size_t i) const { return Slice(text_, tokens_[i].span); }

  int YearAt(size_t i) const {
    if (!IsNumber(i) || tokens_[i].digits != 4) return 0;
    const int year = tokens_[i].value;
    const int common = year > 2400 && year < 2700 ? year - kBuddhistYears : year;
    return common >= kFirstNewsYear && common <= kLastNewsYear ? common : 0;
  }

  static bool Set(int year, int month, int day, FoundDate* date) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return false;
    const absl::CivilSecond local(year, month, day);
    if (local.day() != day) return false;
    date->local = local;
    return true;
  }

  // 2024年11月26日, 2024년 11월 26일. Each form returns the token after the date, or 0.
  size_t UnitForm(size_t i, FoundDate* date) const {
    const bool fits =
        YearAt(i) > 0 && IsMark(i + 1, U"年년") && IsNumber(i + 2) && IsMark(i + 3, U"月월") && IsNumber(i + 4);
    if (!fits || !Set(YearAt(i), tokens_[i + 2].value, tokens_[i + 4].value, date)) return 0;
    return IsMark(i + 5, U"日일") ? i + 6 : i + 5;
  }

  // 26/11/2024, 26.11.24, 2024-11-26.
  size_t NumericForm(size_t i, FoundDate* date) const {
    if (!IsNumber(i) || !IsNumber(i + 2) || !IsNumber(i + 4)) return 0;
    if (!IsMark(i + 1, U"/.-") || !IsMark(i + 3, U"/.-") || tokens_[i + 1].mark != tokens_[i + 3].mark) return 0;
    if (tokens_[i].digits > 4 || tokens_[i + 2].digits > 2 || tokens_[i + 4].digits > 4) return 0;
    date->numeric = true;
    if (YearAt(i) > 0) return Set(YearAt(i), tokens_[i + 2].value, tokens_[i + 4].value, date) ? i + 5 : 0;
    int year = YearAt(i + 4);
    if (year == 0 && tokens_[i + 4].digits == 2 && tokens_[i + 1].mark != '-') year = 2000 + tokens_[i + 4].value;
    if (year == 0) return 0;
    const int first = tokens_[i].value;
    const int second = tokens_[i + 2].value;
    const bool month_first = second > 12 || (first <= 12 && tokens_[i + 1].mark == '/' && MonthComesFirst());
    return Set(year, month_first ? first : second, month_first ? second : first, date) ? i + 5 : 0;
  }

  // Only the United States (and pages that say no more than "English") write the month first.
  bool MonthComesFirst() const {
    return hints_.language == "en" || hints_.language == "en-US" || hints_.language == "en-us";
  }

  int MonthAt(size_t i) const { return IsWord(i) ? MonthOf(TextOf(i), language_) : 0; }

  static bool SetBy(const YearCount& count, int year, int month, int day, FoundDate* date) {
    const auto common = DayOf(count, year, month, day);
    if (!common.has_value()) return false;
    date->local = absl::CivilSecond(*common);
    date->lunar = count.IsLunar();
    return true;
  }

  // 令和6年11月26日, 令和元年5月1日, 中華民國113年11月26日.
  size_t EraForm(size_t i, FoundDate* date) const {
    if (!IsWord(i)) return 0;
    std::string_view era = TextOf(i);
    const bool first_year = IsMark(i + 1, U"年") && era.ends_with(kFirst);
    if (first_year) era.remove_suffix(kFirst.size());
    const size_t month = first_year ? i + 2 : i + 3;
    if (!first_year && !(IsNumber(i + 1) && IsMark(i + 2, U"年"))) return 0;
    if (!IsNumber(month) || !IsMark(month + 1, U"月") || !IsNumber(month + 2)) return 0;
    const auto count = EraOf(era);
    if (!count.has_value() ||
        !SetBy(*count, first_year ? 1 : tokens_[i + 1].value, tokens_[month].value, tokens_[month + 2].value, date))
      return 0;
    return IsMark(month + 3, U"日") ? month + 4 : month + 3;
  }

  struct OwnMonth {
    CalendarMonth month;
    size_t next = 0;  // 0: none.
  };

  // A month of another calendar at token `i`, of two words or one.
  OwnMonth OwnMonthAt(size_t i) const {
    for (size_t end = i + 2; end > i; --end) {
      if (!IsWord(i) || !IsWord(end - 1)) continue;
      const auto month = CalendarMonthOf(Slice(text_, {tokens_[i].span.begin, tokens_[end - 1].span.end}), language_);
      if (month.has_value()) return {*month, end};
    }
    return {};
  }

  bool IsDay(size_t i) const { return IsNumber(i) && tokens_[i].digits <= 2; }
  bool IsLongNumber(size_t i) const { return IsNumber(i) && tokens_[i].digits == 4; }

  // ۲۱ اسفند ۱۴۰۹, 24 جمادى الأولى 1446, ኅዳር 17, 2017; ۱۴۰۹/۱۲/۲۱ where that calendar comes first.
  size_t CalendarForm(size_t i, FoundDate* date) const {
    if (IsLongNumber(i)) return OwnNumericForm(i, date);
    const bool day_first = IsDay(i) && IsWord(i + 1);
    const bool month_first = IsWord(i) && (IsDay(i + 1) || (IsWord(i + 1) && IsDay(i + 2)));
    if (!day_first && !month_first) return 0;
    const auto [month, next] = OwnMonthAt(day_first ? i + 1 : i);
    if (next == 0 || (month_first && !IsDay(next))) return 0;
    const size_t year = SkipFiller(day_first ? next : next + 1);
    const int day = tokens_[day_first ? i : next].value;
    return IsLongNumber(year) && SetBy(month.count, tokens_[year].value, month.month, day, date) ? year + 1 : 0;
  }

  size_t OwnNumericForm(size_t i, FoundDate* date) const {
    if (YearAt(i) > 0 || !IsMark(i + 1, U"/-") || !IsDay(i + 2) || !IsMark(i + 3, U"/-") || !IsDay(i + 4)) return 0;
    const auto count = FirstCalendarOf(language_);
    return count.has_value() && SetBy(*count, tokens_[i].value, tokens_[i + 2].value, tokens_[i + 4].value, date)
               ? i + 5
               : 0;
  }

  // The token after the month at `i`, which may be named twice: "تموز/يوليو".
  size_t AfterMonth(size_t i) const { return IsMark(i + 1, U"/(") && MonthAt(i + 2) == MonthAt(i) ? i + 3 : i + 1; }

  // Skips what may stand between the parts of a date: marks and one short word ("de", "of", "er", "m").
  size_t SkipFiller(size_t i) const {
    for (int words = 0; i < tokens_.size(); ++i) {
      if (IsMark(i, U".,/-º°ª'’")) continue;
      const bool filler =
          IsWord(i) && words == 0 && text::CountCodePoints(TextOf(i)) <= kMaxFillerLetters && MonthAt(i) == 0;
      if (!filler) return i;
      ++words;
    }
    return i;
  }

  size_t NamedForm(size_t i, FoundDate* date) const {
    if (MonthAt(i) > 0) return MonthFirst(i, date);
    if (!IsNumber(i)) return 0;
    const size_t month = SkipFiller(i + 1);
    if (MonthAt(month) == 0) return 0;
    const size_t last = SkipFiller(AfterMonth(month));
    if (YearAt(i) > 0)
      return IsNumber(last) && Set(YearAt(i), MonthAt(month), tokens_[last].value, date) ? last + 1 : 0;
    if (tokens_[i].digits > 2) return 0;
    if (YearAt(last) > 0) return Set(YearAt(last), MonthAt(month), tokens_[i].value, date) ? last + 1 : 0;
    return WithoutYear(MonthAt(month), tokens_[i].value, month + 1, date);
  }

  // November 26, 2024.
  size_t MonthFirst(size_t i, FoundDate* date) const {
    const size_t next = AfterMonth(i);
    const size_t day = IsMark(next, U".") ? next + 1 : next;
    if (!IsNumber(day) || tokens_[day].digits > 2) return 0;
    const size_t year = SkipFiller(day + 1);
    if (YearAt(year) > 0) return Set(YearAt(year), MonthAt(i), tokens_[day].value, date) ? year + 1 : 0;
    return WithoutYear(MonthAt(i), tokens_[day].value, day + 1, date);
  }

  size_t WithoutYear(int month, int day, size_t next, FoundDate* date) const {
    if (hints_.year == 0 || !Set(hints_.year, month, day, date)) return 0;
    date->guessed_year = true;
    return next;
  }

  // A time of day within a few tokens after the date: 10:30, 10.30 WIB, 10h30, 9:05 pm EST, 오후 8시 15분, 8 p.m.
  void ReadTime(size_t i, FoundDate* date) const {
    for (size_t end = std::min(tokens_.size(), i + 6); i < end; ++i) {
      if (!IsNumber(i) || tokens_[i].digits > 2 || tokens_[i].value > 23) continue;
      const bool minutes = IsNumber(i + 2) && tokens_[i + 2].digits == 2 && tokens_[i + 2].value < 60;
      const bool hours = IsWord(i + 1) && (TextOf(i + 1) == "h" || TextOf(i + 1) == "H");
      if (minutes && (hours || IsMark(i + 1, U":.時时点點시"))) return SetTime(i, tokens_[i + 2].value, i + 3, date);
      if (IsMark(i + 1, U"時时点點시")) return SetTime(i, 0, i + 2, date);
      if (HalfBehind(i + 1).half > 0) return SetTime(i, 0, i + 1, date);
    }
  }

  struct Half {
    int half = 0;  // As HalfOfDay tells it.
    size_t next = 0;
  };

  // "pm", "p.m.", "μ.μ." from token `i` on; the longest that means something.
  Half HalfBehind(size_t i) const {
    size_t end = i;
    while (end < tokens_.size() && end < i + 4 && (IsWord(end) || (end > i && IsMark(end, U".")))) ++end;
    for (; end > i; --end) {
      const std::string_view words = Slice(text_, {tokens_[i].span.begin, tokens_[end - 1].span.end});
      if (const int half = HalfOfDay(words, language_); half > 0) return {half, end};
    }
    return {};
  }

  // "오후 8", "下午8". Short Latin words before a number mean something else in some language.
  int HalfBefore(size_t hour) const {
    if (hour == 0 || !IsWord(hour - 1) || (language_.empty() && static_cast<unsigned char>(TextOf(hour - 1)[0]) < 0x80))
      return 0;
    return HalfOfDay(TextOf(hour - 1), language_);
  }

  // `next` is the token after the minutes.
  void SetTime(size_t at, int minute, size_t next, FoundDate* date) const {
    int hour = tokens_[at].value;
    int second = 0;
    if (IsMark(next, U"分분")) ++next;
    if (IsMark(next, U":") && IsNumber(next + 1) && tokens_[next + 1].value < 60) {
      second = tokens_[next + 1].value;
      next += 2;
    }
    Half half{HalfBefore(at), next};
    if (half.half == 0) half = HalfBehind(next);
    if (half.half == 2 && hour < 12) hour += 12;
    if (half.half == 1 && hour == 12) hour = 0;
    if (half.half > 0) next = half.next;
    const absl::CivilDay day(date->local);
    date->local = absl::CivilSecond(day.year(), day.month(), day.day(), hour, minute, second);
    date->has_time = true;
    date->span.end = tokens_[next - 1].span.end;
    if (IsMark(next, U".") && half.half > 0) date->span.end = tokens_[next].span.end;
    if (IsMark(next, U"(")) ++next;
    if (IsWord(next)) date->zone_minutes = ZoneAt(next);
  }

  // "WIB", "GMT+7", "UTC+05:30".
  std::optional<int> ZoneAt(size_t i) const {
    const std::optional<int> zone = ZoneOf(TextOf(i));
    if (zone != 0 || !IsMark(i + 1, U"+-\u2212") || !IsNumber(i + 2) || tokens_[i + 2].value > kMostHoursEast)
      return zone;
    const bool minutes = IsMark(i + 3, U":") && IsNumber(i + 4) && tokens_[i + 4].value < 60;
    const int offset = tokens_[i + 2].value * 60 + (minutes ? tokens_[i + 4].value : 0);
    return IsMark(i + 1, U"+") ? offset : -offset;
  }

  std::string_view text_;
  const DateHints& hints_;
  std::string_view language_;
  std::vector<DateToken> tokens_;
};

}  // namespace

absl::Time FoundDate::Instant() const {
  return absl::FromCivil(local, absl::UTCTimeZone()) - absl::Minutes(zone_minutes.value_or(0));
}

std::optional<FoundDate> FindDate(std::string_view text, const DateHints& hints) {
  return DateFinder(text, hints).Find();
}

}  // namespace polygist::ingest
