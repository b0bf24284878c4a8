// When an article was published, by all a page says of it.
#pragma once

#include <optional>
#include <string_view>

#include "absl/time/time.h"
#include "ingest_service/extract/block_tree.h"
#include "ingest_service/extract/html_document.h"
#include "ingest_service/extract/metadata.h"

namespace polygist::ingest {

struct PublishDate {
  absl::Time time;  // Without a stated zone: local time taken for UTC; without a time of day: midnight.
  int confidence_percent = 0;
};

// In order of trust (confidence with zone): JSON-LD datePublished 97, meta elements 95, microdata or RDFa datePublished
// 93, <time> 85, dates in the text near the title 75, the address /2024/11/26/ 70, JSON-LD dateCreated 60. Without a
// zone 5 less, without a time of day 10 less (not counted for the address), day and month possibly confused 15 less,
// year taken from the address 20 less. `text_begin` is the block in which the article's running text begins; any index
// at or past the end when there is none.
std::optional<PublishDate> FindPublishDate(const HtmlDocument& document, const std::vector<TextBlock>& blocks,
                                           size_t text_begin, const PageMetadata& metadata, std::string_view url);

// Whether a block is the line that tells the day of an article and perhaps its author: a paragraph of at most 16 words
// that ends no sentence and holds a date with its year.
bool IsDateLine(const TextBlock& block, std::string_view language);

// The date in the path of an address: /2024/11/26/, /2024-11-26-title, /20241126/; year and month of /2024/11/ count
// as the month's first day. `exact` tells whether the day was there.
struct UrlDate {
  int year = 0;
  int month = 0;  // 0: only the year.
  int day = 0;    // 0: no day.
};
UrlDate DateOfUrl(std::string_view url);

}  // namespace polygist::ingest
