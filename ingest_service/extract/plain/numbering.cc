#include "ingest_service/extract/plain/numbering.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace polygist::ingest {
namespace {

constexpr int kNumbers = 1000;
constexpr int kReach = 40;

// How many units before each, from the front (or from the back), count up to it by `step`.
std::vector<int> CountedBefore(const std::vector<int>& numbers, int step, bool from_front) {
  struct Place {
    int index = -kReach - 1;
    int length = 0;
  };
  std::array<Place, kNumbers + 2> last{};  // By number, one further at either end.
  const auto count = static_cast<int>(numbers.size());
  std::vector<int> lengths(numbers.size());
  for (int at = 0; at < count; ++at) {
    const auto i = static_cast<size_t>(from_front ? at : count - 1 - at);
    const int number = numbers[i];
    if (number < 0 || number >= kNumbers) continue;
    const Place& before = last[static_cast<size_t>(number + 1 - step)];
    lengths[i] = at - before.index <= kReach ? before.length : 0;
    last[static_cast<size_t>(number + 1)] = {at, lengths[i] + 1};
  }
  return lengths;
}

}  // namespace

std::vector<int> LengthsOfNumbering(const std::vector<int>& numbers) {
  std::vector<int> longest(numbers.size());
  for (const int step : {1, -1}) {
    const std::vector<int> before = CountedBefore(numbers, step, true);
    const std::vector<int> after = CountedBefore(numbers, -step, false);
    for (size_t i = 0; i < numbers.size(); ++i) {
      if (numbers[i] >= 0) longest[i] = std::max(longest[i], before[i] + 1 + after[i]);
    }
  }
  return longest;
}

}  // namespace polygist::ingest
