#include "ingest_service/identify/training/examples.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace polygist::ingest {
namespace {

// A piece of `words` of about `bytes`, from one word boundary to another.
std::string_view Piece(std::string_view words, size_t bytes, Random& random) {
  if (words.size() <= bytes + 8) return words;
  const size_t begin = words.find(' ', random() % (words.size() - bytes));
  const size_t end = words.find(' ', std::min(words.size() - 1, begin + bytes));
  if (begin == std::string_view::npos || end == std::string_view::npos || end <= begin + 4) return words;
  return words.substr(begin, end - begin + 1);
}

size_t LengthOf(Lengths lengths, Random& random) {
  constexpr double kShortest = 14, kLongest = 2000;
  if (lengths == Lengths::kSentences) return 14 + random() % 26 * (random() % 9);
  const double share = static_cast<double>(random()) / Random::max();
  return static_cast<size_t>(kShortest * std::pow(kLongest / kShortest, share));
}

struct Amounts {
  size_t running = 0;
  size_t listed = 0;
};

constexpr double kUsualSegments = 15'000;

Amounts WholeLists(const TrainingText& texts, int per_language) {
  constexpr double kLeast = 0.25, kMost = 1.6;
  constexpr double kListShare = 0.6;  // Of each list segment.
  const double amount = static_cast<double>(texts.running.size()) / kUsualSegments;
  const double running = texts.running.empty() ? 0 : per_language * std::clamp(std::sqrt(amount), kLeast, kMost);
  const double listed = static_cast<double>(texts.listed.size()) * kListShare * per_language / kUsualSegments;
  return {static_cast<size_t>(running), static_cast<size_t>(listed)};
}

Amounts Balanced(const TrainingText& texts, int per_language) {
  constexpr double kLeast = 0.3, kMost = 1;
  constexpr size_t kLittleRunning = 3000;
  const double segments = static_cast<double>(texts.running.size() + texts.listed.size());
  const double all = std::clamp(std::sqrt(segments / kUsualSegments), kLeast, kMost);
  double listed = texts.running.size() < kLittleRunning ? 0.5 : 0.3;
  if (texts.listed.empty()) listed = 0;
  if (texts.running.empty()) listed = 1;
  return {static_cast<size_t>(all * (1 - listed) * per_language), static_cast<size_t>(all * listed * per_language)};
}

Amounts AmountsOf(const TrainingText& texts, const ScheduleOptions& options) {
  switch (options.mixture) {
    case Mixture::kBalanced:
      return Balanced(texts, options.per_language);
    case Mixture::kWholeLists:
      return WholeLists(texts, options.per_language);
    case Mixture::kRunningAlike:
      return {texts.running.empty() ? 0 : static_cast<size_t>(options.per_language), 0};
  }
  return {};
}

}  // namespace

std::string MakeExample(const std::vector<std::string>& segments, const TrainingText* english, Lengths lengths,
                        Random& random) {
  const size_t bytes = LengthOf(lengths, random);
  std::string words;
  while (words.size() < bytes) words += Piece(segments[random() % segments.size()], bytes, random);
  if (english != nullptr && random() % 5 == 0) {
    words += Piece(english->running[random() % english->running.size()], 6, random);
  }
  return words;
}

std::vector<Lesson> MakeSchedule(const std::vector<std::string>& tags, const TextByTag& texts,
                                 const ScheduleOptions& options, Random& random) {
  std::vector<Lesson> schedule;
  for (size_t c = 0; c < tags.size(); ++c) {
    const Amounts amounts = AmountsOf(texts.at(tags[c]), options);
    schedule.insert(schedule.end(), amounts.running, Lesson{c, false});
    schedule.insert(schedule.end(), amounts.listed, Lesson{c, true});
  }
  for (size_t i = schedule.size(); i > 1; --i) std::swap(schedule[i - 1], schedule[random() % i]);
  return schedule;
}

}  // namespace polygist::ingest
