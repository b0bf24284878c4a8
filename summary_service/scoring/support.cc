#include "summary_service/scoring/support.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace polygist::summary {
namespace {

constexpr double kEvenOdds = 500, kSure = 800;

}  // namespace

std::vector<double> MeasureSupport(std::span<const int32_t> texts, std::span<const SentenceLink> links) {
  std::map<std::pair<int, int32_t>, double> sureness;  // By n and the other's text.
  for (const SentenceLink& link : links) {
    if (texts[link.a] == texts[link.b]) continue;
    const double sure = std::clamp((link.strength_permille - kEvenOdds) / (kSure - kEvenOdds), 0.0, 1.0);
    for (const auto& [n, other] : {std::pair(link.a, link.b), std::pair(link.b, link.a)}) {
      double& surest = sureness[{n, texts[other]}];
      surest = std::max(surest, sure);
    }
  }
  std::vector<double> support(texts.size());
  for (const auto& [place, sure] : sureness) support[place.first] += sure;
  for (double& one : support) one = std::log1p(one) / std::log(10.0);
  return support;
}

}  // namespace polygist::summary
