#include "ingest_service/extract/dates.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "ingest_service/extract/date_text.h"
#include "ingest_service/extract/machine_date.h"

namespace polygist::ingest {
namespace {

// Longer blocks are sentences about something else that happened on some day.
constexpr int32_t kMaxDateLineWeight = 160;
constexpr int32_t kMaxDateLineWords = 16;
constexpr int32_t kMinDateDigits = 5;  // As 1 May 2024 has.
// Blocks around the first running text whose dates count.
constexpr size_t kBlocksBeforeText = 14;
constexpr size_t kBlocksAfterText = 2;

int Parse(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

// Runs of digits in the path, with what stands before each.
std::vector<std::string_view> NumbersOf(std::string_view path) {
  std::vector<std::string_view> numbers;
  for (size_t i = 0; i < path.size();) {
    size_t end = i;
    while (end < path.size() && path[end] >= '0' && path[end] <= '9') ++end;
    if (end > i) numbers.push_back(path.substr(i, end - i));
    i = std::max(end, i + 1);
  }
  return numbers;
}

bool IsYear(int value) { return value >= 1990 && value <= 2100; }
bool IsMonth(int value) { return value >= 1 && value <= 12; }
bool IsDay(int value) { return value >= 1 && value <= 31; }

// Whether two numbers of a path stand next to each other, one mark between.
bool Adjacent(std::string_view a, std::string_view b) { return b.data() == a.data() + a.size() + 1; }

class DateChooser {
 public:
  DateChooser(const HtmlDocument& document, const std::vector<TextBlock>& blocks, size_t text_begin,
              const PageMetadata& metadata, std::string_view url)
      : document_(document),
        blocks_(blocks),
        text_begin_(text_begin),
        metadata_(metadata),
        url_date_(DateOfUrl(url)),
        hints_{.language = metadata.language_hint, .year = url_date_.year} {}

  std::optional<PublishDate> Choose() {
    Offer(ParseMachineDate(metadata_.json_ld.date_published, hints_), 97);
    Offer(ParseMachineDate(
              metadata_.meta.Get({"article:published_time", "og:published_time", "datepublished", "date_published",
                                  "publishdate", "publish-date", "publish_date", "pubdate", "parsely-pub-date",
                                  "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
                                  "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date"}),
              hints_),
          95);
    if (best_.has_value()) return best_;
    OfferElements();
    OfferUrl();
    if (!best_.has_value() || best_->confidence_percent < 80) OfferText();
    Offer(ParseMachineDate(metadata_.json_ld.date_created, hints_), 60);
    return best_;
  }

 private:
  void Offer(const std::optional<FoundDate>& date, int confidence) {
    if (!date.has_value()) return;
    if (!date->zone_minutes.has_value()) confidence -= 5;
    if (!date->has_time) confidence -= 10;
    if (date->numeric && date->local.day() <= 12) confidence -= 15;
    if (date->lunar || date->guessed_year) confidence -= 20;
    if (!best_.has_value() || confidence > best_->confidence_percent) best_ = PublishDate{date->Instant(), confidence};
  }

  static bool Says(std::string_view attribute, std::string_view word) {
    return attribute.find(word) != std::string_view::npos;
  }

  void OfferElements() {
    for (int32_t i = 1; i < document_.size(); ++i) {
      const bool published = Says(document_.Attribute(i, "itemprop"), "datePublished") ||
                             Says(document_.Attribute(i, "property"), "datePublished");
      if (!published && document_.node(i).tag != Tag::kTime) continue;
      const std::string_view stated = document_.HasAttribute(i, "datetime") ? document_.Attribute(i, "datetime")
                                                                            : document_.Attribute(i, "content");
      const int confidence = published ? 93 : 85;
      Offer(stated.empty() ? FindDate(document_.TextOf(i), hints_) : ParseMachineDate(stated, hints_), confidence);
    }
  }

  void OfferUrl() {
    if (url_date_.month == 0) return;
    const absl::CivilDay day(url_date_.year, url_date_.month, std::max(1, url_date_.day));
    if (day.month() != url_date_.month) return;
    const int confidence = url_date_.day > 0 ? 70 : 35;
    if (best_.has_value() && best_->confidence_percent >= confidence) return;
    best_ = PublishDate{absl::FromCivil(absl::CivilSecond(day), absl::UTCTimeZone()), confidence};
  }

  // Short lines around the start of the text, and the dateline that opens it.
  void OfferText() {
    const size_t first = std::min(text_begin_, blocks_.size());
    const size_t begin = first - std::min(first, kBlocksBeforeText);
    const size_t end = std::min(blocks_.size(), first + kBlocksAfterText + 1);
    for (size_t b = begin; b < end; ++b) {
      const TextBlock& block = blocks_[b];
      const bool line = block.shape.Weight() <= kMaxDateLineWeight;
      const std::string_view text =
          line ? std::string_view(block.text) : std::string_view(block.text).substr(0, DatelineEnd(block.text));
      if (block.shape.digits > 0) Offer(FindDate(text, hints_), line ? 75 : 65);
    }
  }

  // A dateline ends with its first sentence's first 120 bytes; never inside a character.
  static size_t DatelineEnd(std::string_view text) {
    size_t end = std::min<size_t>(text.size(), 120);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return end;
  }

  const HtmlDocument& document_;
  const std::vector<TextBlock>& blocks_;
  size_t text_begin_;
  const PageMetadata& metadata_;
  UrlDate url_date_;
  DateHints hints_;
  std::optional<PublishDate> best_;
};

}  // namespace

bool IsDateLine(const TextBlock& block, std::string_view language) {
  const TextShape& shape = block.shape;
  if (block.kind != BlockKind::kParagraph || shape.words > kMaxDateLineWords || shape.digits < kMinDateDigits)
    return false;
  const auto date = FindDate(block.text, {.language = language});
  // The full stop may be the date's own: "8:15 p.m."
  return date.has_value() && (!shape.ends_sentence || date->span.end == static_cast<int64_t>(block.text.size()));
}

UrlDate DateOfUrl(std::string_view url) {
  const size_t scheme = url.find("://");
  const size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return {};
  const auto numbers = NumbersOf(url.substr(path));
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i].size() == 8 && IsYear(Parse(numbers[i].substr(0, 4))) && IsMonth(Parse(numbers[i].substr(4, 2))) &&
        IsDay(Parse(numbers[i].substr(6)))) {
      return {Parse(numbers[i].substr(0, 4)), Parse(numbers[i].substr(4, 2)), Parse(numbers[i].substr(6))};
    }
    if (numbers[i].size() != 4 || !IsYear(Parse(numbers[i]))) continue;
    UrlDate date{.year = Parse(numbers[i])};
    const bool month = i + 1 < numbers.size() && numbers[i + 1].size() <= 2 && Adjacent(numbers[i], numbers[i + 1]) &&
                       IsMonth(Parse(numbers[i + 1]));
    if (!month) return date;
    date.month = Parse(numbers[i + 1]);
    if (i + 2 < numbers.size() && numbers[i + 2].size() <= 2 && Adjacent(numbers[i + 1], numbers[i + 2]) &&
        IsDay(Parse(numbers[i + 2]))) {
      date.day = Parse(numbers[i + 2]);
    }
    return date;
  }
  return {};
}

std::optional<PublishDate> FindPublishDate(const HtmlDocument& document, const std::vector<TextBlock>& blocks,
                                           size_t text_begin, const PageMetadata& metadata, std::string_view url) {
  return DateChooser(document, blocks, text_begin, metadata,
                     url.empty() ? std::string_view(metadata.canonical_url) : url)
      .Choose();
}

}  // namespace polygist::ingest
