// Two sentences of a story that may say the same.
#pragma once

#include <cstdint>

namespace polygist::summary {

inline constexpr uint32_t kMostDecinats = 1023;

// In sixteen bytes, since a long story has a hundred thousand. One that was not scored yet has its sentences alone.
struct PairScore {
  int a = 0;  // Index into Story::sentences; a < b.
  int b = 0;
  float score = 0;                    // About 0 at even odds for unrelated sentences, towards 1 for renderings.
  uint32_t held_a_permille : 10 = 0;  // 0 to 1000: how much of a is in b, by evidence.
  uint32_t held_b_permille : 10 = 0;  // How much of b is in a.
  uint32_t number_decinats : 10 =
      0;  // Evidence of the numbers that both give, in tenths of nats; at most kMostDecinats.
  // Names are what they share, and the rest does not fit: two things told of one company.
  uint32_t names_alone : 1 = 0;
};

}  // namespace polygist::summary
