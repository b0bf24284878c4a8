#include "ingest_service/extract/plain/features.h"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "absl/container/flat_hash_map.h"
#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "ingest_service/extract/plain/numbering.h"
#include "ingest_service/extract/plain/run_table.h"

namespace polygist::ingest {
namespace {

constexpr int kNone = 1000;  // Distance when there is none.
// Share of words with capitals where the script has none: another thing than no capitals among words that could have
// them.
constexpr float kUnknown = -1.0F;
constexpr int kMaxWords = 40;  // Longer units count as this long in means.
constexpr size_t kCommonWords = 30;
constexpr int kMinCommonCount = 3;

float Share(double part, double whole) { return whole > 0 ? static_cast<float>(part / whole) : 0.0F; }

struct WordStats {
  int count = 0;              // In paragraphs.
  int paragraphs = 0;         // That hold it.
  size_t last_paragraph = 0;  // To count each paragraph once.
};

// Looked up, never iterated over, but to find the commonest, which are sorted.
using WordTable = absl::flat_hash_map<uint64_t, WordStats>;

constexpr size_t kRunWords = 3;

constexpr size_t kMouldReach = 4;  // Units on either side.
constexpr int kMaxMouldWords = 40;

uint64_t HashRun(const std::vector<uint64_t>& words, size_t begin, size_t count) {
  uint64_t hash = 0;
  for (size_t i = begin; i < begin + count; ++i) hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15ULL + (hash >> 29);
  return hash;
}

void CountWords(const Piece& piece, size_t index, WordTable* table) {
  if (!IsParagraph(piece.shape)) return;
  for (const uint64_t word : piece.words) {
    WordStats& stats = (*table)[word];
    if (stats.count == 0 || stats.last_paragraph != index) ++stats.paragraphs;
    ++stats.count;
    stats.last_paragraph = index;
  }
}

void CountRuns(const Piece& piece, size_t index, RunTable* table) {
  for (size_t i = 0; i + kRunWords <= piece.words.size(); ++i)
    table->Add(HashRun(piece.words, i, kRunWords), static_cast<uint32_t>(index));
}

// At least this often makes a word one of the commonest.
int CommonCount(const WordTable& table) {
  if (table.size() <= kCommonWords) return kMinCommonCount;
  std::vector<int> counts;
  counts.reserve(table.size());
  for (const auto& [word, stats] : table) counts.push_back(stats.count);
  std::nth_element(counts.begin(), counts.begin() + kCommonWords, counts.end(), std::greater<>());
  return std::max(kMinCommonCount, counts[kCommonWords]);
}

template <typename Table>
int CountOf(const Table& counts, uint64_t hash) {
  const auto found = counts.find(hash);
  return found == counts.end() ? 0 : found->second;
}

struct WordShares {
  float common = 0;
  float topic = 0;
};

// See Piece::words.
bool IsLong(uint64_t word) { return (word & 1) != 0; }

WordShares SharesOf(const Piece& piece, const WordTable& table, int common_count) {
  double common = 0;
  double long_words = 0;
  double topical = 0;
  const int own = IsParagraph(piece.shape) ? 1 : 0;
  for (const uint64_t word : piece.words) {
    const auto found = table.find(word);
    if (found != table.end() && found->second.count >= common_count) {
      ++common;
    } else if (IsLong(word)) {
      ++long_words;
      topical += found != table.end() && found->second.paragraphs > own;
    }
  }
  return {Share(common, static_cast<double>(piece.words.size())), Share(topical, long_words)};
}

float EchoShare(const Piece& piece, const RunTable& runs) {
  if (piece.words.size() < kRunWords) return 0;
  const size_t count = piece.words.size() + 1 - kRunWords;
  double echoed = 0;
  for (size_t i = 0; i < count; ++i) echoed += runs.InSeveral(HashRun(piece.words, i, kRunWords));
  return Share(echoed, static_cast<double>(count));
}

uint64_t HashStart(const Piece& piece) { return HashRun(piece.words, 0, std::min<size_t>(piece.words.size(), 2)); }

uint64_t HashEnd(const Piece& piece) {
  const size_t count = std::min<size_t>(piece.words.size(), 2);
  return HashRun(piece.words, piece.words.size() - count, count);
}

// What a short line says from its first digit on, numbers aside: the "2 hours ago" and "5 May 2019, 10:30" that stand
// over every comment and teaser of a page. 0 without a digit.
uint64_t HashStamp(const Piece& piece) {
  constexpr size_t kMaxStampedBytes = 200;
  const std::string_view line = piece.folded;
  if (line.size() > kMaxStampedBytes) return 0;
  uint64_t hash = 0;
  bool in_number = false;
  for (size_t offset = 0; offset < line.size();) {
    const char32_t c = text::NextCodePoint(line, &offset);
    const bool digit = text::IsDigit(c);
    if ((digit && in_number) || (!digit && hash == 0)) continue;
    in_number = digit;
    hash = (hash ^ (digit ? U'#' : c)) * 0x9E3779B97F4A7C15ULL + 1;
  }
  return hash;
}

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
  WordTable table;
  absl::flat_hash_map<uint64_t, int> lines;
  absl::flat_hash_map<uint64_t, int> starts;
  absl::flat_hash_map<uint64_t, int> ends;
  absl::flat_hash_map<uint64_t, int> stamps;
  size_t words_in_all = 0;
  for (const Piece& piece : pieces) words_in_all += piece.IsBody() ? piece.words.size() : 0;
  table.reserve(words_in_all / 2);
  RunTable runs(words_in_all);
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody()) continue;
    CountWords(pieces[i], i, &table);
    CountRuns(pieces[i], i, &runs);
    ++lines[HashRun(pieces[i].words, 0, pieces[i].words.size())];
    ++starts[HashStart(pieces[i])];
    ++ends[HashEnd(pieces[i])];
    ++stamps[HashStamp(pieces[i])];
  }
  const int common_count = CommonCount(table);
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (!piece.IsBody()) continue;
    const Shape& shape = piece.shape;
    const WordShares shares = SharesOf(piece, table, common_count);
    const double words = std::max(shape.words, 1);
    UnitFacts unit;
    unit.piece = i;
    unit.shape = shape;
    unit.words = static_cast<float>(shape.words);
    const bool caseless = shape.letters > 0 && !shape.cased;
    unit.lower_share = caseless ? kUnknown : Share(shape.lower_words, words);
    unit.capital_share = caseless ? kUnknown : Share(shape.capitalised, words);
    unit.mark_share = Share(shape.link_marks, words);
    unit.common_share = shares.common;
    unit.topic_share = shares.topic;
    unit.echo_share = EchoShare(piece, runs);
    unit.repeats = CountOf(lines, HashRun(piece.words, 0, piece.words.size())) - 1;
    unit.same_start = CountOf(starts, HashStart(piece)) - 1;
    unit.same_end = CountOf(ends, HashEnd(piece)) - 1;
    const uint64_t stamp = HashStamp(piece);
    unit.stamp_repeats = stamp == 0 ? 0 : CountOf(stamps, stamp) - 1;
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
  const std::vector<int> runs = NumberedRuns(numbers);
  for (size_t i = 0; i < units_.size(); ++i) {
    units_[i].numbered = runs[i];
    if (moulds[i] == 0) continue;
    units_[i].mould_repeats = CountOf(counts, moulds[i]) - 1;
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
