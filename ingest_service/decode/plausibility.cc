#include "ingest_service/decode/plausibility.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdio>  // CLD2's headers need it and do not include it.
#include <string>
#include <vector>

#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "ingest_service/decode/letter_model.h"

namespace polygist::ingest {
namespace {

// What one character adds to the sum; the score is the mean. Chosen so that one impossible
// character outweighs several possible ones, since a right decoding has none.
constexpr double kExpectedLetter = 1.0;
// Per natural logarithm of how much more often than the average letter it comes.
constexpr double kFrequency = 0.3;
constexpr double kBorrowedLetter = 0.2;
constexpr double kForeignLetter = -1.0;
constexpr double kUndecodable = -4.0;
constexpr double kPunctuationInPlace = 0.3;
constexpr double kPunctuationInWord = -0.7;
constexpr double kSymbol = -1.0;
constexpr double kSymbolInWord = -2.0;
constexpr double kCapitalInWord = -1.0;
constexpr double kMixedWord = -1.5;  // A letter beside one of another script.
constexpr double kRareForm = -1.5;   // Half-width kana, Arabic presentation forms.
// What the language adds to the mean.
constexpr double kLanguageOfEncoding = 0.3;
constexpr double kLanguageRecognised = 0.4;
constexpr double kUsualScore = 800.0;  // CLD2's score per kB of plain text in most languages.

struct Guess {
  std::string code;
  int percent = 0;
  double score = 0.0;
};

bool IsUndecodable(char32_t c) {
  const auto category = u_charType(static_cast<UChar32>(c));
  return c == 0xFFFD || category == U_CONTROL_CHAR || category == U_UNASSIGNED || category == U_PRIVATE_USE_CHAR;
}

// CLD2 gives up on text that holds control characters or noncharacters.
std::string WithoutControls(const std::vector<char32_t>& code_points) {
  icu::UnicodeString clean;
  for (const char32_t c : code_points) clean.append(IsUndecodable(c) ? ' ' : static_cast<UChar32>(c));
  std::string utf8;
  clean.toUTF8String(utf8);
  return utf8;
}

std::vector<Guess> IdentifyLanguages(const std::string& text) {
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
  int percents[3] = {};
  double scores[3] = {};
  int text_bytes = 0;
  bool reliable = false;
  int valid_prefix = 0;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints,
                                          CLD2::kCLDFlagBestEffort, languages, percents, scores, nullptr, &text_bytes,
                                          &reliable, &valid_prefix);
  std::vector<Guess> guesses;
  for (int i = 0; i < 3; ++i) {
    if (languages[i] == CLD2::UNKNOWN_LANGUAGE || percents[i] == 0) continue;
    guesses.push_back({CLD2::LanguageCode(languages[i]), percents[i], scores[i]});
  }
  return guesses;
}

bool IsTypographic(char32_t c) {
  constexpr std::u32string_view kMarks =
      U"\u00A0\u00AB\u00BB\u2018\u2019\u201A\u201C\u201D\u201E\u2013\u2014\u2026\u00B7\u00B0\u00A7"
      U"\u00A9\u00AE"
      U"\u2122\u20AC\u00A3\u00BD\u00B2\u00B3\u00BA\u00AA\u00BF\u00A1\u060C\u061B\u061F\u2022\u2116"
      U"\u3000\u2039"
      U"\u203A\u0640\u200C\u200D\u200E\u200F";
  return kMarks.find(c) != std::u32string_view::npos;
}

bool IsRareForm(char32_t c) {
  return (c >= 0xFF61 && c <= 0xFFDC) || (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE);
}

bool IsFullWidthOrCjkPunctuation(char32_t c) { return (c >= 0x3001 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF60); }

bool MayStandInWord(char32_t c) { return c == 0x2019 || c == 0xB7 || c == 0x640 || (c >= 0x200C && c <= 0x200F); }

// Scripts that legacy encodings mix up. Ideographs, kana and Hangul go with any script and have
// none here.
enum class Script { kNone, kLatin, kGreek, kCyrillic, kArabic, kOther };

Script ScriptOf(char32_t c) {
  if (!text::IsLetter(c)) return Script::kNone;
  if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) return Script::kLatin;
  if (c >= 0x370 && c < 0x400) return Script::kGreek;
  if (c >= 0x400 && c < 0x530) return Script::kCyrillic;
  if (c >= 0x600 && c < 0x780) return Script::kArabic;
  return c >= 0x1100 ? Script::kNone : Script::kOther;
}

bool AreMixed(char32_t a, char32_t b) {
  const Script first = ScriptOf(a);
  const Script second = ScriptOf(b);
  return first != second && first != Script::kNone && second != Script::kNone;
}

