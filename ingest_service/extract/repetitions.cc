#include "ingest_service/extract/repetitions.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "ingest_service/extract/word_digests.h"

namespace polygist::ingest {
namespace {

constexpr size_t kShingleWords = 4;
constexpr size_t kMinShingles = 40;
constexpr double kMinCover = 0.8;
// At most this much may come from one block: a block much like one other block is a variation (terms
// of two offers), one made of several is a copy of them.
constexpr double kMaxFromOneBlock = 0.5;

std::vector<uint64_t> ShinglesOf(std::string_view text) {
  const std::vector<uint64_t> words = WordDigests(text, std::numeric_limits<size_t>::max());
  std::vector<uint64_t> shingles;
  for (size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    uint64_t digest = 0;
    for (size_t k = 0; k < kShingleWords; ++k) digest = (digest ^ words[i + k]) * 0x9E3779B97F4A7C15u;
    shingles.push_back(digest);
  }
  return shingles;
}

// How often the most frequent value comes.
size_t LongestRun(std::vector<size_t> values) {
  std::sort(values.begin(), values.end());
  size_t longest = 0;
  for (size_t begin = 0, i = 0; i < values.size(); ++i) {
    if (values[i] != values[begin]) begin = i;
    longest = std::max(longest, i - begin + 1);
  }
  return longest;
}

}  // namespace

bool RepetitionFinder::Repeats(std::string_view text, bool is_running) {
  if (is_running && !running_.insert(text).second) return true;
  const std::vector<uint64_t> shingles = ShinglesOf(text);
  if (shingles.size() >= kMinShingles && IsMadeOfEarlierBlocks(shingles)) return true;
  for (const uint64_t shingle : shingles) first_block_.try_emplace(shingle, blocks_);
  ++blocks_;
  return false;
}

bool RepetitionFinder::IsMadeOfEarlierBlocks(std::span<const uint64_t> shingles) const {
  std::vector<size_t> from;  // The block of each shingle that is known.
  for (const uint64_t shingle : shingles) {
    const auto found = first_block_.find(shingle);
    if (found != first_block_.end()) from.push_back(found->second);
  }
  if (static_cast<double>(from.size()) < kMinCover * static_cast<double>(shingles.size())) return false;
  return static_cast<double>(LongestRun(std::move(from))) <= kMaxFromOneBlock * static_cast<double>(shingles.size());
}

}  // namespace polygist::ingest
