#include "summary_service/lexicon/key_text.h"

#include <unicode/currunit.h>
#include <unicode/locid.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/unistr.h>

#include <cmath>
#include <memory>
#include <span>

namespace polygist::summary {
namespace {

using icu::UnicodeString;
using icu::number::LocalizedNumberFormatter;

// From here on numbers are written with words: "150 miljard".
constexpr double kInWords = 1e6;
constexpr int kMostDecimals = 2;

struct SizedUnit {
  const char* identifier;
  double size;  // In the unit that keys are compared in.
};

// The units that a measure may be written in, by the unit of its key; largest first.
constexpr SizedUnit kSeconds[] = {{"hour", 3600}, {"minute", 60}, {"second", 1}};
constexpr SizedUnit kMeters[] = {{"kilometer", 1000}, {"meter", 1}, {"centimeter", 0.01}, {"millimeter", 0.001}};
constexpr SizedUnit kKilograms[] = {{"tonne", 1000}, {"kilogram", 1}, {"gram", 0.001}};
constexpr SizedUnit kMegawatts[] = {{"gigawatt", 1000}, {"megawatt", 1}};

std::span<const SizedUnit> UnitsOf(std::string_view compared_as) {
  if (compared_as == "second") return kSeconds;
  if (compared_as == "meter") return kMeters;
  if (compared_as == "kilogram") return kKilograms;
  if (compared_as == "megawatt") return kMegawatts;
  return {};
}

std::string ToUtf8(const UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

icu::Locale LocaleOf(std::string_view language) {
  UErrorCode error = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag({language.data(), static_cast<int32_t>(language.size())}, error);
  return U_FAILURE(error) ? icu::Locale::getRoot() : locale;
}

class KeyWriter {
 public:
  explicit KeyWriter(std::string_view language) : locale_(LocaleOf(language)) {}

  std::string Write(const Key& key) const {
    switch (key.kind) {
      case KeyKind::kNumber:
        return Number(key.value, Formatter(key.value));
      case KeyKind::kPercent:
        return Number(key.value, Formatter(key.value).unit(icu::MeasureUnit::getPercent()));
      case KeyKind::kMoney:
        return Money(key);
      case KeyKind::kMeasure:
        return Measure(key);
      case KeyKind::kTime:
        return Calendar("jm", 2000, 1, 1, key.value);
      case KeyKind::kCountry:
        return Name(icu::Locale("", key.unit.c_str()), &icu::Locale::getDisplayCountry);
      case KeyKind::kLanguage:
        return Name(icu::Locale(key.unit.c_str()), &icu::Locale::getDisplayLanguage);
      case KeyKind::kDate:
      case KeyKind::kYear:
      case KeyKind::kWeekday:
        return Date(key);
    }
    return "";
  }

 private:
  LocalizedNumberFormatter Formatter(double value) const {
    const auto plain = icu::number::NumberFormatter::withLocale(locale_).precision(
        icu::number::Precision::minMaxFraction(0, kMostDecimals));
    return std::abs(value) >= kInWords ? plain.notation(icu::number::Notation::compactLong()) : plain;
  }

  static std::string Number(double value, const LocalizedNumberFormatter& formatter) {
    UErrorCode error = U_ZERO_ERROR;
    const UnicodeString text = formatter.formatDouble(value, error).toString(error);
    return U_FAILURE(error) ? "" : ToUtf8(text);
  }

  std::string Money(const Key& key) const {
    UErrorCode error = U_ZERO_ERROR;
    const icu::CurrencyUnit currency(icu::StringPiece(key.unit), error);
    if (U_FAILURE(error)) return Number(key.value, Formatter(key.value)) + " " + key.unit;
    return Number(key.value, Formatter(key.value).unit(currency));
  }

  std::string Measure(const Key& key) const {
    SizedUnit chosen{key.unit.c_str(), 1};
    for (const SizedUnit& unit : UnitsOf(key.unit)) {
      chosen = unit;
      if (std::abs(key.value) >= unit.size) break;
    }
    UErrorCode error = U_ZERO_ERROR;
    const icu::MeasureUnit unit = icu::MeasureUnit::forIdentifier(chosen.identifier, error);
    const double value = key.value / chosen.size;
    if (U_FAILURE(error)) return Number(value, Formatter(value)) + " " + chosen.identifier;
    return Number(value, Formatter(value).unit(unit).unitWidth(UNUM_UNIT_WIDTH_SHORT));
  }

  std::string Date(const Key& key) const {
    if (key.day == 0 && key.weekday != 0) return Calendar("EEEE", 2000, 1, 1 + key.weekday, 0);
    if (key.month == 0) return std::to_string(key.year);
    std::string skeleton = key.year != 0 ? "yMMMM" : "MMMM";
    if (key.day != 0) skeleton += "d";
    if (key.weekday != 0) skeleton += "EEEE";
    return Calendar(skeleton, key.year != 0 ? key.year : 2000, key.month, key.day != 0 ? key.day : 1, 0);
  }

  // January 2, 2000 was a Sunday.
  std::string Calendar(const std::string& skeleton, int year, int month, int day, double minutes) const {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateFormat> format(
        icu::DateFormat::createInstanceForSkeleton(UnicodeString::fromUTF8(skeleton), locale_, error));
    if (U_FAILURE(error)) return "";
    const std::unique_ptr<icu::Calendar> calendar(
        icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale::getRoot(), error));
    if (U_FAILURE(error)) return "";
    const int whole = static_cast<int>(minutes);
    calendar->set(year, month - 1, day, whole / 60, whole % 60, 0);
    format->setTimeZone(*icu::TimeZone::getGMT());
    UnicodeString text;
    format->format(calendar->getTime(error), text);
    return U_FAILURE(error) ? "" : ToUtf8(text);
  }

  using DisplayName = UnicodeString& (icu::Locale::*)(const icu::Locale&, UnicodeString&) const;
  std::string Name(const icu::Locale& named, DisplayName display) const {
    UnicodeString text;
    (named.*display)(locale_, text);
    return ToUtf8(text);
  }

  const icu::Locale locale_;
};

}  // namespace

std::string KeyText(const Key& key, std::string_view language) { return KeyWriter(language).Write(key); }

}  // namespace polygist::summary
