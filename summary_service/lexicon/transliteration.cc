#include "summary_service/lexicon/transliteration.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "common/base/strings.h"
#include "transliterations_data.h"

namespace polygist::summary {
namespace {

constexpr size_t kShortestName = 3, kLongestName = 40;
// What is lost at most for letters before a name and behind it. Without, 1 of 100 links of translated sentences is
// lost.
constexpr float kParticle = -2, kEnding = -4;
// In the data's unit. What was never seen happens.
constexpr double kUnseen = 0.3;

// How often a letter of romanisation and one of Latin spelling stand for each other, by both; either may be kNoLetter.
using Shares = LetterTable<double>;

size_t LetterOf(char c) { return c == '-' ? kNoLetter : static_cast<size_t>(c - 'a'); }

class Transliterations {
 public:
  static const Transliterations& Get() {
    static const Transliterations* const all = new Transliterations;
    return *all;
  }

  // Of a script without a table those of all.
  const Shares& Of(int script) const {
    const auto found = of_script_.find(script);
    return found == of_script_.end() ? common_ : found->second;
  }

 private:
  // Lines are: script, romanised letter, then "letter:share" for each letter it stands for.
  Transliterations() {
    for (const absl::string_view line : absl::StrSplit(ToAbsl(data::kTransliterations), '\n')) {
      const std::vector<absl::string_view> fields = absl::StrSplit(line, absl::ByAnyChar("\t "), absl::SkipEmpty());
      if (fields.size() < 3 || fields[0] == "#") continue;
      const int script = u_getPropertyValueEnum(UCHAR_SCRIPT, std::string(fields[0]).c_str());
      const auto [place, is_new] = of_script_.try_emplace(script);
      if (is_new) Fill(kUnseen, &place->second);
      auto& shares = place->second[LetterOf(fields[1][0])];
      for (size_t i = 2; i < fields.size(); ++i) {
        double share = 0;
        if (absl::SimpleAtod(fields[i].substr(2), &share)) shares[LetterOf(fields[i][0])] = share;
      }
    }
    Fill(0, &common_);
    for (const auto& [script, shares] : of_script_) {
      for (size_t a = 0; a <= kLetters; ++a) {
        for (size_t b = 0; b <= kLetters; ++b) common_[a][b] += shares[a][b];
      }
    }
  }

  static void Fill(double share, Shares* shares) {
    for (auto& row : *shares) row.fill(share);
    shares->back().back() = 0;
  }

