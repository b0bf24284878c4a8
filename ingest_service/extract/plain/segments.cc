#include "ingest_service/extract/plain/segments.h"

#include <algorithm>
#include <cstddef>

#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "ingest_service/extract/plain/shape.h"

namespace polygist::ingest {
namespace {

// Paragraphs of news end before this; longer lines are several paragraphs, or a page. Some 1,000 bytes of text.
constexpr int kMinGluedWeight = 750;
// A segment is split before running text only when at least this many words stand before it, so
// that an ordinary sentence that opens with names stays whole.
constexpr size_t kMinWordsBefore = 4;
constexpr double kSmallWord = 1.0;
constexpr double kCapitalWord = -0.7;
constexpr double kNumberWord = -0.3;

// From here on terminators end a sentence whatever follows.
constexpr char32_t kIdeographicMarks = 0x3000;

struct Word {
  ByteSpan span;
  bool capital = false;
  bool small = false;  // Starts with no capital, in scripts that have none too.
  bool lower = false;  // Starts with a small letter.
  bool ends_sentence = false;
  bool opens_text = false;  // Could be the first word of a sentence.
  bool separates = false;   // Nothing but a sign that stands between links.
  bool starts_ideographic = false;
  bool ends_ideographic = false;
};

bool IsTerminator(char32_t c) {
  constexpr std::u32string_view kTerminators = U".!?\u2026\u3002\uFF01\uFF1F\u061F\u06D4\u0964";
  return kTerminators.find(c) != std::u32string_view::npos;
}

bool IsCloser(char32_t c) {
  constexpr std::u32string_view kClosers = U"\"')]\u2019\u201D\u00BB\u300D\u300F\uFF09";
  return kClosers.find(c) != std::u32string_view::npos;
}

bool IsSeparator(std::string_view word) {
  return word == "|" || word == "\u00B7" || word == "\u2022" || word == "\u00BB" || word == "\u203A";
}

Word WordAt(std::string_view line, ByteSpan span) {
  Word word{span};
  word.separates = IsSeparator(Slice(line, span));
  int letters = 0;
  int capitals = 0;
  auto offset = static_cast<size_t>(span.begin);
  while (offset < static_cast<size_t>(span.end)) {
    const bool first = offset == static_cast<size_t>(span.begin);
    const char32_t c = text::NextCodePoint(line, &offset);
    if (IsInvisible(c)) continue;
    if (text::IsLetter(c)) {
      if (letters == 0) {
        word.capital = text::IsUpper(c);
        word.small = !word.capital;
        word.lower = text::IsLower(c);
      }
      ++letters;
      capitals += text::IsUpper(c);
    }
    word.ends_ideographic = text::IsIdeographic(c);
    word.starts_ideographic |= first && word.ends_ideographic;
    if (!IsCloser(c)) word.ends_sentence = IsTerminator(c);
  }
  // "J." and "U.S." end no sentence; a word in capitals rarely opens one.
  if (word.ends_sentence && word.capital && capitals == letters && letters <= 3) word.ends_sentence = false;
  word.opens_text = word.capital && (letters == 1 || capitals < letters);
  return word;
}

// Cuts a line into words at white space, and where the next block is glued to the end of a sentence.
class WordSplitter {
 public:
  explicit WordSplitter(std::string_view line) : line_(line) {}

  std::vector<Word> Split() {
    for (size_t offset = 0; offset < line_.size();) {
      const size_t here = offset;
      const char32_t c = text::NextCodePoint(line_, &offset);
      if (text::IsWhiteSpace(c)) {
        EndWord(here);
        continue;
      }
      if (begin_ != kNone && IsGlued(c, offset)) EndWord(here);
      if (begin_ == kNone && IsInvisible(c)) continue;
      if (begin_ == kNone) begin_ = here;
      Remember(c);
    }
    EndWord(line_.size());
    return std::move(words_);
  }

 private:
  static constexpr size_t kNone = std::string_view::npos;

