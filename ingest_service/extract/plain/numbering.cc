#include "ingest_service/extract/plain/numbering.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace polygist::ingest {
namespace {

constexpr size_t kMaxGap = 12;
constexpr int kMinRun = 3;
constexpr size_t kMaxOpenRuns = 4;  // The latest; texts of numbers only would cost the square of their length.
constexpr size_t kMaxDigits = 3;

struct Run {
  int last_number = 0;
  size_t last_unit = 0;
  int step = 0;  // 1 or -1; 0 while the run has one unit.
  int length = 1;
};

bool Continues(const Run& run, int number, size_t unit) {
  const int step = number - run.last_number;
  return unit - run.last_unit <= kMaxGap && std::abs(step) == 1 && (run.step == 0 || run.step == step);
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

std::vector<int> NumberedRuns(const std::vector<int>& numbers) {
  std::vector<Run> runs;
  std::vector<size_t> run_of(numbers.size(), SIZE_MAX);
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == kNoNumber) continue;
    size_t found = runs.size();
    for (size_t k = runs.size(); k-- > 0 && runs.size() - k <= kMaxOpenRuns && found == runs.size();) {
      if (Continues(runs[k], numbers[i], i)) found = k;
    }
    if (found == runs.size()) {
      runs.push_back({numbers[i], i});
    } else {
      Run& run = runs[found];
      run = {numbers[i], i, numbers[i] - run.last_number, run.length + 1};
    }
    run_of[i] = found;
  }
  std::vector<int> lengths(numbers.size(), 0);
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (run_of[i] != SIZE_MAX && runs[run_of[i]].length >= kMinRun) lengths[i] = runs[run_of[i]].length;
  }
  return lengths;
}

}  // namespace polygist::ingest
