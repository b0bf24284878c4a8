#include "ingest_service/extract/plain/context.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/container/flat_hash_map.h"

namespace polygist::ingest {
namespace {

constexpr double kMaxLogOdds = 8.0;
constexpr double kMaxVote = 6.0;     // What a unit says about others.
constexpr double kNoUnit = -9.0;     // For log-odds of a unit that is not there.
constexpr int kMaxWeightWords = 60;  // Longer units weigh as much.
constexpr double kRatherBody = 1.5;  // Log-odds.
constexpr double kRatherFurniture = -1.5;
constexpr double kSureBody = 2.0;
constexpr int kRareWord = 3;
constexpr double kNowhere = 999.0;  // Distance to a unit that is not there.

template <typename... Values>
void Put(ContextRow* row, size_t* at, Values... values) {
  (((*row)[(*at)++] = static_cast<float>(values)), ...);
}

double Share(double part, double whole) { return part / std::max(whole, 1.0); }

double Clip(double value, double limit) { return std::clamp(value, -limit, limit); }

// Units that hold a word.
struct WordUse {
  int body = 0;
  int furniture = 0;
  size_t last_unit = 0;  // The last that was looked at, from 1 on: to count each once.
};

// The long words of units, each once a unit, and how many units hold them.
class WordUses {
 public:
  explicit WordUses(size_t words) { place_.reserve(words / 2); }

  void AddUnit(const std::vector<uint64_t>& words, bool body, bool furniture) {
    ++units_;
    for (const uint64_t word : words) {
      if ((word & 1) == 0) continue;  // See Piece::words.
      const auto [place, fresh] = place_.try_emplace(word, static_cast<uint32_t>(uses_.size()));
      if (fresh) uses_.emplace_back();
      WordUse& use = uses_[place->second];
      if (use.last_unit == units_) continue;
      use.last_unit = units_;
      use.body += body;
      use.furniture += furniture;
      words_.push_back(place->second);
    }
    ends_.push_back(words_.size());
  }

  // Of the long words of unit `i`. Requires that all units were added.
  absl::Span<const uint32_t> WordsOf(size_t i) const {
    const size_t begin = i == 0 ? 0 : ends_[i - 1];
    return absl::MakeConstSpan(words_).subspan(begin, ends_[i] - begin);
  }
  const WordUse& UseOf(uint32_t word) const { return uses_[word]; }
  size_t word_count() const { return uses_.size(); }

