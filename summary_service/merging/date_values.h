// The dates that the sentences of a story give, and pairs of them that may be of one event.
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

// Day and month of sentences that give a single date and no weekday, in reading order.
std::vector<DateValue> ReadDates(const Story& story);

// Pairs (i < j) of different articles that cannot be the same day, of which neither article gives the other's.
std::vector<std::pair<int, int>> RivalDates(const Story& story, const std::vector<DateValue>& dates);

// What it takes to ask how well the sentences would fit each other if the dates were equal, in the same order.
std::vector<AssumedMatch> IfDatesWereEqual(const std::vector<std::pair<int, int>>& rivals,
                                           const std::vector<DateValue>& dates);

}  // namespace polygist::summary
