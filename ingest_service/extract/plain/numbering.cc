#include "ingest_service/extract/plain/numbering.h"

#include <cstddef>
#include <cstdlib>
#include <utility>

namespace polygist::ingest {
namespace {

constexpr size_t kMaxGap = 12;
constexpr size_t kMinRun = 3;
constexpr size_t kMaxOpenRuns = 4;  // The latest; texts of numbers only would cost the square of their length.
constexpr size_t kMaxDigits = 3;

struct Run {
  int last_number = 0;
  std::vector<size_t> units;
  int step = 0;  // 1 or -1; 0 while the run has one unit.
};

bool Continues(const Run& run, int number, size_t unit) {
  const int step = number - run.last_number;
  return unit - run.units.back() <= kMaxGap && std::abs(step) == 1 && (run.step == 0 || run.step == step);
}

}  // namespace

int LeadingNumber(std::string_view folded) {
  int number = 0;
  size_t digits = 0;
  while (digits < folded.size() && folded[digits] >= '0' && folded[digits] <= '9') {
    if (digits == kMaxDigits) return kNoNumber;
    number = number * 10 + (folded[digits++] - '0');
  }
  return digits > 0 ? number : kNoNumber;
}

std::vector<std::vector<size_t>> NumberedRuns(const std::vector<int>& numbers) {
  std::vector<Run> runs;
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == kNoNumber) continue;
    size_t found = runs.size();
    for (size_t k = runs.size(); k-- > 0 && runs.size() - k <= kMaxOpenRuns && found == runs.size();) {
      if (Continues(runs[k], numbers[i], i)) found = k;
    }
    if (found == runs.size()) runs.emplace_back();
    Run& run = runs[found];
    run.step = run.units.empty() ? 0 : numbers[i] - run.last_number;
    run.last_number = numbers[i];
    run.units.push_back(i);
  }
  std::vector<std::vector<size_t>> units;
  for (Run& run : runs) {
    if (run.units.size() >= kMinRun) units.push_back(std::move(run.units));
  }
  return units;
}

}  // namespace polygist::ingest
