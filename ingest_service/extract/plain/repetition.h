// How much of a unit of a text stands elsewhere in that text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "ingest_service/extract/plain/pieces.h"
#include "ingest_service/extract/plain/run_table.h"

namespace polygist::ingest {

struct Repetition {
  float common_share = 0;  // Of its words: those that are among the commonest of the text's paragraphs.
  float topic_share = 0;   // Of its long other words: those that other paragraphs hold.
  float echo_share = 0;    // Of its runs of three words: those that other units hold.
  // Other units with the same words, the same first two, the same last two, and the same stamp ("2 hours ago").
  int repeats = 0;
  int same_start = 0;
  int same_end = 0;
  int stamp_repeats = 0;
};

class TextRepetition {
 public:
  explicit TextRepetition(const std::vector<Piece>& pieces);

  // `piece`: one of them that is body.
  Repetition Of(const Piece& piece) const;

  struct WordStats {
    int count = 0;              // In paragraphs.
    int paragraphs = 0;         // That hold it.
    size_t last_paragraph = 0;  // To count each paragraph once.
  };

 private:
  using Counts = absl::flat_hash_map<uint64_t, int>;  // By hash.

  // Looked up, never iterated over, but to find the commonest, which are sorted.
  absl::flat_hash_map<uint64_t, WordStats> words_;
  RunTable runs_;
  Counts lines_, starts_, ends_, stamps_;
  int common_count_ = 0;  // At least this often makes a word one of the commonest.
};

}  // namespace polygist::ingest
