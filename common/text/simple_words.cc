#include "common/text/simple_words.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <bit>
#include <cstring>
#include <memory>

#include "absl/strings/ascii.h"
#include "common/text/utf8.h"

namespace polygist::text {
namespace {

// The part that a character plays in the rules (UAX 29, table 3). Where words of digits and letters meet they are one.
enum class Part : uint8_t {
  kOther,       // Never in a word.
  kLetter,      // ALetter.
  kDigit,       // Numeric.
  kExtend,      // Belongs to what is before it.
  kMidLetters,  // Inside a word between two letters: WB6, WB7.
  kMidDigits,   // Between two digits: WB11, WB12.
  kMidBoth,
  kSpace,  // ASCII white space.
  kHard,   // For ICU.
};

// Characters from here on are left to ICU: Han, Kana, Hangul and what is beyond them.
constexpr char32_t kTableEnd = 0x2E80;
using Table = std::array<Part, kTableEnd>;

// ICU's tailoring differs from the standard, and by version (the colon, the at sign). So it is asked: what it makes of
// "c aca 1c1 " for every character c of the table, in one text.
class Oracle {
 public:
  Oracle() : text_(kTableEnd * kUnits, ' ', 0), end_status_(kTableEnd * kUnits + 1, kNoEnd) {
    for (char32_t c = 0; c < kTableEnd; ++c) {
      const auto unit = static_cast<char16_t>(c);
      const char16_t asked[] = {unit, u' ', u'a', unit, u'a', u' ', u'1', unit, u'1', u' '};
      text_.append(asked, 0, kUnits);
    }
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
    if (U_FAILURE(error)) return;
    words->setText(text_);
    while (words->next() != icu::BreakIterator::DONE) end_status_[words->current()] = words->getRuleStatus();
  }

  // What `c` is when no other rules than those of letters, digits and what joins them apply to it.
  Part Ask(char32_t c) const {
    const size_t block = c * kUnits;
    const int32_t alone = end_status_[block + 1];
    const bool letters = Joined(block + 3), digits = Joined(block + 7);
    if (letters && digits && alone != UBRK_WORD_NONE) {
      if (alone == UBRK_WORD_LETTER) return Part::kLetter;
      return alone == UBRK_WORD_NUMBER ? Part::kDigit : Part::kHard;
    }
    if (alone != UBRK_WORD_NONE) return Part::kHard;
    if (letters) return digits ? Part::kMidBoth : Part::kMidLetters;
    return digits ? Part::kMidDigits : Part::kOther;
  }

 private:
  static constexpr int kUnits = 10;
  static constexpr int32_t kNoEnd = -1;

  // Whether the character at `at` is one with both of its neighbours.
  bool Joined(size_t at) const { return end_status_[at] == kNoEnd && end_status_[at + 1] == kNoEnd; }

