#include "common/text/words.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <memory>

#include "common/text/simple_words.h"
#include "common/text/utf8.h"

namespace polygist::text {
namespace {

// Room for the words of a text; alphabets need more bytes for one.
constexpr size_t kBytesPerWord = 5;

// One iterator per thread: creating one costs more than splitting an article.
icu::BreakIterator& WordIterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
  }();
  return *iterator;
}

WordKind KindOf(int32_t rule_status) {
  if (rule_status < UBRK_WORD_NUMBER_LIMIT) return WordKind::kNumber;
  return rule_status >= UBRK_WORD_KANA ? WordKind::kIdeographic : WordKind::kLetters;
}

// Adds the words of the part `span` of `text`.
void AddWordsByIcu(std::string_view text, ByteSpan span, std::vector<Word>& words) {
  const std::string_view part = Slice(text, span);
  UErrorCode error = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, part.data(), static_cast<int64_t>(part.size()), &error);
  icu::BreakIterator& iterator = WordIterator();
  iterator.setText(&utext, error);
  int32_t begin = iterator.first();
  for (int32_t end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
    const int32_t status = iterator.getRuleStatus();
    if (status >= UBRK_WORD_NONE_LIMIT) words.push_back({{span.begin + begin, span.begin + end}, KindOf(status)});
    begin = end;
  }
  utext_close(&utext);
}

// Where the part of `text` that begins at `begin` with a piece for ICU goes over into simple ones: few long parts
// cost less than many short ones.
size_t EndOfHardPart(std::string_view text, size_t begin) {
  std::vector<Word> unused;
  size_t offset = begin;
  while (offset < text.size()) {
    while (offset < text.size() && !IsAsciiSpace(text[offset])) ++offset;
    const size_t end = offset;
    while (offset < text.size() && IsAsciiSpace(text[offset])) ++offset;
    size_t next = offset;
    if (offset < text.size() && AddSimpleWords(text, &next, unused)) return end;
  }
  return offset;
}

icu::UnicodeString StripAccents(const icu::UnicodeString& folded) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  const icu::UnicodeString decomposed = nfd->normalize(folded, error);
  icu::UnicodeString bare;
  UScriptCode base_script = USCRIPT_COMMON;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) {
      if (base_script == USCRIPT_LATIN || base_script == USCRIPT_GREEK || base_script == USCRIPT_CYRILLIC) {
        continue;
      }
    } else {
      base_script = uscript_getScript(c, &error);
    }
    bare.append(c);
  }
  return icu::Normalizer2::getNFCInstance(error)->normalize(bare, error);
}

}  // namespace

std::vector<Word> SplitWords(std::string_view text) {
  std::vector<Word> words;
  words.reserve(text.size() / kBytesPerWord);
  size_t offset = 0;
  while (offset < text.size()) {
    if (IsAsciiSpace(text[offset])) {
      ++offset;
    } else if (!AddSimpleWords(text, &offset, words)) {
      const size_t begin = offset;
      offset = EndOfHardPart(text, begin);
      AddWordsByIcu(text, {static_cast<int64_t>(begin), static_cast<int64_t>(offset)}, words);
    }
  }
  return words;
}

std::string FoldForMatching(std::string_view word, bool strip_accents) {
  std::string folded(word);
  if (IsAscii(word)) {
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return folded;
  }
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  icu::UnicodeString result =
      fold->normalize(icu::UnicodeString::fromUTF8({word.data(), static_cast<int32_t>(word.size())}), error);
  if (strip_accents) result = StripAccents(result);
  folded.clear();
  result.toUTF8String(folded);
  return folded;
}

}  // namespace polygist::text
