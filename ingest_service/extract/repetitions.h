// Blocks that say again what stands before them: pages hold their article twice, for two widths of a screen, or once
// more as the text of their own description.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace polygist::ingest {

// Takes in the body's blocks in reading order.
class RepetitionFinder {
 public:
  // Whether the block repeats: running text equal to a block before it, or a long block of which four fifths stand in
  // several blocks before it. What repeats is not taken in, so that a third copy is compared with the first. Refrains,
  // items of lists and questions asked of several people stay: they are short, end no sentence, or vary.
  bool Repeats(std::string_view text, bool is_running);

 private:
  bool IsMadeOfEarlierBlocks(std::span<const uint64_t> shingles) const;

  std::unordered_set<std::string_view> running_;
  std::unordered_map<uint64_t, size_t> first_block_;  // By shingle: the block that had it first. Never iterated over.
  size_t blocks_ = 0;
};

}  // namespace polygist::ingest
