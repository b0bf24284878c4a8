#include "ingest_service/extract/plain/features.h"

#include <algorithm>
#include <cstdint>

#include "absl/container/flat_hash_map.h"
#include "ingest_service/extract/plain/numbering.h"
#include "ingest_service/extract/plain/repetition.h"

namespace polygist::ingest {
namespace {

constexpr int kNone = 1000;  // Distance when there is none.
// Share of words with capitals where the script has none: another thing than no capitals among words that could have
// them.
constexpr float kUnknown = -1.0F;
constexpr int kMaxWords = 40;  // Longer units count as this long in means.

float Share(double part, double whole) { return whole > 0 ? static_cast<float>(part / whole) : 0.0F; }

constexpr size_t kMouldReach = 4;  // Units on either side.
constexpr int kMaxMouldWords = 40;

// Whether body shares the line of body piece `i`.
bool IsBesideGlued(const std::vector<Piece>& pieces, size_t i) {
  if (pieces[i].glued && i > 0 && pieces[i - 1].IsBody()) return true;
  return i + 1 < pieces.size() && pieces[i + 1].glued && pieces[i + 1].IsBody();
}

template <typename Row, typename... Values>
void Put(Row* row, size_t* at, Values... values) {
  (((*row)[(*at)++] = static_cast<float>(values)), ...);
}

}  // namespace

LineFeatureTable::LineFeatureTable(const std::vector<Piece>& pieces) {
  CollectFacts(pieces);
  CompareForms(pieces);
  SumUp();
  FindMain();
}

void LineFeatureTable::CollectFacts(const std::vector<Piece>& pieces) {
  const TextRepetition repetition(pieces);
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (!piece.IsBody()) continue;
    const Shape& shape = piece.shape;
    const Repetition repeated = repetition.Of(piece);
    const double words = std::max(shape.words, 1);
    UnitFacts unit;
    unit.piece = i;
    unit.shape = shape;
    unit.words = static_cast<float>(shape.words);
    const bool caseless = shape.letters > 0 && !shape.cased;
    unit.lower_share = caseless ? kUnknown : Share(shape.lower_words, words);
    unit.capital_share = caseless ? kUnknown : Share(shape.capitalised, words);
    unit.mark_share = Share(shape.link_marks, words);
    unit.common_share = repeated.common_share;
    unit.topic_share = repeated.topic_share;
    unit.echo_share = repeated.echo_share;
    unit.repeats = repeated.repeats;
    unit.same_start = repeated.same_start;
    unit.same_end = repeated.same_end;
    unit.stamp_repeats = repeated.stamp_repeats;
    unit.glued = IsBesideGlued(pieces, i);
    unit.paragraph = IsParagraph(shape);
    units_.push_back(unit);
  }
}

void LineFeatureTable::CompareForms(const std::vector<Piece>& pieces) {
  std::vector<int> numbers;
  std::vector<uint64_t> moulds;
  absl::flat_hash_map<uint64_t, int> counts;
  for (const UnitFacts& unit : units_) {
    numbers.push_back(LeadingNumber(pieces[unit.piece].folded));
    moulds.push_back(unit.shape.words <= kMaxMouldWords ? unit.shape.mould : 0);
    ++counts[moulds.back()];
  }
  for (const std::vector<size_t>& run : NumberedRuns(numbers)) {
    for (const size_t i : run) units_[i].numbered = static_cast<int>(run.size());
  }
  for (size_t i = 0; i < units_.size(); ++i) {
    if (moulds[i] == 0) continue;
    units_[i].mould_repeats = counts.at(moulds[i]) - 1;
    const auto begin = moulds.begin() + static_cast<int64_t>(i > kMouldReach ? i - kMouldReach : 0);
    const auto end = moulds.begin() + static_cast<int64_t>(std::min(i + kMouldReach + 1, moulds.size()));
    units_[i].mould_near = static_cast<int>(std::count(begin, end, moulds[i])) - 1;
  }
}

// For each unit the units since the last one before it that `is_mark` holds of.
template <typename IsMark>
std::vector<int> LineFeatureTable::DistancesBefore(IsMark is_mark) const {
  std::vector<int> distances(units_.size());
  int since = kNone;
  for (size_t i = 0; i < units_.size(); ++i) {
    distances[i] = since;
    since = is_mark(units_[i]) ? 1 : std::min(since + 1, kNone);
  }
  return distances;
}

template <typename IsMark>
std::vector<int> LineFeatureTable::DistancesAfter(IsMark is_mark) const {
  std::vector<int> distances(units_.size());
  int until = kNone;
  for (size_t i = units_.size(); i-- > 0;) {
    distances[i] = until;
    until = is_mark(units_[i]) ? 1 : std::min(until + 1, kNone);
  }
  return distances;
}

void LineFeatureTable::SumUp() {
  sums_.resize(units_.size() + 1);
  for (size_t i = 0; i < units_.size(); ++i) {
    const UnitFacts& unit = units_[i];
    sums_[i + 1] = {
        sums_[i].words + unit.shape.words, sums_[i].paragraph_words + (unit.paragraph ? unit.shape.words : 0),
        sums_[i].sentences + unit.shape.ends_sentence, sums_[i].capped_words + std::min(unit.shape.words, kMaxWords),
        sums_[i].stamps + (unit.stamp_repeats > 0)};
  }
  const auto is_paragraph = [](const UnitFacts& unit) { return unit.paragraph; };
  const auto is_stamped = [](const UnitFacts& unit) { return unit.stamp_repeats > 0; };
  since_paragraph_ = DistancesBefore(is_paragraph);
  until_paragraph_ = DistancesAfter(is_paragraph);
  since_stamp_ = DistancesBefore(is_stamped);
  until_stamp_ = DistancesAfter(is_stamped);
}