  icu::UnicodeString text_;
  std::vector<int32_t> end_status_;  // By offset: the status of the piece that ends there.
};

Part PartOf(const Oracle& oracle, char32_t c) {
  if (c < 0x80 && IsAsciiSpace(static_cast<char>(c))) return Part::kSpace;
  const auto icu_c = static_cast<UChar32>(c);
  UErrorCode error = U_ZERO_ERROR;
  if (uscript_getScript(icu_c, &error) == USCRIPT_HANGUL ||
      u_getIntPropertyValue(icu_c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) {
    return Part::kHard;
  }
  switch (u_getIntPropertyValue(icu_c, UCHAR_WORD_BREAK)) {
    case U_WB_OTHER:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
    case U_WB_DOUBLE_QUOTE:
    case U_WB_ALETTER:
    case U_WB_NUMERIC:
    case U_WB_MIDLETTER:
    case U_WB_MIDNUM:
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return oracle.Ask(c);
    case U_WB_EXTEND:
      return Part::kExtend;
    default:
      return Part::kHard;
  }
}

const Table& Parts() {
  static const Table& table = *[] {
    const Oracle oracle;
    auto* parts = new Table;
    for (char32_t c = 0; c < kTableEnd; ++c) (*parts)[c] = PartOf(oracle, c);
    return parts;
  }();
  return table;
}

// Where the ASCII letters of `text` from `at` on end, eight at a time.
size_t AfterLetters(std::string_view text, size_t at) {
  constexpr uint64_t kEach = 0x0101010101010101, kHigh = 0x80 * kEach;
  static_assert(std::endian::native == std::endian::little);
  for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
    uint64_t bytes;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const uint64_t lower = (bytes | 0x20 * kEach) & ~kHigh;
    // The high bit of each byte: not below 'a', above 'z', not ASCII.
    const uint64_t from_a = lower + (0x80 - 'a') * kEach, after_z = lower + (0x7F - 'z') * kEach;
    const uint64_t others = ~(from_a & ~after_z & ~bytes) & kHigh;
    if (others != 0) return at + static_cast<size_t>(std::countr_zero(others)) / 8;
  }
  while (at < text.size() && absl::ascii_isalpha(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

// Reads `text` character by character.
class Reader {
 public:
  Reader(std::string_view text, size_t offset) : text_(text), next_(offset) { Advance(); }

  Part part() const { return part_; }  // kSpace at the end of the text.
  size_t at() const { return at_; }

  void Advance() {
    at_ = next_;
    part_ = Take(&next_);
  }
  // To the last of the ASCII letters that follow this character: most of what is read.
  void SkipLetters() {
    const size_t next = AfterLetters(text_, next_);
    if (next == next_) return;
    at_ = next - 1;
    next_ = next;
    part_ = Part::kLetter;
  }
  // The part of the character after this one.
  Part Peek() const {
    size_t next = next_;
    return Take(&next);
  }

 private:
  Part Take(size_t* offset) const {
    if (*offset >= text_.size()) return Part::kSpace;
    const auto byte = static_cast<unsigned char>(text_[*offset]);
    if (byte < 0x80) return ++*offset, parts_[byte];
    const char32_t c = NextCodePoint(text_, offset);
    return c < kTableEnd ? parts_[c] : Part::kHard;
  }

  const Table& parts_ = Parts();
  const std::string_view text_;
  size_t at_ = 0;
  size_t next_ = 0;
  Part part_ = Part::kSpace;
};

bool IsWordPart(Part part) { return part == Part::kLetter || part == Part::kDigit; }

// Whether `middle` holds two characters of `side` together.
bool Holds(Part middle, Part side) {
  return middle == Part::kMidBoth || middle == (side == Part::kLetter ? Part::kMidLetters : Part::kMidDigits);
}

// Reads the word that begins here. Its kind is that of its last character, as ICU's rule status tells it.
Word TakeWord(Reader& reader) {
  const auto begin = static_cast<int64_t>(reader.at());
  Part last = reader.part();
  for (;;) {
    reader.SkipLetters();
    if (reader.part() == Part::kLetter) last = Part::kLetter;
    reader.Advance();
    const Part part = reader.part();
    if (IsWordPart(part)) {
      last = part;
    } else if (part != Part::kExtend && !(Holds(part, last) && reader.Peek() == last)) {
      break;
    }
  }
  return {{begin, static_cast<int64_t>(reader.at())}, last == Part::kDigit ? WordKind::kNumber : WordKind::kLetters};
}

}  // namespace

bool AddSimpleWords(std::string_view text, size_t* offset, std::vector<Word>& words) {
  const size_t before = words.size();
  Reader reader(text, *offset);
  while (reader.part() != Part::kSpace) {
    if (IsWordPart(reader.part())) {
      words.push_back(TakeWord(reader));
    } else if (reader.part() == Part::kHard || reader.part() == Part::kExtend) {
      words.resize(before, Word{});
      return false;
    } else {
      reader.Advance();
    }
  }
  *offset = reader.at();
  return true;
}

}  // namespace polygist::text
