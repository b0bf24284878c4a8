// The days that the sentences of a story give, as dates or as weekdays of the article's own week, and pairs of them
// that may be of one event.
#pragma once

#include <utility>
#include <vector>

#include "common/base/byte_span.h"
#include "summary_service/merging/sentence_scores.h"
#include "summary_service/merging/story.h"

namespace polygist::summary {

struct DateValue {
  int sentence = 0;  // Index into Story::sentences.
  int term = 0;      // Index into Story::terms.
  ByteSpan span;     // UTF-8 bytes of the article's text.
};

// Of sentences that give a single day, in reading order: a date, with or without its weekday, or a weekday whose date
// the article's own date tells; or, where they give no day, a single year. None beside a verb of saying: "the police
// said on Tuesday" dates the statement.
std::vector<DateValue> ReadDates(const Story& story);

// Pairs (i < j) of different articles that cannot be the same day, of which neither article gives the other's. A
// weekday, the last one or the next, is a rival of the days that are at most a week from it, a year of those at most
// five from it. None of a story with hundreds of days.
std::vector<std::pair<int, int>> RivalDates(const Story& story, const std::vector<DateValue>& dates);

// What it takes to ask how well the sentences would fit each other if the dates were equal, in the same order.
std::vector<AssumedMatch> IfDatesWereEqual(const std::vector<std::pair<int, int>>& rivals,
                                           const std::vector<DateValue>& dates);

}  // namespace polygist::summary
