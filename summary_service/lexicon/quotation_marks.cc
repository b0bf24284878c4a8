#include "summary_service/lexicon/quotation_marks.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "common/text/utf8.h"

namespace polygist::summary {
namespace {

// A text with more marks that nothing closes does not quote with them; each costs a look through all of it.
constexpr int kMostUnclosed = 64;

using MarkPair = std::pair<char32_t, char32_t>;  // Opening, closing.

char32_t Delimiter(ULocaleData* locale, ULocaleDataDelimiterType type) {
  UChar mark[4] = {};
  UErrorCode error = U_ZERO_ERROR;
  const int32_t length = ulocdata_getDelimiter(locale, type, mark, 4, &error);
  return U_SUCCESS(error) && length == 1 ? mark[0] : 0;
}

void AddPairs(const char* locale_name, std::vector<MarkPair>* pairs) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<ULocaleData, decltype(&ulocdata_close)> locale(ulocdata_open(locale_name, &error),
                                                                       &ulocdata_close);
  if (U_FAILURE(error)) return;
  static constexpr std::pair<ULocaleDataDelimiterType, ULocaleDataDelimiterType> kTypes[] = {
      {ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END}, {ULOCDATA_ALT_QUOTATION_START, ULOCDATA_ALT_QUOTATION_END}};
  for (const auto& [start, end] : kTypes) {
    const MarkPair pair(Delimiter(locale.get(), start), Delimiter(locale.get(), end));
    const bool known = std::find(pairs->begin(), pairs->end(), pair) != pairs->end();
    if (pair.first != 0 && pair.second != 0 && !known) pairs->push_back(pair);
  }
}

// The pairs of every locale, and those that keyboards have.
const std::vector<MarkPair>& AllPairs() {
  static const auto& all = *new std::vector<MarkPair>([] {
    std::vector<MarkPair> pairs = {{U'"', U'"'}, {U'\'', U'\''}};
    for (int32_t i = 0; i < uloc_countAvailable(); ++i) AddPairs(uloc_getAvailable(i), &pairs);
    return pairs;
  }());
  return all;
}

bool IsSpace(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool IsWordPart(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }
bool IsApostrophe(char32_t c) { return c == U'\'' || c == U'\u2019'; }
// French sets spaces inside these.
bool MayStandApart(char32_t c) { return c == U'«' || c == U'»' || c == U'‹' || c == U'›'; }
// Han, Kana and their like set no space around marks.
bool IsSpaceless(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0 || (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x3000 && c <= 0x303F) || (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

struct Place {
  char32_t c = 0;
  int64_t begin = 0;
  int64_t end = 0;
};

class QuotationFinder {
 public:
  QuotationFinder(std::string_view text, std::string_view language) : text_(text) {
    AddPairs(std::string(language).c_str(), &own_);
    for (size_t offset = 0; offset < text.size();) {
      const auto begin = static_cast<int64_t>(offset);
      const char32_t c = text::NextCodePoint(text, &offset);
      places_.push_back({c, begin, static_cast<int64_t>(offset)});
    }
  }

  std::vector<ByteSpan> Find() const {
    std::vector<ByteSpan> found;
    int unclosed = 0;
    for (size_t i = 0; i < places_.size() && unclosed < kMostUnclosed; ++i) {
      if (!Opens(i)) continue;
      const size_t close = CloserOf(i);
      if (close == places_.size()) {
        ++unclosed;
        continue;
      }
      const ByteSpan inner = Trimmed({places_[i].end, places_[close].begin});
      if (!inner.empty()) found.push_back(inner);
      i = close;
    }
    return found;
  }

 private:
  char32_t At(size_t i) const { return i < places_.size() ? places_[i].c : U' '; }
  char32_t Before(size_t i) const { return i == 0 ? U' ' : places_[i - 1].c; }

  static std::set<char32_t> ClosersOf(char32_t mark, const std::vector<MarkPair>& pairs) {
    std::set<char32_t> closers;
    for (const MarkPair& pair : pairs) {
      if (pair.first == mark) closers.insert(pair.second);
    }
    return closers;
  }

  bool Opens(size_t i) const {
    const char32_t before = Before(i), next = At(i + 1);
    if (IsWordPart(before) && !IsSpaceless(before)) return false;
    if (IsSpace(next) && !MayStandApart(At(i))) return false;
    return std::any_of(AllPairs().begin(), AllPairs().end(), [&](const MarkPair& pair) { return pair.first == At(i); });
  }

  bool Closes(size_t i) const {
    if (IsSpace(Before(i)) && !MayStandApart(At(i))) return false;
    return !IsApostrophe(At(i)) || !IsWordPart(At(i + 1));
  }

  // By the marks of the article's own language if they close it, otherwise by those of others: Croatian opens as German
  // does, and closes as German or as Polish.
  size_t CloserOf(size_t open) const {
    const size_t own = CloserAmong(own_, open);
    return own < places_.size() ? own : CloserAmong(AllPairs(), open);
  }

  size_t CloserAmong(const std::vector<MarkPair>& pairs, size_t open) const {
    const std::set<char32_t> closers = ClosersOf(At(open), pairs);
    if (closers.empty()) return places_.size();
    int depth = 0;
    for (size_t i = open + 1; i < places_.size(); ++i) {
      if (closers.contains(At(i)) && Closes(i) && depth-- == 0) return i;
      if (At(i) == At(open) && !closers.contains(At(i))) ++depth;
    }
    return places_.size();
  }

  ByteSpan Trimmed(ByteSpan span) const {
    const std::string_view inner = Slice(text_, span);
    const std::string_view trimmed = text::TrimWhiteSpace(inner);
    const auto begin = span.begin + (trimmed.data() - inner.data());
    return {begin, begin + static_cast<int64_t>(trimmed.size())};
  }

  const std::string_view text_;
  std::vector<MarkPair> own_;
  std::vector<Place> places_;
};

}  // namespace

std::vector<ByteSpan> FindQuotations(std::string_view text, std::string_view language) {
  return QuotationFinder(text, language).Find();
}

}  // namespace polygist::summary
