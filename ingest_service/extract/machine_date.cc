#include "ingest_service/extract/machine_date.h"

#include <charconv>

#include "common/text/utf8.h"
#include "ingest_service/extract/time_zones.h"

namespace polygist::ingest {
namespace {

// Reads fixed-width numbers and marks of a machine's date.
class MachineReader {
 public:
  explicit MachineReader(std::string_view text) : text_(text) {}

  bool Number(size_t digits, int* value) {
    if (text_.size() < digits) return false;
    const auto [end, error] = std::from_chars(text_.data(), text_.data() + digits, *value);
    if (error != std::errc() || end != text_.data() + digits || text_[0] == '-') return false;
    text_.remove_prefix(digits);
    return true;
  }
  bool Mark(std::string_view marks) {
    if (text_.empty() || marks.find(text_[0]) == std::string_view::npos) return false;
    text_.remove_prefix(1);
    return true;
  }
  void SkipFraction() {
    if (!Mark(".,")) return;
    while (!text_.empty() && text_[0] >= '0' && text_[0] <= '9') text_.remove_prefix(1);
  }
  std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
};

std::optional<int> ReadOffset(MachineReader* in) {
  while (in->Mark(" ")) {
  }
  if (in->Mark("Zz")) return 0;
  const bool east = in->rest().starts_with('+');
  if (!in->Mark("+-")) return ZoneOf(in->rest().substr(0, in->rest().find(' ')));
  int hours = 0, minutes = 0;
  if (!in->Number(2, &hours)) return std::nullopt;
  in->Mark(":");
  in->Number(2, &minutes);
  return (east ? 1 : -1) * (hours * 60 + minutes);
}

// 2024-11-26T10:30:00.000+07:00, 2024-11-26 10:30, 20241126T103000Z, 2024-11-26.
std::optional<FoundDate> ParseIso(std::string_view text) {
  MachineReader in(text);
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  if (!in.Number(4, &year)) return std::nullopt;
  in.Mark("-/.");
  if (!in.Number(2, &month)) return std::nullopt;
  in.Mark("-/.");
  if (!in.Number(2, &day)) return std::nullopt;
  if (year < kFirstNewsYear || year > kLastNewsYear || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  FoundDate date;
  if (in.Mark("Tt ") && in.Number(2, &hour)) {
    in.Mark(":");
    in.Number(2, &minute);
    if (in.Mark(":") || !in.rest().empty()) in.Number(2, &second);
    in.SkipFraction();
    date.has_time = hour < 24 && minute < 60;
    date.zone_minutes = ReadOffset(&in);
  } else if (!in.rest().empty() && in.rest()[0] >= '0' && in.rest()[0] <= '9') {
    return std::nullopt;
  }
  date.local =
      date.has_time ? absl::CivilSecond(year, month, day, hour, minute, second) : absl::CivilSecond(year, month, day);
  if (date.local.month() != month && !date.has_time) return std::nullopt;
  date.span = {0, static_cast<int64_t>(text.size())};
  return date;
}

// Seconds (10 digits) or milliseconds (13) since 1970.
std::optional<FoundDate> ParseEpoch(std::string_view text) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || (text.size() != 10 && text.size() != 13))
    return std::nullopt;
  FoundDate date;
  date.local =
      absl::ToCivilSecond(absl::FromUnixSeconds(text.size() == 13 ? value / 1000 : value), absl::UTCTimeZone());
  date.has_time = true;
  date.zone_minutes = 0;
  date.span = {0, static_cast<int64_t>(text.size())};
  return date;
}

}  // namespace

std::optional<FoundDate> ParseMachineDate(std::string_view text, const DateHints& hints) {
  text = text::TrimWhiteSpace(text);
  if (auto date = ParseEpoch(text)) return date;
  if (auto date = ParseIso(text)) return date;
  return FindDate(text, hints);
}

}  // namespace polygist::ingest
