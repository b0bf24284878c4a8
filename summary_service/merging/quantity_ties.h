// What ties the quantities of a story to each other: links between their sentences, and links that there would be if
// two values were equal.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "summary_service/merging/align_sentences.h"
#include "summary_service/merging/counted_things.h"
#include "summary_service/merging/date_values.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/rival_values.h"
#include "summary_service/merging/story.h"
#include "summary_service/summary/sentence_link.h"

namespace polygist::summary {

struct QuantityTies {
  std::vector<SentenceLink> links;               // Those to be trusted, ascending.
  std::vector<SentenceLink> links_if_equal;      // Under IfCountsWereEqual, the same; of each pair the strongest first.
  std::vector<std::pair<int, int>> rivals;       // SureRivals and AgainstMajorities.
  std::vector<DateValue> dates;                  // ReadDates.
  std::vector<std::pair<int, int>> rival_dates;  // Those of RivalDates whose sentences would be linked.
};

// What LinkStory is to assume, and what its answers tie. Keeps references to its arguments.
class TieFinder {
 public:
  TieFinder(const Story& story, const CountedThings& things, const std::vector<Quantity>& quantities);

  const std::vector<AssumedMatch>& assumed() const { return assumed_; }
  // `links`: LinkStory's under assumed(). Links from `least_sure_permille` on are trusted.
  QuantityTies TiesOf(const StoryLinks& links, int least_sure_permille) const;

 private:
  // Where they begin in assumed_.
  size_t Assume(const std::vector<AssumedMatch>& more);

  const Story& story_;
  const CountedThings& things_;
  const std::vector<Quantity>& quantities_;
  const std::vector<RivalValues> rivals_;
  const std::vector<DateValue> dates_;
  const std::vector<std::pair<int, int>> rival_dates_;
  std::vector<AssumedMatch> assumed_;  // Counts, rivals and dates, one kind after the other.
  size_t first_rival_ = 0;
  size_t first_date_ = 0;
};

}  // namespace polygist::summary
