#include "ingest_service/extract/plain/emphasis.h"

#include <algorithm>
#include <array>

#include "common/text/characters.h"
#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

constexpr size_t kMostSigns = 3;
constexpr size_t kMostLevels = 6;

// A letter or digit of a script that parts words by spaces: a sign beside it stands inside of a word.
bool IsInWord(char32_t c) {
  return (text::IsLetter(c) || text::IsDigit(c)) && !text::IsIdeographic(c) && !text::IsWrittenWithoutSpaces(c);
}

char32_t Before(std::string_view line, size_t at) { return at == 0 ? U' ' : text::PreviousCodePoint(line, &at); }

char32_t At(std::string_view line, size_t at) { return at == line.size() ? U' ' : text::NextCodePoint(line, &at); }

// Of signs of one kind and number, the last that opens.
class Openers {
 public:
  static constexpr size_t kNone = std::string_view::npos;

  size_t& Of(char sign, size_t count) { return last_[count - 1 + (sign == '_' ? kMostSigns : 0)]; }

  // What opened behind `at` is not closed any more.
  void ForgetFrom(size_t at) {
    for (size_t& opener : last_) opener = opener != kNone && opener >= at ? kNone : opener;
  }

  Openers() { last_.fill(kNone); }

 private:
  std::array<size_t, 2 * kMostSigns> last_{};
};

// The next asterisk or low line; the size of `line` when there is none.
size_t NextSign(std::string_view line, size_t at) {
  while (at < line.size() && line[at] != '*' && line[at] != '_') ++at;
  return at;
}

ByteSpan SpanOf(size_t begin, size_t count) {
  return {static_cast<int64_t>(begin), static_cast<int64_t>(begin + count)};
}

}  // namespace

std::vector<ByteSpan> FindEmphasis(std::string_view line) {
  std::vector<ByteSpan> signs;
  Openers openers;
  for (size_t begin = NextSign(line, 0); begin < line.size();) {
    const char sign = line[begin];
    const size_t end = std::min(line.find_first_not_of(sign, begin), line.size());
    const size_t count = end - begin;
    const char32_t before = Before(line, begin), after = At(line, end);
    if (count <= kMostSigns) {
      size_t& opener = openers.Of(sign, count);
      if (opener != Openers::kNone && !text::IsWhiteSpace(before) && !IsInWord(after)) {
        signs.push_back(SpanOf(opener, count));
        signs.push_back(SpanOf(begin, count));
        openers.ForgetFrom(opener);
      } else if (!text::IsWhiteSpace(after) && !IsInWord(before)) {
        opener = begin;
      }
    }
    begin = NextSign(line, end);
  }
  std::sort(signs.begin(), signs.end(), [](ByteSpan a, ByteSpan b) { return a.begin < b.begin; });
  return signs;
}

HeadingMark FindHeadingMark(std::string_view line) {
  const size_t level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > kMostLevels) return {};
  const size_t text = line.find_first_not_of(' ', level);
  if (text == level || text == std::string_view::npos) return {};
  return {text, static_cast<int>(level)};
}

}  // namespace polygist::ingest
