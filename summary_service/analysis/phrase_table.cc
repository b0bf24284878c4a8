#include "summary_service/analysis/phrase_table.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "common/base/strings.h"
#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "common/text/words.h"

namespace polygist::summary {
namespace {

// By how many bytes folding makes the beginning of a text shorter, at most.
constexpr size_t kShortening = 8;

// The first two characters as a number below 128 * 128; nothing when they are not both of ASCII.
std::optional<size_t> FirstTwo(std::string_view text) {
  if (text.size() < 2 || !text::IsAscii(text.substr(0, 2))) return std::nullopt;
  const auto lower = [&](size_t i) -> size_t {
    return static_cast<unsigned char>(absl::ascii_tolower(static_cast<unsigned char>(text[i])));
  };
  return lower(0) << 7 | lower(1);
}

bool CutsWord(std::string_view text, size_t at) {
  return at < text.size() && absl::ascii_isalnum(static_cast<unsigned char>(text[at - 1])) &&
         absl::ascii_isalnum(static_cast<unsigned char>(text[at]));
}

}  // namespace

std::vector<PhraseRow> ReadPhraseTable(std::string_view data) {
  std::vector<PhraseRow> rows;
  for (const absl::string_view line : absl::StrSplit(ToAbsl(data), '\n')) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() != 3 || fields[0].starts_with('#')) continue;
    PhraseRow& row = rows.emplace_back(PhraseRow{fields[0], fields[1], {}});
    const std::vector<std::string> phrases = absl::StrSplit(fields[2], '|', absl::SkipEmpty());
    for (const std::string& phrase : phrases) row.phrases.push_back(text::FoldForMatching(phrase));
  }
  return rows;
}

void PhraseIndex::Add(const std::string& phrase, int value) {
  if (!values_.emplace(phrase, value).second) return;
  size_t begin = 0;
  first_.insert(text::NextCodePoint(phrase, &begin));
  // A single letter may be followed by anything.
  for (int next = 0; phrase.size() == 1 && next < 0x80; ++next) MarkFirstTwo(phrase + static_cast<char>(next));
  MarkFirstTwo(phrase);
  std::vector<size_t>& sizes = bytes_[static_cast<unsigned char>(phrase.front())];
  const auto place = std::lower_bound(sizes.begin(), sizes.end(), phrase.size(), std::greater<>());
  if (place == sizes.end() || *place != phrase.size()) sizes.insert(place, phrase.size());
  longest_ = std::max(longest_, phrase.size());
}

void PhraseIndex::MarkFirstTwo(std::string_view phrase) {
  if (const std::optional<size_t> two = FirstTwo(phrase)) first_two_.set(*two);
}

bool PhraseIndex::MayBegin(std::string_view text) const {
  if (const std::optional<size_t> two = FirstTwo(text)) return first_two_[*two];
  size_t begin = 0;
  return first_.contains(text::ToLower(text::NextCodePoint(text, &begin)));
}

size_t PhraseIndex::Reach(std::string_view text, int phrases) const {
  size_t end = std::min(text.size(), static_cast<size_t>(phrases) * (longest_ + kShortening));
  while (!text::IsCodePointBoundary(text, end)) --end;
  return end;
}

std::vector<PhraseMatch> PhraseIndex::BeginningsOf(std::string_view folded) const {
  std::vector<PhraseMatch> matches;
  if (folded.empty()) return matches;
  for (const size_t bytes : bytes_[static_cast<unsigned char>(folded.front())]) {
    if (bytes > folded.size() || CutsWord(folded, bytes)) continue;
    const auto phrase = values_.find(absl::string_view(folded.data(), bytes));
    if (phrase != values_.end()) matches.push_back({bytes, phrase->second});
  }
  return matches;
}

}  // namespace polygist::summary
