#include "summary_service/scoring/support.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace polygist::summary {
namespace {

constexpr double kEvenOdds = 500, kSure = 800;

// How surely a text says what a sentence says.
struct Sureness {
  int32_t n = 0;
  int32_t text = 0;
  double sure = 0;
};

}  // namespace

std::vector<double> MeasureSupport(std::span<const int32_t> texts, std::span<const SentenceLink> links) {
  std::vector<Sureness> all;
  all.reserve(2 * links.size());
  for (const SentenceLink& link : links) {
    if (texts[link.a] == texts[link.b]) continue;
    const double sure = std::clamp((link.strength_permille - kEvenOdds) / (kSure - kEvenOdds), 0.0, 1.0);
    all.push_back({link.a, texts[link.b], sure});
    all.push_back({link.b, texts[link.a], sure});
  }
  // The surest of each text.
  std::ranges::sort(all, {}, [](const Sureness& one) { return std::tuple(one.n, one.text, -one.sure); });
  const auto others = std::ranges::unique(all, {}, [](const Sureness& one) { return std::pair(one.n, one.text); });
  all.erase(others.begin(), others.end());
  std::vector<double> support(texts.size());
  for (const Sureness& one : all) support[one.n] += one.sure;
  for (double& one : support) one = std::log1p(one) / std::log(10.0);
  return support;
}

}  // namespace polygist::summary
