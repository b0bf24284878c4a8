#include "summary_service/lexicon/lexicon_format.h"

#include <bit>
#include <cstring>

namespace polygist::summary::lexicon_format {
namespace {

constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15;

uint64_t Mix(uint64_t lane, uint64_t word) { return std::rotl((lane ^ word) * kMultiplier, 29); }

template <typename Word>
uint64_t Load(const char* at) {
  Word word;
  std::memcpy(&word, at, sizeof(word));
  return word;
}

// Up to eight bytes, zeros behind them. Most words are short: copying as many bytes as there are takes a call.
uint64_t WordAt(std::string_view bytes, size_t at) {
  const char* begin = bytes.data() + at;
  const size_t count = bytes.size() - at;
  if (count >= 8) return Load<uint64_t>(begin);
  if (count >= 4) return Load<uint32_t>(begin) | Load<uint32_t>(begin + count - 4) << 8 * (count - 4);
  uint64_t word = 0;
  for (size_t i = 0; i < count; ++i) word |= uint64_t{static_cast<unsigned char>(begin[i])} << 8 * i;
  return word;
}

}  // namespace

uint64_t Checksum(std::string_view bytes) {
  uint64_t lanes[4] = {1, 2, 3, bytes.size()};
  size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    for (size_t lane = 0; lane < 4; ++lane) lanes[lane] = Mix(lanes[lane], WordAt(bytes, at + 8 * lane));
  }
  for (; at < bytes.size(); at += 8) lanes[0] = Mix(lanes[0], WordAt(bytes, at));
  uint64_t sum = 0;
  for (const uint64_t lane : lanes) sum = Mix(sum, lane);
  return sum;
}

}  // namespace polygist::summary::lexicon_format