  // Whether `c`, after which the line goes on at `next`, begins another block: "was killed.Share", or
  // any character behind an ideographic sentence.
  bool IsGlued(char32_t c, size_t next) const {
    if (!after_terminator_ || IsTerminator(c) || IsCloser(c) || IsInvisible(c)) return false;
    if (terminator_ >= kIdeographicMarks) return true;
    if (!text::IsLower(before_terminator_) || !text::IsUpper(c) || next >= line_.size()) return false;
    return text::IsLower(text::NextCodePoint(line_, &next));
  }

  void Remember(char32_t c) {
    if (IsInvisible(c)) return;
    if (IsTerminator(c)) {
      if (!after_terminator_) before_terminator_ = last_;
      after_terminator_ = true;
      terminator_ = c;
    } else if (!IsCloser(c)) {
      after_terminator_ = false;
    }
    last_ = c;
  }

  void EndWord(size_t end) {
    if (begin_ != kNone) words_.push_back(WordAt(line_, {static_cast<int64_t>(begin_), static_cast<int64_t>(end)}));
    begin_ = kNone;
    after_terminator_ = false;
    last_ = 0;
  }

  std::string_view line_;
  std::vector<Word> words_;
  size_t begin_ = kNone;
  bool after_terminator_ = false;
  char32_t terminator_ = 0;
  char32_t before_terminator_ = 0;
  char32_t last_ = 0;
};

// How much a line says: letters and digits, in about their bytes. Takes no account of anything that cleaning changes.
int WeightOf(std::string_view line) {
  constexpr char32_t kFirstNonLatin = 0x250;
  constexpr char32_t kFirstMark = 0x300;
  constexpr char32_t kLastMark = 0x36F;
  constexpr char32_t kFirstIdeographic = 0x2E80;
  int weight = 0;
  for (size_t offset = 0; offset < line.size();) {
    const char32_t c = text::NextCodePoint(line, &offset);
    if (!text::IsLetter(c) && !text::IsDigit(c)) continue;
    const bool latin = c < kFirstNonLatin || (c >= 0x1E00 && c <= 0x1EFF);
    if (c >= kFirstMark && c <= kLastMark) continue;
    weight += latin ? 1 : c < kFirstIdeographic ? 2 : 3;
  }
  return weight;
}

double WeightOf(const Word& word) {
  if (word.small) return kSmallWord;
  return word.capital ? kCapitalWord : kNumberWord;
}

// Index in [begin, end) of the word that opens the running text at the end of the segment; `begin`
// when the whole of it is running text, or none.
size_t FindOpening(const std::vector<Word>& words, size_t begin, size_t end) {
  double sum = 0;
  double best = 0;
  size_t first_small = end;
  for (size_t i = end; i-- > begin;) {
    sum += WeightOf(words[i]);
    if (sum > best && words[i].small) {
      best = sum;
      first_small = i;
    }
  }
  if (first_small == end || best < 3.0) return begin;
  // The sentence opens a few capitalised words earlier: at the nearest that could open one, past
  // further ones that stand right before it.
  size_t opening = first_small;
  while (opening > begin && words[opening - 1].opens_text && first_small - opening < 3) --opening;
  return opening - begin >= kMinWordsBefore ? opening : begin;
}

void Emit(const std::vector<Word>& words, size_t begin, size_t end, std::vector<ByteSpan>* segments) {
  if (begin < end) segments->push_back(Hull(words[begin].span, words[end - 1].span));
}

// Whether a segment ends between the two words.
bool IsBoundary(const Word& word, const Word& next) {
  if (next.separates) return true;
  if (word.ends_ideographic && next.starts_ideographic) return true;
  return word.ends_sentence && !next.lower;
}

}  // namespace

std::vector<ByteSpan> CutGluedLine(std::string_view line) {
  if (WeightOf(line) < kMinGluedWeight) return {{0, static_cast<int64_t>(line.size())}};
  const std::vector<Word> words = WordSplitter(line).Split();
  std::vector<ByteSpan> segments;
  size_t begin = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size() && !IsBoundary(words[i], words[i + 1])) continue;
    const size_t opening = FindOpening(words, begin, i + 1);
    Emit(words, begin, opening, &segments);
    Emit(words, opening, i + 1, &segments);
    begin = i + 1;
  }
  return segments;
}

}  // namespace polygist::ingest
