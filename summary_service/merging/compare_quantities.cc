#include "summary_service/merging/compare_quantities.h"

#include <algorithm>
#include <cmath>

namespace polygist::summary {
namespace {

constexpr double kAboutTolerance = 0.1;
// How far above "at least" a value may lie, or below "at most", to be about the same.
constexpr double kBoundTolerance = 0.25;
constexpr double kRounding = 0.03;
// Miles told as kilometres are rounded twice, and feet come with inches: closer values say nothing.
constexpr double kConversion = 0.1;

bool IsOpen(Exactness exactness) { return exactness == Exactness::kAtLeast || exactness == Exactness::kAtMost; }

bool IsInterval(const Quantity& q) { return q.exactness == Exactness::kRange || q.exactness == Exactness::kVague; }

// Digits before the trailing zeros: 2 for 1500.
int SignificantDigits(double value) {
  if (value != std::floor(value) || value < 1) return 9;
  int digits = 0;
  bool significant = false;
  for (; value >= 1; value = std::floor(value / 10)) {
    significant = significant || std::fmod(value, 10) != 0;
    digits += significant;
  }
  return digits;
}

bool IsRoundingOf(double rounded, double exact) {
  return std::abs(rounded - exact) <= kRounding * exact && SignificantDigits(rounded) < SignificantDigits(exact);
}

std::optional<DisagreementKind> CompareWithInterval(const Quantity& interval, const Quantity& point) {
  // "25 to 40" and "40": the end of a range whose beginning is written in a way that is not read.
  if (point.value == interval.value || point.value == interval.high) return std::nullopt;
  if (point.value >= interval.value && point.value <= interval.high) {
    return interval.exactness == Exactness::kRange ? DisagreementKind::kRange : DisagreementKind::kApproximate;
  }
  const bool far = interval.exactness == Exactness::kVague || point.exactness != Exactness::kExact;
  return far ? std::nullopt : std::optional(DisagreementKind::kDisagree);
}

// "At least 112" and "130": an estimate that the other value fits. "More than 100" and "250" do not contradict each
// other, nor do they say the same.
std::optional<DisagreementKind> CompareWithBound(const Quantity& a, const Quantity& b) {
  const Quantity& lower = a.value < b.value ? a : b;
  const Quantity& higher = a.value < b.value ? b : a;
  if (RatioOf(a.value, b.value) > 1 + kBoundTolerance || a.factor != b.factor) return std::nullopt;
  const bool fits = lower.exactness == Exactness::kAtLeast || higher.exactness == Exactness::kAtMost;
  return fits ? DisagreementKind::kApproximate : DisagreementKind::kDisagree;
}

}  // namespace

std::string_view NameOf(DisagreementKind kind) {
  switch (kind) {
    case DisagreementKind::kDisagree:
      return "DISAGREE";
    case DisagreementKind::kApproximate:
      return "APPROXIMATE";
    case DisagreementKind::kPartOf:
      return "PART_OF";
    case DisagreementKind::kLaterRevision:
      return "LATER_REVISION";
    case DisagreementKind::kRange:
      return "RANGE";
  }
  return "";
}

bool SameMeasure(const Quantity& a, const Quantity& b) { return a.kind == b.kind && a.unit == b.unit; }

double RatioOf(double a, double b) { return std::min(a, b) <= 0 ? INFINITY : std::max(a, b) / std::min(a, b); }

std::optional<DisagreementKind> CompareQuantities(const Quantity& a, const Quantity& b) {
  if (IsInterval(a) && IsInterval(b)) return std::nullopt;
  if (IsInterval(a)) return CompareWithInterval(a, b);
  if (IsInterval(b)) return CompareWithInterval(b, a);
  if (a.value == b.value) return std::nullopt;
  if (a.factor != b.factor && RatioOf(a.value, b.value) <= 1 + kConversion) return std::nullopt;
  if (a.whole == b.value || b.whole == a.value) return DisagreementKind::kPartOf;
  if (a.whole > 0 || b.whole > 0) return std::nullopt;
  const bool hedged = a.exactness != Exactness::kExact || b.exactness != Exactness::kExact;
  if (hedged && RatioOf(a.value, b.value) <= 1 + kAboutTolerance) return DisagreementKind::kApproximate;
  if (IsRoundingOf(a.value, b.value) || IsRoundingOf(b.value, a.value)) return DisagreementKind::kApproximate;
  if (IsOpen(a.exactness) || IsOpen(b.exactness)) return CompareWithBound(a, b);
  return DisagreementKind::kDisagree;
}

}  // namespace polygist::summary
