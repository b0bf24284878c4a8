#include "summary_service/merging/name_runs.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_split.h"
#include "common/base/strings.h"
#include "common/text/utf8.h"
#include "name_characters_data.h"

namespace polygist::summary {
namespace {

using Characters = absl::flat_hash_set<char32_t>;

// Longer words are known to the dictionary.
constexpr int64_t kLongestPiece = 2;
constexpr int64_t kShortestName = 3;
// Beside the dot between the parts of a name.
constexpr int64_t kShortestPart = 2;
constexpr std::string_view kDots[] = {"\u00B7", "\u30FB", "\u2022"};

const Characters& CharactersOf(std::string_view language) {
  static const auto& table = *new std::map<std::string, Characters, std::less<>>([] {
    std::map<std::string, Characters, std::less<>> made;
    for (const absl::string_view line : absl::StrSplit(ToAbsl(data::kNameCharacters), '\n')) {
      const std::pair<std::string, std::string> row = absl::StrSplit(line, absl::MaxSplits('\t', 1));
      if (row.first.starts_with('#') || row.second.empty()) continue;
      for (size_t offset = 0; offset < row.second.size();) {
        made[row.first].insert(text::NextCodePoint(row.second, &offset));
      }
    }
    return made;
  }());
  static const Characters none;
  const auto place = table.find(language);
  return place == table.end() ? none : place->second;
}

bool IsKatakana(char32_t c) { return c >= 0x30A1 && c <= 0x30FC && c != 0x30FB; }

template <typename Is>
bool AllAre(std::string_view word, Is is) {
  for (size_t offset = 0; offset < word.size();) {
    if (!is(text::NextCodePoint(word, &offset))) return false;
  }
  return true;
}

class Joiner {
 public:
  Joiner(std::string_view text, std::vector<Token> tokens, std::string_view language)
      : text_(text), tokens_(std::move(tokens)), characters_(CharactersOf(language)) {}

  std::vector<Token> Join() && {
    std::vector<Token> joined;
    joined.reserve(tokens_.size());
    for (size_t at = 0; at < tokens_.size();) {
      const size_t end = EndOfName(at);
      joined.push_back(end > at + 1 ? Merged(at, end) : std::move(tokens_[at]));
      at = std::max(end, at + 1);
    }
    return joined;
  }

 private:
  std::string_view Written(size_t i) const { return Slice(text_, tokens_[i].span); }
  int64_t Length(size_t i) const { return text::CountCodePoints(Written(i)); }

  bool IsSyllable(size_t i) const {
    return tokens_[i].kind == text::WordKind::kIdeographic && Length(i) <= kLongestPiece &&
           AllAre(Written(i), [&](char32_t c) { return characters_.contains(c); });
  }
  bool IsKana(size_t i) const { return AllAre(Written(i), IsKatakana); }

  // Behind the last token of the name that begins at the token; not above `at` + 1 when none does.
  size_t EndOfName(size_t at) const {
    if (static_cast<unsigned char>(text_[static_cast<size_t>(tokens_[at].span.begin)]) < 0xE3) return at;
    if (!characters_.empty() && IsSyllable(at)) {
      const size_t end = EndOfRow(at, [&](size_t i) { return IsSyllable(i); });
      const bool beside_dot = IsDotAt(tokens_[at].span.begin, false) || IsDotAt(tokens_[end - 1].span.end, true);
      return LengthOf(at, end) >= (beside_dot ? kShortestPart : kShortestName) ? end : at;
    }
    if (!IsKana(at)) return at;
    const size_t end = EndOfRow(at, [&](size_t i) { return IsKana(i); });
    for (size_t i = at; i < end; ++i) {
      if (Length(i) <= kLongestPiece) return end;
    }
    return end == at + 1 ? end : at;
  }

  template <typename Is>
  size_t EndOfRow(size_t at, Is is) const {
    size_t end = at + 1;
    while (end < tokens_.size() && tokens_[end].span.begin == tokens_[end - 1].span.end && is(end)) ++end;
    return end;
  }

  int64_t LengthOf(size_t at, size_t end) const {
    int64_t length = 0;
    for (size_t i = at; i < end; ++i) length += Length(i);
    return length;
  }

  bool IsDotAt(int64_t place, bool behind) const {
    const auto at = static_cast<size_t>(place);
    return std::any_of(std::begin(kDots), std::end(kDots), [&](std::string_view dot) {
      return behind ? text_.substr(at).starts_with(dot) : text_.substr(0, at).ends_with(dot);
    });
  }

  Token Merged(size_t at, size_t end) const {
    Token name;
    name.span = {tokens_[at].span.begin, tokens_[end - 1].span.end};
    for (size_t i = at; i < end; ++i) name.folded += tokens_[i].folded;
    name.kind = text::WordKind::kLetters;
    name.upper = true;
    return name;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  const Characters& characters_;
};

}  // namespace

std::vector<Token> JoinNames(std::string_view text, std::vector<Token> tokens, std::string_view language) {
  const bool any = std::any_of(tokens.begin(), tokens.end(),
                               [](const Token& token) { return token.kind == text::WordKind::kIdeographic; });
  return any ? Joiner(text, std::move(tokens), language).Join() : std::move(tokens);
}

}  // namespace polygist::summary
