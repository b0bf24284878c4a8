#include "ingest_service/extract/plain/repetition.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "common/text/characters.h"
#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

constexpr size_t kCommonWords = 30;
constexpr int kMinCommonCount = 3;
constexpr size_t kRunWords = 3;

using WordStats = TextRepetition::WordStats;
using WordTable = absl::flat_hash_map<uint64_t, WordStats>;

float Share(double part, double whole) { return whole > 0 ? static_cast<float>(part / whole) : 0.0F; }

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

int CountOf(const absl::flat_hash_map<uint64_t, int>& counts, uint64_t hash) {
  const auto found = counts.find(hash);
  return found == counts.end() ? 0 : found->second;
}

// See Piece::words.
bool IsLong(uint64_t word) { return (word & 1) != 0; }

void AddShares(const Piece& piece, const WordTable& table, int common_count, Repetition* found) {
  double common = 0;
  double long_words = 0;
  double topical = 0;
  const int own = IsParagraph(piece.shape) ? 1 : 0;
  for (const uint64_t word : piece.words) {
    const auto stats = table.find(word);
    if (stats != table.end() && stats->second.count >= common_count) {
      ++common;
    } else if (IsLong(word)) {
      ++long_words;
      topical += stats != table.end() && stats->second.paragraphs > own;
    }
  }
  found->common_share = Share(common, static_cast<double>(piece.words.size()));
  found->topic_share = Share(topical, long_words);
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

// Of UTF-8, whether a character that starts with `byte` may be a digit.
bool MayBeDigit(char byte) { return (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80; }

// What a short line says from its first digit on, numbers aside: the "2 hours ago" and "5 May 2019, 10:30" that stand
// over every comment and teaser of a page. 0 without a digit.
uint64_t HashStamp(const Piece& piece) {
  constexpr size_t kMaxStampedBytes = 200;
  const std::string_view line = piece.folded;
  if (line.size() > kMaxStampedBytes) return 0;
  uint64_t hash = 0;
  bool in_number = false;
  const auto first = std::find_if(line.begin(), line.end(), MayBeDigit);
  for (auto offset = static_cast<size_t>(first - line.begin()); offset < line.size();) {
    const char32_t c = text::NextCodePoint(line, &offset);
    const bool digit = text::IsDigit(c);
    if ((digit && in_number) || (!digit && hash == 0)) continue;
    in_number = digit;
    hash = (hash ^ (digit ? U'#' : c)) * 0x9E3779B97F4A7C15ULL + 1;
  }
  return hash;
}

uint64_t HashAll(const Piece& piece) { return HashRun(piece.words, 0, piece.words.size()); }

size_t WordsInAll(const std::vector<Piece>& pieces) {
  size_t words = 0;
  for (const Piece& piece : pieces) words += piece.IsBody() ? piece.words.size() : 0;
  return words;
}

}  // namespace

TextRepetition::TextRepetition(const std::vector<Piece>& pieces) : runs_(WordsInAll(pieces)) {
  words_.reserve(WordsInAll(pieces) / 2);
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody()) continue;
    CountWords(pieces[i], i, &words_);
    CountRuns(pieces[i], i, &runs_);
    ++lines_[HashAll(pieces[i])];
    ++starts_[HashStart(pieces[i])];
    ++ends_[HashEnd(pieces[i])];
    ++stamps_[HashStamp(pieces[i])];
  }
  common_count_ = CommonCount(words_);
}

Repetition TextRepetition::Of(const Piece& piece) const {
  Repetition found;
  AddShares(piece, words_, common_count_, &found);
  found.echo_share = EchoShare(piece, runs_);
  found.repeats = CountOf(lines_, HashAll(piece)) - 1;
  found.same_start = CountOf(starts_, HashStart(piece)) - 1;
  found.same_end = CountOf(ends_, HashEnd(piece)) - 1;
  const uint64_t stamp = HashStamp(piece);
  found.stamp_repeats = stamp == 0 ? 0 : CountOf(stamps_, stamp) - 1;
  return found;
}

}  // namespace polygist::ingest