 private:
  absl::flat_hash_map<uint64_t, uint32_t> place_;  // In `uses_`. Looked up, never iterated over.
  std::vector<WordUse> uses_;
  std::vector<uint32_t> words_;  // Places in `uses_`, unit after unit.
  std::vector<size_t> ends_;     // Of the units in `words_`.
  size_t units_ = 0;
};

// By unit, how many of its long words stand in the kNear units before it or behind it: what comes between the
// paragraphs of an article shares fewer with them than they do with each other.
std::vector<int> WordsNear(const WordUses& uses, size_t units) {
  constexpr size_t kNear = 2;
  constexpr size_t kNever = SIZE_MAX;
  std::vector<int> near(units, 0);
  std::vector<size_t> last(uses.word_count(), kNever);
  std::vector<size_t> before_last(uses.word_count(), kNever);
  // A word of unit i - 1 or i - 2 is near in i; in i - 1 or i - 2 it is then, too, unless it was already.
  for (size_t i = 0; i < units; ++i) {
    for (const uint32_t word : uses.WordsOf(i)) {
      const bool again = last[word] != kNever && i - last[word] <= kNear;
      near[i] += again;
      const bool counted = before_last[word] != kNever && last[word] - before_last[word] <= kNear;
      if (again && !counted) ++near[last[word]];
      before_last[word] = last[word];
      last[word] = i;
    }
  }
  return near;
}

}  // namespace

ContextTable::ContextTable(const std::vector<Piece>& pieces, const LineFeatureTable& lines,
                           absl::Span<const double> log_odds)
    : lines_(&lines) {
  CollectUnits(lines, log_odds);
  LookBothWays();
  FindStretch();
  CompareWords(pieces);
}

void ContextTable::CollectUnits(const LineFeatureTable& lines, absl::Span<const double> log_odds) {
  units_.resize(log_odds.size());
  sums_.resize(log_odds.size() + 1);
  for (size_t i = 0; i < units_.size(); ++i) {
    UnitFacts& unit = units_[i];
    unit.log_odds = Clip(log_odds[i], kMaxLogOdds);
    unit.weight = 1.0 + std::min(lines.WordsOf(i), kMaxWeightWords);
    sums_[i + 1] = {sums_[i].weight + unit.weight, sums_[i].votes + unit.weight * Clip(unit.log_odds, kMaxVote),
                    sums_[i].body + (unit.log_odds > kRatherBody ? unit.weight : 0),
                    sums_[i].furniture + (unit.log_odds < kRatherFurniture ? unit.weight : 0)};
  }
}

void ContextTable::LookBothWays() {
  double best = kNoUnit;
  int64_t body = -1;
  const auto look = [&](size_t i, double UnitFacts::*best_there, int64_t UnitFacts::*body_there) {
    units_[i].*best_there = best;
    units_[i].*body_there = body;
    best = std::max(best, units_[i].log_odds);
    if (units_[i].log_odds > kSureBody) body = static_cast<int64_t>(i);
  };
  for (size_t i = 0; i < units_.size(); ++i) look(i, &UnitFacts::best_before, &UnitFacts::body_before);
  best = kNoUnit;
  body = -1;
  for (size_t i = units_.size(); i-- > 0;) look(i, &UnitFacts::best_after, &UnitFacts::body_after);
}

void ContextTable::FindStretch() {
  double best = 0;
  size_t begin = 0;
  for (size_t i = 0; i < units_.size(); ++i) {
    const double sum = sums_[i + 1].votes - sums_[begin].votes;
    if (sum <= 0) {
      begin = i + 1;
    } else if (sum > best) {
      best = sum;
      stretch_begin_ = begin;
      stretch_end_ = i + 1;
    }
  }
}

void ContextTable::CompareWords(const std::vector<Piece>& pieces) {
  size_t count = 0;
  for (size_t i = 0; i < units_.size(); ++i) count += pieces[lines_->PieceOf(i)].words.size();
  WordUses uses(count);
  for (size_t i = 0; i < units_.size(); ++i) {
    const double log_odds = units_[i].log_odds;
    uses.AddUnit(pieces[lines_->PieceOf(i)].words, log_odds > kRatherBody, log_odds < kRatherFurniture);
  }
  const std::vector<int> near = WordsNear(uses, units_.size());
  for (size_t i = 0; i < units_.size(); ++i) {
    UnitFacts& unit = units_[i];
    const absl::Span<const uint32_t> words = uses.WordsOf(i);
    if (words.empty()) continue;
    const int own_body = unit.log_odds > kRatherBody ? 1 : 0;
    const int own_furniture = unit.log_odds < kRatherFurniture ? 1 : 0;
    int core = 0;
    int rare = 0;
    int furniture = 0;
    for (const uint32_t word : words) {
      const int others = uses.UseOf(word).body - own_body;
      core += others > 0;
      rare += others > 0 && others <= kRareWord;
      furniture += uses.UseOf(word).furniture > own_furniture;
    }
    const auto all = static_cast<float>(words.size());
    unit.core_share = static_cast<float>(core) / all;
    unit.rare_core_share = static_cast<float>(rare) / all;
    unit.furniture_share = static_cast<float>(furniture) / all;
    unit.near_share = static_cast<float>(near[i]) / all;
  }
}

ContextRow ContextTable::Row(size_t i) const {
  ContextRow row{};
  const OwnFeatureRow own = lines_->OwnRow(i);
  std::copy(own.begin(), own.end(), row.begin());
  size_t at = own.size();
  const UnitFacts& unit = units_[i];
  Put(&row, &at, unit.log_odds, unit.core_share, unit.rare_core_share, unit.furniture_share);
  AddNeighbours(i, &row, &at);
  AddSides(i, &row, &at);
  AddStretch(i, &row, &at);
  AddGaps(i, &row, &at);
  Put(&row, &at, unit.near_share);
  return row;
}

void ContextTable::AddNeighbours(size_t i, ContextRow* row, size_t* at) const {
  for (const int step : {-4, -3, -2, -1, 1, 2, 3, 4}) {
    const auto j = static_cast<int64_t>(i) + step;
    const bool inside = j >= 0 && j < static_cast<int64_t>(units_.size());
    Put(row, at, inside ? Clip(units_[static_cast<size_t>(j)].log_odds, kMaxVote) : kNoUnit);
  }
  for (const size_t reach : {3, 8, 20}) {
    const Sums& begin = sums_[i >= reach ? i - reach : 0];
    const Sums& end = sums_[std::min(i + 1 + reach, units_.size())];
    Put(row, at, Share(sums_[i].votes - begin.votes, sums_[i].weight - begin.weight),
        Share(end.votes - sums_[i + 1].votes, end.weight - sums_[i + 1].weight));
  }
}

void ContextTable::AddSides(size_t i, ContextRow* row, size_t* at) const {
  const Sums& before = sums_[i];
  const Sums& after = sums_[i + 1];
  const Sums& all = sums_.back();
  const double body_after = all.body - after.body;
  const double furniture_after = all.furniture - after.furniture;
  const double weight_after = all.weight - after.weight;
  Put(row, at, units_[i].best_before, units_[i].best_after, before.body, body_after, before.furniture, furniture_after,
      Share(before.body, all.body), Share(furniture_after, weight_after), Share(before.furniture, before.weight),
      Share(body_after, weight_after), Share(before.body, before.weight));
  Put(row, at, Share(all.body, all.weight), Share(all.furniture, all.weight), all.weight,
      static_cast<double>(units_.size()), Share(all.votes, all.weight));
}

void ContextTable::AddStretch(size_t i, ContextRow* row, size_t* at) const {
  const Sums& begin = sums_[stretch_begin_];
  const Sums& end = sums_[stretch_end_];
  const Sums& all = sums_.back();
  const double weight = end.weight - begin.weight;
  const auto index = static_cast<double>(i);
  Put(row, at, i >= stretch_begin_ && i < stretch_end_, index - static_cast<double>(stretch_begin_),
      static_cast<double>(stretch_end_) - 1 - index, sums_[i].weight - begin.weight, end.weight - sums_[i + 1].weight,
      Share(weight, all.weight), Share(end.body - begin.body, all.body), Share(end.furniture - begin.furniture, weight),
      Share(end.votes - begin.votes, all.weight));
}

// What stands between the unit and the nearest ones that surely are body.
void ContextTable::AddGaps(size_t i, ContextRow* row, size_t* at) const {
  const UnitFacts& unit = units_[i];
  const Sums& all = sums_.back();
  const auto index = static_cast<int64_t>(i);
  const bool before = unit.body_before >= 0;
  const bool after = unit.body_after >= 0;
  const Sums& since = sums_[static_cast<size_t>(unit.body_before + 1)];
  const Sums& until = sums_[after ? static_cast<size_t>(unit.body_after) : units_.size()];
  Put(row, at, before ? static_cast<double>(index - unit.body_before) : kNowhere,
      after ? static_cast<double>(unit.body_after - index) : kNowhere,
      before ? sums_[i].weight - since.weight : all.weight, after ? until.weight - sums_[i + 1].weight : all.weight,
      before ? sums_[i].furniture - since.furniture : 0, after ? until.furniture - sums_[i + 1].furniture : 0);
}

}  // namespace polygist::ingest
