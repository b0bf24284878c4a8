#include "ingest_service/extract/plain/features.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <unordered_map>

namespace polygist::ingest {
namespace {

constexpr int kNoParagraph = 1000;  // Distance when there is none.
constexpr int kMaxWords = 40;       // Longer units count as this long in means.
constexpr size_t kCommonWords = 30;
constexpr int kMinCommonCount = 3;
constexpr size_t kMinTopicBytes = 4;  // Shorter words say little about the topic.

float Share(double part, double whole) {
  return whole > 0 ? static_cast<float>(part / whole) : 0.0F;
}

uint64_t HashWord(std::string_view word) {
  uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char byte : word) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  return hash;
}

template <typename Visit>
void ForEachWord(std::string_view folded, Visit visit) {
  while (!folded.empty()) {
    const size_t end = std::min(folded.find(' '), folded.size());
    visit(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
}

// How often each word comes. Looked up, never iterated over, but to find the commonest, which are
// sorted.
struct WordCounts {
  std::unordered_map<uint64_t, int> count;              // In the whole text.
  std::unordered_map<uint64_t, int> paragraphs;         // Paragraphs that hold it.
  std::unordered_map<uint64_t, size_t> last_paragraph;  // To count each paragraph once.
  int common_count = kMinCommonCount;                   // At least this often makes a word common.
};

void CountWords(const Piece& piece, size_t index, WordCounts* counts) {
  const bool paragraph = IsParagraph(piece.shape);
  ForEachWord(piece.folded, [&](std::string_view word) {
    const uint64_t hash = HashWord(word);
    if (!paragraph) return;
    ++counts->count[hash];
    const auto [last, fresh] = counts->last_paragraph.try_emplace(hash, index);
    if (fresh || last->second != index) ++counts->paragraphs[hash];
    last->second = index;
  });
}

void FindCommonCount(WordCounts* counts) {
  std::vector<int> values;
  values.reserve(counts->count.size());
  for (const auto& [hash, count] : counts->count) values.push_back(count);
  if (values.size() > kCommonWords) {
    std::nth_element(values.begin(), values.begin() + kCommonWords, values.end(), std::greater<>());
    counts->common_count = std::max(kMinCommonCount, values[kCommonWords]);
  }
}

int CountOf(const std::unordered_map<uint64_t, int>& counts, uint64_t hash) {
  const auto found = counts.find(hash);
  return found == counts.end() ? 0 : found->second;
}

struct WordShares {
  float common = 0;
  float topic = 0;
  float title = 0;
};

WordShares SharesOf(const Piece& piece, const WordCounts& counts,
                    const std::vector<uint64_t>& title_words) {
  double words = 0;
  double common = 0;
  double long_words = 0;
  double topical = 0;
  double in_title = 0;
  const int own = IsParagraph(piece.shape) ? 1 : 0;
  ForEachWord(piece.folded, [&](std::string_view word) {
    const uint64_t hash = HashWord(word);
    ++words;
    in_title += std::binary_search(title_words.begin(), title_words.end(), hash);
    if (CountOf(counts.count, hash) >= counts.common_count) {
      ++common;
    } else if (word.size() >= kMinTopicBytes) {
      ++long_words;
      topical += CountOf(counts.paragraphs, hash) > own;
    }
  });
  return {Share(common, words), Share(topical, long_words), Share(in_title, words)};
}

std::vector<uint64_t> SortedHashes(std::string_view folded) {
  std::vector<uint64_t> hashes;
  ForEachWord(folded, [&](std::string_view word) { hashes.push_back(HashWord(word)); });
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

template <typename... Values>
void Put(FeatureRow* row, size_t* at, Values... values) {
  (((*row)[(*at)++] = static_cast<float>(values)), ...);
}

}  // namespace

LineFeatureTable::LineFeatureTable(const std::vector<Piece>& pieces, std::string_view title) {
  CollectFacts(pieces, title);
  SumUp();
  FindMain();
}

void LineFeatureTable::CollectFacts(const std::vector<Piece>& pieces, std::string_view title) {
  WordCounts counts;
  std::unordered_map<uint64_t, int> lines;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody()) continue;
    CountWords(pieces[i], i, &counts);
    ++lines[HashWord(pieces[i].folded)];
  }
  FindCommonCount(&counts);
  const std::vector<uint64_t> title_words = SortedHashes(title);
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody()) continue;
    const Shape& shape = pieces[i].shape;
    const WordShares shares = SharesOf(pieces[i], counts, title_words);
    const double words = std::max(shape.words, 1);
    units_.push_back({i, shape, static_cast<float>(shape.words), Share(shape.lower_words, words),
                      Share(shape.capitalised, words), Share(shape.link_marks, words),
                      shares.common, shares.topic, shares.title,
                      CountOf(lines, HashWord(pieces[i].folded)) - 1, IsParagraph(shape)});
  }
}

