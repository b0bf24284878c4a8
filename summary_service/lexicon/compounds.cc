#include "summary_service/lexicon/compounds.h"

#include <algorithm>
#include <cstdlib>

#include "common/text/utf8.h"
#include "summary_service/lexicon/lexicon_format.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

// The head of a compound says more than what stands before it.
constexpr float kHeadShare = 0.7f;
constexpr float kModifierShare = 0.55f;
constexpr float kPairShare = 0.6f;
constexpr float kCharacterShare = 0.5f;
constexpr size_t kShortestPart = 4;  // Letters.
constexpr float kBeginningShare = 0.7f;
constexpr size_t kShortestBeginning = 5;  // Letters.
constexpr size_t kShortestSyllables = 2;
constexpr size_t kShortestCompound = 8;  // Letters.
constexpr std::string_view kLinks[] = {"", "s", "es", "n", "en", "e"};

// Offsets of the code points of `text`, and its end.
std::vector<size_t> Boundaries(std::string_view text) {
  std::vector<size_t> boundaries;
  for (size_t offset = 0; offset < text.size();) {
    boundaries.push_back(offset);
    text::NextCodePoint(text, &offset);
  }
  boundaries.push_back(text.size());
  return boundaries;
}

// Written in characters that are syllables: two of them say as much as five letters.
bool IsHangul(std::string_view text) {
  size_t offset = 0;
  const char32_t first = text.empty() ? 0 : text::NextCodePoint(text, &offset);
  return first >= 0xAC00 && first <= 0xD7A3;
}

}  // namespace

CompoundSplitter::CompoundSplitter(const Lexicon* lexicon, std::string_view language) : language_(language) {
  if (lexicon != nullptr && language != "en") english_.emplace(*lexicon, language, std::vector<std::string>{"en"});
}

bool CompoundSplitter::Knows(std::string_view folded) const {
  return english_->HasKey(folded) || english_->HasKey(lexicon_format::kStemMark + StemOf(folded, language_));
}

std::vector<WordPart> CompoundSplitter::PartsOf(std::string_view folded, bool ideographic) const {
  if (!english_) return {};
  if (ideographic) return Characters(folded);
  std::vector<WordPart> halves = Halves(folded);
  return halves.empty() ? Beginning(folded) : halves;
}

std::vector<WordPart> CompoundSplitter::Halves(std::string_view folded) const {
  const std::vector<size_t> at = Boundaries(folded);
  const size_t letters = at.size() - 1;
  std::vector<WordPart> best;
  size_t best_unevenness = letters;
  if (letters < kShortestCompound) return best;
  for (size_t cut = kShortestPart; cut + kShortestPart <= letters; ++cut) {
    const size_t unevenness = cut * 2 > letters ? cut * 2 - letters : letters - cut * 2;
    if (unevenness >= best_unevenness) continue;
    const std::string_view head = folded.substr(at[cut]);
    if (!Knows(head)) continue;
    for (const std::string_view link : kLinks) {
      const std::string_view modifier = folded.substr(0, at[cut]);
      if (!modifier.ends_with(link) || modifier.size() < kShortestPart + link.size()) continue;
      const std::string_view bare = modifier.substr(0, modifier.size() - link.size());
      if (!Knows(bare)) continue;
      best = {{std::string(bare), kModifierShare}, {std::string(head), kHeadShare}};
      best_unevenness = unevenness;
      break;
    }
  }
  return best;
}

std::vector<WordPart> CompoundSplitter::Beginning(std::string_view folded) const {
  const std::vector<size_t> at = Boundaries(folded);
  const size_t letters = at.size() - 1;
  // Half of the syllables, two thirds of the letters: shorter beginnings are other words.
  const size_t least = IsHangul(folded) ? std::max(kShortestSyllables, (letters + 1) / 2)
                                        : std::max(kShortestBeginning, (2 * letters + 2) / 3);
  for (size_t cut = letters - std::min<size_t>(letters, 1); cut >= least; --cut) {
    const std::string_view beginning = folded.substr(0, at[cut]);
    if (Knows(beginning)) return {{std::string(beginning), kBeginningShare}};
  }
  return {};
}

std::vector<WordPart> CompoundSplitter::Characters(std::string_view folded) const {
  const std::vector<size_t> at = Boundaries(folded);
  const size_t count = at.size() - 1;
  std::vector<WordPart> parts;
  for (size_t i = 0; i < count;) {
    const std::string_view pair = i + 2 <= count && count > 2 ? folded.substr(at[i], at[i + 2] - at[i]) : "";
    if (!pair.empty() && Knows(pair)) {
      parts.push_back({std::string(pair), kPairShare});
      i += 2;
    } else {
      parts.push_back({std::string(folded.substr(at[i], at[i + 1] - at[i])), kCharacterShare});
      ++i;
    }
  }
  return parts;
}

}  // namespace polygist::summary
