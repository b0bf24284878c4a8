#include "summary_service/merging/quantity_ties.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <tuple>

#include "summary_service/merging/value_majorities.h"

namespace polygist::summary {
namespace {

// Links under equal dates that tie them: translated texts reach 430, two days of one event more than 500.
constexpr int kSureDate = 530;
// Where one is a weekday: all news gives some, and short sentences about different things reach 560 without
// dictionaries.
constexpr int kSureWeekday = 600;
// What values tied by likeness must have above that, for each doubling of the articles beyond kFewArticles: more pairs,
// more that are alike by chance. 30 stories of ten articles gave 22 differences without it, most of them false, and 4
// with it.
constexpr double kFewArticles = 4;
constexpr double kCaution = 100;

int CautionFor(const Story& story) {
  const int articles = story.sentences.empty() ? 0 : story.sentences.back().article + 1;
  return static_cast<int>(std::lround(kCaution * std::log2(std::max(1.0, articles / kFewArticles))));
}

int SureDay(const Story& story, const DateValue& a, const DateValue& b) {
  const auto is_weekday = [&](const DateValue& date) {
    const int key = story.terms[static_cast<size_t>(date.term)].key;
    return story.keys[static_cast<size_t>(key)].kind == KeyKind::kWeekday;
  };
  return is_weekday(a) || is_weekday(b) ? kSureWeekday : kSureDate;
}

}  // namespace

TieFinder::TieFinder(const Story& story, const CountedThings& things, const std::vector<Quantity>& quantities)
    : story_(story),
      things_(things),
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
  const int caution = CautionFor(story_);
  QuantityTies ties;
  const auto is_sure = [&](const SentenceLink& link) { return link.strength_permille >= least_sure_permille; };
  ties.links.reserve(static_cast<size_t>(std::count_if(links.links.begin(), links.links.end(), is_sure)));
  std::copy_if(links.links.begin(), links.links.end(), std::back_inserter(ties.links), is_sure);
  const auto counts = std::span(strengths).first(first_rival_);
  ties.links_if_equal.reserve(static_cast<size_t>(
      std::count_if(counts.begin(), counts.end(), [&](int strength) { return strength >= least_sure_permille; })));
  for (size_t i = 0; i < first_rival_; ++i) {
    if (strengths[i] >= least_sure_permille)
      ties.links_if_equal.push_back({assumed_[i].a, assumed_[i].b, static_cast<int16_t>(strengths[i])});
  }
  std::ranges::sort(ties.links_if_equal, {},
                    [](const SentenceLink& link) { return std::tuple(link.a, link.b, -link.strength_permille); });
  std::vector<int> of_rivals(strengths.begin() + static_cast<std::ptrdiff_t>(first_rival_),
                             strengths.begin() + static_cast<std::ptrdiff_t>(first_date_));
  const std::vector<bool> doubtful = AreDoubtful(story_, quantities_, rivals_, of_rivals);
  ties.rivals = SureRivals(story_, quantities_, rivals_, of_rivals, doubtful, ties.links, caution);
  for (size_t i = 0; i < of_rivals.size(); ++i) {
    if (doubtful[i]) of_rivals[i] = 0;
  }
  const std::vector<std::pair<int, int>> against =
      AgainstMajorities(story_, things_, quantities_, rivals_, of_rivals, ties.links);
  ties.rivals.insert(ties.rivals.end(), against.begin(), against.end());
  ties.dates = dates_;
  for (size_t i = 0; i < rival_dates_.size(); ++i) {
    const auto& [a, b] = rival_dates_[i];
    const int sure = SureDay(story_, dates_[static_cast<size_t>(a)], dates_[static_cast<size_t>(b)]);
    if (strengths[first_date_ + i] >= sure + caution) ties.rival_dates.push_back(rival_dates_[i]);
  }
  return ties;
}

}  // namespace polygist::summary