  absl::flat_hash_map<int, Shares> of_script_;
  Shares common_;
};

// The same for two scripts that are not Latin, by way of the Latin letter that both stand for.
Shares Join(const Shares& a, const Shares& b) {
  Shares joint{};
  std::array<double, kLetters> of_a{}, of_b{};
  double all_a = 0, all_b = 0;
  for (size_t z = 0; z < kLetters; ++z) {
    for (size_t x = 0; x <= kLetters; ++x) {
      of_a[z] += a[x][z];
      of_b[z] += b[x][z];
    }
    all_a += of_a[z];
    all_b += of_b[z];
  }
  for (size_t x = 0; x <= kLetters; ++x) {
    for (size_t y = 0; y <= kLetters; ++y) {
      for (size_t z = 0; z < kLetters; ++z) {
        joint[x][y] += a[x][z] / of_a[z] * b[y][z] / of_b[z] * (of_a[z] + of_b[z]) / (all_a + all_b);
      }
    }
  }
  joint[kNoLetter][kNoLetter] = 0;
  for (size_t x = 0; x < kLetters; ++x) {
    joint[x][kNoLetter] += a[x][kNoLetter] / all_a;
    joint[kNoLetter][x] += b[x][kNoLetter] / all_b;
  }
  return joint;
}

Shares Turned(const Shares& shares) {
  Shares turned;
  for (size_t x = 0; x <= kLetters; ++x) {
    for (size_t y = 0; y <= kLetters; ++y) turned[x][y] = shares[y][x];
  }
  return turned;
}

void SortUnique(std::vector<uint32_t>* numbers) {
  std::sort(numbers->begin(), numbers->end());
  numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
}

// Kinds of consonants that transliterations mix up. 0: the edge of the word, and letters that come and go.
enum Kind : uint32_t { kEdge, kLip, kThroat, kTooth, kHiss, kLiquid, kM, kN, kKinds };

// The kinds a letter may be of, one bit each; the lowest bit says that it may be of none.
uint32_t KindsOf(char c) {
  switch (c) {
    case 'b':
    case 'p':
    case 'f':
    case 'v':
      return 1 << kLip;
    case 'w':
      return 1 << kLip | 1;
    case 'k':
    case 'g':
    case 'q':
      return 1 << kThroat;
    case 'c':
    case 'x':
      return 1 << kThroat | 1 << kHiss;
    case 'd':
    case 't':
      return 1 << kTooth;
    case 's':
    case 'z':
      return 1 << kHiss;
    case 'j':
      return 1 << kHiss | 1;
    case 'l':
    case 'r':
      return 1 << kLiquid;
    case 'm':
      return 1 << kM;
    case 'n':
      return 1 << kN;
    default:
      return 1;
  }
}

}  // namespace

LetterScores ScoresOf(const LetterTable<double>& joint) {
  std::array<double, kLetters + 1> of_a{}, of_b{};
  double all = 0, all_a = 0, all_b = 0;
  for (size_t x = 0; x <= kLetters; ++x) {
    for (size_t y = 0; y <= kLetters; ++y) {
      all += joint[x][y];
      of_a[x] += joint[x][y];
      of_b[y] += joint[x][y];
      if (x != kNoLetter) all_a += joint[x][y];
      if (y != kNoLetter) all_b += joint[x][y];
    }
  }
  LetterScores scores{};
  for (size_t x = 0; x <= kLetters; ++x) {
    for (size_t y = 0; y <= kLetters; ++y) {
      const double by_chance = (x == kNoLetter ? 1 : of_a[x] / all_a) * (y == kNoLetter ? 1 : of_b[y] / all_b);
      if (x != kNoLetter || y != kNoLetter) scores[x][y] = static_cast<float>(std::log(joint[x][y] / all / by_chance));
    }
  }
  return scores;
}

LetterScores LetterScoresOf(int script_a, int script_b) {
  const Transliterations& all = Transliterations::Get();
  if (script_b == USCRIPT_LATIN) return ScoresOf(all.Of(script_a));
  if (script_a == USCRIPT_LATIN) return ScoresOf(Turned(all.Of(script_b)));
  return ScoresOf(Join(all.Of(script_a), all.Of(script_b)));
}

bool IsRomanisedName(std::string_view latin) {
  return latin.size() >= kShortestName && latin.size() <= kLongestName &&
         std::all_of(latin.begin(), latin.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

double TransliterationScore(std::string_view a, std::string_view b, const LetterScores& scores) {
  std::array<float, kLongestName + 1> best;  // By letters of b used; for the letters of a so far.
  best[0] = 0;
  for (size_t j = 0; j < b.size(); ++j) {
    best[j + 1] = std::max(best[j] + scores[kNoLetter][static_cast<size_t>(b[j] - 'a')], kParticle);
  }
  float before_ending = best[b.size()];  // Of all of one word and part of the other.
  for (const char x : a) {
    const auto& row = scores[static_cast<size_t>(x - 'a')];
    float corner = best[0];
    best[0] = std::max(best[0] + row[kNoLetter], kParticle);
    for (size_t j = 0; j < b.size(); ++j) {
      const auto y = static_cast<size_t>(b[j] - 'a');
      const float met = corner + row[y];
      corner = best[j + 1];
      best[j + 1] = std::max({met, corner + row[kNoLetter], best[j] + scores[kNoLetter][y]});
    }
    before_ending = std::max(before_ending, best[b.size()]);
  }
  before_ending = std::max(before_ending, *std::max_element(best.begin(), best.begin() + b.size()));
  return std::max(best[b.size()], before_ending + kEnding);
}

std::vector<uint32_t> ConsonantTriples(std::string_view latin) {
  std::vector<uint32_t> triples;
  // The kinds that the last two consonants may be of, the later one in the lower digit.
  std::vector<uint32_t> before = {kEdge};
  const auto meet = [&](uint32_t kind, std::vector<uint32_t>* after) {
    for (const uint32_t two : before) {
      if (two != kEdge) triples.push_back(two * kKinds + kind);
      after->push_back(two % kKinds * kKinds + kind);
    }
  };
  for (const char c : latin) {
    const uint32_t kinds = KindsOf(c);
    std::vector<uint32_t> after;
    if ((kinds & 1) != 0) after = before;
    for (uint32_t kind = 1; kind < kKinds; ++kind) {
      if ((kinds >> kind & 1) != 0) meet(kind, &after);
    }
    SortUnique(&after);
    before = std::move(after);
  }
  std::vector<uint32_t> ends;
  meet(kEdge, &ends);
  SortUnique(&triples);
  return triples;
}

}  // namespace polygist::summary
