// What holds of the words of any text: they are ICU's.
#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/words.h"

namespace polygist::text {
namespace {

// What meets in words and around them: letters of many scripts with and without marks, digits, signs inside words and
// between them, blanks, signs of more than one code point, invisible ones.
constexpr std::string_view kPieces[] = {
    "a",      "B",      "word",   "é",      "e\u0301",    "ß",         "ǆ",      "ω",      "ж",      "Ё",
    "ա",      "ა",      "ا",      "بِ",      "ـ",          "א",         "ש",      "क",      "कि",     "ক",
    "த",      "ไ",      "ทย",     "ລ",      "က",          "ខ",         "漢",     "字",     "か",     "カタ",
    "ー",     "한",     "ᄒ",     "ᠠ",      "አ",          "Ꭰ",         "1",      "22",     "٣",      "३",
    "½",      "²",      "Ⅳ",      "①",      ".",          ",",         ":",      ";",      "'",      "’",
    "\"",     "_",      "-",      "–",      "·",          "‧",         "‿",      "/",      "(",      ")",
    "%",      "$",      "€",      "@",      "#",          "&",         "!",      "?",      "。",     "।",
    "، ",     "٫",      "٬",      "״",      "׳",          " ",         " ",      " ",      " ",      "\n",
    "\t",     "\r\n",   "\u00A0", "\u3000", "\u2003",     "\u0085",    "\u2028", "\u00AD", "\u200D", "\u200C",
    "\u200B", "\uFEFF", "\u0301", "\u20DD", "\uFE0F",     "👍",         "👩",      "🏽",   "🇫",      "🇷",
    "☺",      "™",      "°",      "ª",      "\U00010400", "\U0001D41A"};

std::vector<Word> WordsOfIcu(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()), &error);
  iterator->setText(&utext, error);
  std::vector<Word> words;
  int32_t begin = iterator->first();
  for (int32_t end = iterator->next(); end != icu::BreakIterator::DONE; begin = end, end = iterator->next()) {
    const int32_t status = iterator->getRuleStatus();
    if (status < UBRK_WORD_NONE_LIMIT) continue;
    const WordKind kind = status < UBRK_WORD_NUMBER_LIMIT ? WordKind::kNumber
                          : status >= UBRK_WORD_KANA      ? WordKind::kIdeographic
                                                          : WordKind::kLetters;
    words.push_back({{begin, end}, kind});
  }
  utext_close(&utext);
  return words;
}

std::string Shown(std::string_view text, const std::vector<Word>& words) {
  std::string shown = std::string(text) + " |";
  for (const Word& word : words)
    shown += " [" + std::string(Slice(text, word.span)) + "]" + std::to_string(static_cast<int>(word.kind));
  return shown;
}

void ExpectIcusWords(std::string_view text) {
  const std::vector<Word> expected = WordsOfIcu(text), words = SplitWords(text);
  ASSERT_EQ(words, expected) << Shown(text, words) << "\nICU: " << Shown(text, expected);
}

TEST(WordsPropertyTest, PiecesInAnyOrder) {
  std::mt19937 random(20261122);
  for (int round = 0; round < 40'000; ++round) {
    std::string text;
    const size_t length = 1 + random() % 12;
    for (size_t i = 0; i < length; ++i) text += kPieces[random() % std::size(kPieces)];
    ASSERT_NO_FATAL_FAILURE(ExpectIcusWords(text)) << "round " << round;
  }
}

TEST(WordsPropertyTest, AsciiInAnyOrder) {
  std::mt19937 random(20261123);
  for (int round = 0; round < 40'000; ++round) {
    std::string text;
    const size_t length = 1 + random() % 12;
    // Half of it what words are made of.
    for (size_t i = 0; i < length; ++i) {
      text += random() % 2 == 0 ? "aZ01.,:;' "[random() % 10] : static_cast<char>(1 + random() % 127);
    }
    ASSERT_NO_FATAL_FAILURE(ExpectIcusWords(text)) << "round " << round;
  }
}

TEST(WordsPropertyTest, EveryCharacterBetweenLettersDigitsAndSpaces) {
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string character;
    icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(character);
    std::string text;
    for (const char* around : {"a", "1", " ", "б"})
      text += around + character + around + " " + character + around + " ";
    ASSERT_NO_FATAL_FAILURE(ExpectIcusWords(text)) << "U+" << std::hex << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace polygist::text