struct Neighbours {
  char32_t before = 0;
  char32_t after = 0;

  bool InsideWord() const {
    const auto is_alphabetic = [](char32_t c) { return text::IsLetter(c) && !text::IsIdeographic(c); };
    return is_alphabetic(before) && is_alphabetic(after);
  }
};

double ScoreOfLetter(char32_t c, const Neighbours& around, const LetterModel& language) {
  double score = kForeignLetter;
  if (AreMixed(c, around.before) || AreMixed(c, around.after)) return kMixedWord;
  if (IsRareForm(c))
    score = kRareForm;
  else if (language.IsExpected(c))
    score = kExpectedLetter + kFrequency * language.LogFrequency(c);
  else if (language.IsBorrowed(c))
    score = kBorrowedLetter;
  if (text::IsUpper(c) && text::IsLower(around.before)) score += kCapitalInWord;
  return score;
}

double ScoreOf(char32_t c, const Neighbours& around, const LetterModel& language) {
  if (IsUndecodable(c)) return kUndecodable;
  if (IsTypographic(c)) {
    return around.InsideWord() && !MayStandInWord(c) ? kPunctuationInWord : kPunctuationInPlace;
  }
  if (IsFullWidthOrCjkPunctuation(c)) return kPunctuationInPlace;
  const bool is_mark = (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
  if (text::IsLetter(c) || is_mark) return ScoreOfLetter(c, around, language);
  return around.InsideWord() ? kSymbolInWord : kSymbol;
}

// Code points of `text`, with a zero at either end.
std::vector<char32_t> CodePoints(std::string_view text) {
  std::vector<char32_t> code_points = {0};
  for (size_t offset = 0; offset < text.size();) code_points.push_back(text::NextCodePoint(text, &offset));
  code_points.push_back(0);
  return code_points;
}

Plausibility JudgeLetters(const std::vector<char32_t>& code_points, const LetterModel& language) {
  Plausibility result;
  double sum = 0.0;
  for (size_t i = 1; i + 1 < code_points.size(); ++i) {
    if (code_points[i] < 0x80) continue;
    sum += ScoreOf(code_points[i], {code_points[i - 1], code_points[i + 1]}, language);
    ++result.evidence;
  }
  if (result.evidence > 0) result.score = sum / static_cast<double>(result.evidence);
  return result;
}

// The script of most letters, as a locale suffix: "_Cyrl". Empty for scripts in which no language
// has a second way of being written.
std::string_view ScriptSuffix(const std::vector<char32_t>& code_points) {
  int64_t latin = 0;
  int64_t cyrillic = 0;
  int64_t arabic = 0;
  int64_t other = 0;
  for (const char32_t c : code_points) {
    if (!text::IsLetter(c)) continue;
    const Script script = ScriptOf(c);
    latin += script == Script::kLatin;
    cyrillic += script == Script::kCyrillic;
    arabic += script == Script::kArabic;
    other += script == Script::kGreek || script == Script::kOther || script == Script::kNone;
  }
  if (latin > cyrillic + arabic + other) return "_Latn";
  if (cyrillic > arabic + other) return "_Cyrl";
  return arabic > other ? "_Arab" : "";
}

// CLD2 answers Greek for any Greek letters, and so with every script of one language: that proves
// nothing.
double RecognitionOf(const Guess& guess, std::string_view script_suffix, bool ideographic) {
  if (script_suffix.empty() && !ideographic) return kLanguageRecognised / 2;
  return kLanguageRecognised * std::min(1.0, guess.score / kUsualScore);
}

bool Contains(std::span<const std::string_view> languages, std::string_view code) {
  return std::find(languages.begin(), languages.end(), code) != languages.end();
}

}  // namespace

Plausibility JudgeDecoding(std::string_view text, std::span<const std::string_view> languages) {
  const std::vector<char32_t> code_points = CodePoints(text);
  Plausibility best = JudgeLetters(code_points, LetterModelOf("und"));
  bool judged = false;
  const std::string_view script = ScriptSuffix(code_points);
  const bool ideographic = std::any_of(code_points.begin(), code_points.end(), text::IsIdeographic);
  for (const Guess& guess : IdentifyLanguages(WithoutControls(code_points))) {
    if (guess.percent < 20) continue;
    Plausibility judged_as = JudgeLetters(code_points, LetterModelOf(guess.code, script));
    judged_as.score += guess.percent / 100.0 * RecognitionOf(guess, script, ideographic);
    if (Contains(languages, guess.code)) judged_as.score += kLanguageOfEncoding * guess.percent / 100.0;
    if (!judged || judged_as.score > best.score) best = judged_as;
    judged = true;
  }
  return best;
}

}  // namespace polygist::ingest
