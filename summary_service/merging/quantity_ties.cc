#include "summary_service/merging/quantity_ties.h"

namespace polygist::summary {

TieFinder::TieFinder(const Story& story, const CountedThings& things, const std::vector<Quantity>& quantities)
    : story_(story),
      quantities_(quantities),
      rivals_(FindRivals(story, things, quantities)),
      dates_(ReadDates(story)),
      rival_dates_(RivalDates(story, dates_)) {
  Assume(IfCountsWereEqual(things, quantities));
  first_rival_ = Assume(IfRivalsWereEqual(rivals_, quantities));
  first_date_ = Assume(IfDatesWereEqual(rival_dates_, dates_));
}

size_t TieFinder::Assume(const std::vector<AssumedMatch>& more) {
  const size_t begin = assumed_.size();
  assumed_.insert(assumed_.end(), more.begin(), more.end());
  return begin;
}

QuantityTies TieFinder::TiesOf(const StoryLinks& links, int least_sure_permille) const {
  const std::vector<int>& strengths = links.assumed_permille;
  QuantityTies ties;
  for (const SentenceLink& link : links.links) {
    if (link.strength_permille >= least_sure_permille) ties.links.push_back(link);
  }
  for (size_t i = 0; i < first_rival_; ++i) {
    if (strengths[i] >= least_sure_permille) ties.links_if_equal.push_back({assumed_[i].a, assumed_[i].b, strengths[i]});
  }
  const auto begin = strengths.begin();
  ties.rivals = SureRivals(story_, quantities_, rivals_,
                           {begin + static_cast<std::ptrdiff_t>(first_rival_), begin + static_cast<std::ptrdiff_t>(first_date_)},
                           ties.links);
  ties.dates = dates_;
  for (size_t i = 0; i < rival_dates_.size(); ++i) {
    if (strengths[first_date_ + i] >= least_sure_permille) ties.rival_dates.push_back(rival_dates_[i]);
  }
  return ties;
}

}  // namespace polygist::summary
