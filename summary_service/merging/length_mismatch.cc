#include "summary_service/merging/length_mismatch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace polygist::summary {
namespace {

// Spread of the length of a rendering, in units of the root of its length.
constexpr double kSpread = 1.5;
// Costs of rendering one sentence by two, and of leaving one out.
constexpr double kSplit = 2.5;
constexpr double kDropped = 6;

double Differ(double a, double b) { return std::abs(a - b) / (std::sqrt((a + b) / 2 + 1) * kSpread); }

}  // namespace

double LengthMismatch(std::span<const int> a, std::span<const int> b) {
  if (a.empty() && b.empty()) return 0;
  const double total_a = std::max(1, std::accumulate(a.begin(), a.end(), 0));
  const double scale = std::accumulate(b.begin(), b.end(), 0) / total_a;
  constexpr double kNever = std::numeric_limits<double>::infinity();
  // rows[i % 3][j]: the least cost of aligning the first i of a with the first j of b.
  std::array<std::vector<double>, 3> rows;
  rows.fill(std::vector<double>(b.size() + 1, kNever));
  for (size_t i = 0; i <= a.size(); ++i) {
    std::vector<double>& row = rows[i % 3];
    const std::vector<double>& above = rows[(i + 2) % 3];
    const std::vector<double>& above2 = rows[(i + 1) % 3];
    const double length = i >= 1 ? a[i - 1] * scale : 0;
    const double length2 = i >= 2 ? length + a[i - 2] * scale : 0;
    for (size_t j = 0; j <= b.size(); ++j) {
      double least = i == 0 && j == 0 ? 0 : kNever;
      if (i >= 1) least = std::min(least, above[j] + kDropped);
      if (j >= 1) least = std::min(least, row[j - 1] + kDropped);
      if (i >= 1 && j >= 1) least = std::min(least, above[j - 1] + Differ(length, b[j - 1]));
      if (i >= 2 && j >= 1) least = std::min(least, above2[j - 1] + kSplit + Differ(length2, b[j - 1]));
      if (i >= 1 && j >= 2) least = std::min(least, above[j - 2] + kSplit + Differ(length, b[j - 1] + b[j - 2]));
      row[j] = least;
    }
  }
  return rows[a.size() % 3][b.size()] / static_cast<double>(a.size() + b.size());
}

}  // namespace polygist::summary