// The contiguous units with the largest sum of paragraph words less a charge for every other unit
// (the idea of Finn, Kushmerick and Smyth, "Fact or fiction", 2001, with lines for tokens).
void LineFeatureTable::FindMain() {
  constexpr double kCharge = 12.0;
  double sum = 0;
  double best = 0;
  size_t begin = 0;
  for (size_t i = 0; i < units_.size(); ++i) {
    const UnitFacts& unit = units_[i];
    sum += unit.paragraph ? unit.shape.words * (0.2 + unit.common_share) * 2 : -kCharge;
    if (sum <= 0) {
      sum = 0;
      begin = i + 1;
    } else if (sum > best) {
      best = sum;
      main_begin_ = begin;
      main_end_ = i + 1;
    }
  }
}

FeatureRow LineFeatureTable::Row(size_t i) const {
  FeatureRow row{};
  const OwnFeatureRow own = OwnRow(i);
  std::copy(own.begin(), own.end(), row.begin());
  size_t at = own.size();
  AddNeighbours(i, &row, &at);
  for (const size_t reach : {3, 8, 20}) AddWindow(i, reach, &row, &at);
  AddPlace(i, &row, &at);
  return row;
}

OwnFeatureRow LineFeatureTable::OwnRow(size_t i) const {
  OwnFeatureRow row{};
  size_t at = 0;
  const UnitFacts& unit = units_[i];
  const Shape& shape = unit.shape;
  const double words = std::max(shape.words, 1);
  const double code_points = std::max(shape.code_points, 1);
  Put(&row, &at, unit.words, shape.code_points, shape.sentence_ends, shape.sentence_ends * 10 / words,
      shape.ends_sentence, shape.ends_colon, shape.ends_cut, shape.starts_lower, shape.starts_mark, unit.capital_share,
      shape.all_capitals / words, unit.lower_share, shape.digits / code_points, unit.mark_share, shape.commas / words,
      shape.long_words, shape.letters / code_points, code_points / words, unit.paragraph, unit.common_share,
      unit.topic_share, unit.repeats, shape.copyright_signs, shape.at_signs, shape.quotes, shape.asks,
      shape.starts_digit, shape.bars, shape.cased, shape.slashes, shape.dashes, shape.colons, shape.cries,
      shape.numbers / words, shape.tail_words, shape.tail_words / words, shape.ends_bracket, shape.starts_bracket,
      unit.echo_share, unit.same_start, unit.glued, unit.same_end, unit.stamp_repeats, unit.numbered, unit.mould_near,
      unit.mould_repeats);
  return row;
}

void LineFeatureTable::AddNeighbours(size_t i, FeatureRow* row, size_t* at) const {
  static const UnitFacts kNoUnit;
  for (const int step : {-2, -1, 1, 2}) {
    const auto j = static_cast<int64_t>(i) + step;
    const bool inside = j >= 0 && j < static_cast<int64_t>(units_.size());
    const UnitFacts& unit = inside ? units_[static_cast<size_t>(j)] : kNoUnit;
    Put(row, at, unit.words, unit.lower_share, unit.mark_share, unit.common_share, unit.topic_share);
    Put(row, at, inside ? unit.shape.ends_sentence : -1);
    Put(row, at, unit.shape.digits * 1.0 / std::max(unit.shape.code_points, 1));
  }
}

void LineFeatureTable::AddWindow(size_t i, size_t reach, FeatureRow* row, size_t* at) const {
  const Sums& before = sums_[i >= reach ? i - reach : 0];
  const Sums& here = sums_[i];
  const Sums& next = sums_[i + 1];
  const Sums& after = sums_[std::min(i + 1 + reach, units_.size())];
  const double words = here.words - before.words + after.words - next.words;
  const double count = static_cast<double>(i - (i >= reach ? i - reach : 0)) +
                       static_cast<double>(std::min(i + 1 + reach, units_.size()) - i - 1);
  Put(row, at,
      Share(here.paragraph_words - before.paragraph_words + after.paragraph_words - next.paragraph_words, words));
  Put(row, at, Share(here.capped_words - before.capped_words + after.capped_words - next.capped_words, count));
  Put(row, at, Share(here.sentences - before.sentences + after.sentences - next.sentences, count));
}

void LineFeatureTable::AddPlace(size_t i, FeatureRow* row, size_t* at) const {
  const Sums& all = sums_.back();
  const auto index = static_cast<double>(i);
  const auto main_begin = static_cast<double>(main_begin_);
  const auto main_end = static_cast<double>(main_end_);
  const double outside = index < main_begin ? main_begin - index : std::max(index - main_end + 1, 0.0);
  Put(row, at, since_paragraph_[i], until_paragraph_[i], sums_[i].paragraph_words,
      all.paragraph_words - sums_[i + 1].paragraph_words, Share(sums_[i].words, all.words), index,
      static_cast<double>(units_.size()) - index, all.words, static_cast<double>(units_.size()),
      Share(all.paragraph_words, all.words), i >= main_begin_ && i < main_end_, outside,
      Share(index - main_begin, main_end - main_begin),
      Share(sums_[main_end_].words - sums_[main_begin_].words, all.words),
      Share(sums_[i].paragraph_words, all.paragraph_words), sums_[i].words,
      Share(all.sentences, static_cast<double>(units_.size())));
  const Sums& main = sums_[main_begin_];
  Put(row, at, since_stamp_[i], until_stamp_[i], sums_[i].stamps, all.stamps - sums_[i + 1].stamps, all.stamps,
      sums_[main_end_].stamps - main.stamps, Share(all.stamps, static_cast<double>(units_.size())));
}

}  // namespace polygist::ingest