void LineFeatureTable::SumUp() {
  sums_.resize(units_.size() + 1);
  since_paragraph_.resize(units_.size());
  until_paragraph_.resize(units_.size());
  int since = kNoParagraph;
  for (size_t i = 0; i < units_.size(); ++i) {
    const UnitFacts& unit = units_[i];
    sums_[i + 1] = {sums_[i].words + unit.shape.words,
                    sums_[i].paragraph_words + (unit.paragraph ? unit.shape.words : 0),
                    sums_[i].sentences + unit.shape.ends_sentence,
                    sums_[i].capped_words + std::min(unit.shape.words, kMaxWords)};
    since_paragraph_[i] = since;
    since = unit.paragraph ? 1 : std::min(since + 1, kNoParagraph);
  }
  int until = kNoParagraph;
  for (size_t i = units_.size(); i-- > 0;) {
    until_paragraph_[i] = until;
    until = units_[i].paragraph ? 1 : std::min(until + 1, kNoParagraph);
  }
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
  size_t at = 0;
  AddOwn(i, &row, &at);
  AddNeighbours(i, &row, &at);
  for (const size_t reach : {3, 8, 20}) AddWindow(i, reach, &row, &at);
  AddPlace(i, &row, &at);
  return row;
}

void LineFeatureTable::AddOwn(size_t i, FeatureRow* row, size_t* at) const {
  const UnitFacts& unit = units_[i];
  const Shape& shape = unit.shape;
  const double words = std::max(shape.words, 1);
  const double code_points = std::max(shape.code_points, 1);
  Put(row, at, unit.words, shape.code_points, shape.sentence_ends, shape.sentence_ends * 10 / words,
      shape.ends_sentence, shape.ends_colon, shape.ends_cut, shape.starts_lower, shape.starts_mark,
      unit.capital_share, shape.all_capitals / words, unit.lower_share, shape.digits / code_points,
      unit.mark_share, shape.commas / words, shape.long_words, shape.letters / code_points,
      code_points / words, unit.paragraph, unit.common_share, unit.topic_share, unit.repeats,
      unit.title_share, shape.copyright_signs, shape.at_signs, shape.quotes, shape.asks,
      shape.starts_digit, shape.bars, shape.cased);
}

void LineFeatureTable::AddNeighbours(size_t i, FeatureRow* row, size_t* at) const {
  static const UnitFacts kNone;
  for (const int step : {-2, -1, 1, 2}) {
    const auto j = static_cast<int64_t>(i) + step;
    const bool inside = j >= 0 && j < static_cast<int64_t>(units_.size());
    const UnitFacts& unit = inside ? units_[static_cast<size_t>(j)] : kNone;
    Put(row, at, unit.words, unit.lower_share, unit.mark_share, unit.common_share,
        unit.topic_share);
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
      Share(here.paragraph_words - before.paragraph_words + after.paragraph_words -
                next.paragraph_words,
            words));
  Put(row, at,
      Share(here.capped_words - before.capped_words + after.capped_words - next.capped_words,
            count));
  Put(row, at, Share(here.sentences - before.sentences + after.sentences - next.sentences, count));
}

void LineFeatureTable::AddPlace(size_t i, FeatureRow* row, size_t* at) const {
  const Sums& all = sums_.back();
  const auto index = static_cast<double>(i);
  const auto main_begin = static_cast<double>(main_begin_);
  const auto main_end = static_cast<double>(main_end_);
  const double outside =
      index < main_begin ? main_begin - index : std::max(index - main_end + 1, 0.0);
  Put(row, at, since_paragraph_[i], until_paragraph_[i], sums_[i].paragraph_words,
      all.paragraph_words - sums_[i + 1].paragraph_words, Share(sums_[i].words, all.words), index,
      static_cast<double>(units_.size()) - index, all.words, static_cast<double>(units_.size()),
      Share(all.paragraph_words, all.words), i >= main_begin_ && i < main_end_, outside,
      Share(index - main_begin, main_end - main_begin),
      Share(sums_[main_end_].words - sums_[main_begin_].words, all.words),
      Share(sums_[i].paragraph_words, all.paragraph_words), sums_[i].words,
      Share(all.sentences, static_cast<double>(units_.size())));
}

}  // namespace polygist::ingest
