#include "ingest_service/identify/evidence.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace polygist::ingest {
namespace {

constexpr size_t kWindows = 4;
// A longer run without a space (Chinese, Thai) is cut here; it is a sentence rather than a word.
constexpr size_t kMaxWordBytes = 240;

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool IsContinuation(char c) { return (static_cast<uint8_t>(c) & 0xC0) == 0x80; }

// Moves `position` forward to where a window may begin: after a space, or at least at a code point.
size_t WindowBegin(std::string_view text, size_t position) {
  constexpr size_t kReach = 40;
  for (size_t i = position; i < std::min(text.size(), position + kReach); ++i) {
    if (IsAsciiSpace(text[i])) return i;
  }
  while (position < text.size() && IsContinuation(text[position])) ++position;
  return position;
}

// Counts letters by script and appends the words of chunks.
class Collector {
 public:
  void AddWindow(std::string_view window) {
    size_t begin = 0;
    while (begin < window.size()) {
      while (begin < window.size() && IsAsciiSpace(window[begin])) ++begin;
      size_t end = begin;
      while (end < window.size() && !IsAsciiSpace(window[end])) ++end;
      if (end > begin) AddChunk(window.substr(begin, end - begin));
      begin = end;
    }
  }

  Evidence Take() && {
    CloseWord();
    Evidence evidence;
    evidence.letters = letters_;
    evidence.script = DominantScript();
    evidence.words = std::move(words_);
    return evidence;
  }

 private:
  // A chunk is what stands between two spaces.
  void AddChunk(std::string_view chunk) {
    if (IsAddress(chunk)) return;
    CloseWord();
    const auto* bytes = reinterpret_cast<const uint8_t*>(chunk.data());
    const auto size = static_cast<int32_t>(chunk.size());
    for (int32_t i = 0; i < size;) {
      UChar32 c;
      U8_NEXT(bytes, i, size, c);
      AddCodePoint(c);
    }
    CloseWord();
  }

  static bool IsAddress(std::string_view chunk) {
    if (chunk.size() < 2) return false;
    if (chunk.front() == '@' || chunk.front() == '#') return true;
    return chunk.find('@') != std::string_view::npos || chunk.find("://") != std::string_view::npos ||
           chunk.starts_with("www.");
  }

  void AddCodePoint(UChar32 c) {
    if (c >= 'a' && c <= 'z') return AddLetter(c, USCRIPT_LATIN);
    if (c >= 'A' && c <= 'Z') return AddLetter(c + ('a' - 'A'), USCRIPT_LATIN);
    if (c < 0x80) {
      if (c == '\'') return AddMark('\'');
      return CloseWord();
    }
    if (c == 0x2019 || c == 0x02BC) return AddMark('\'');
    if (c < 0) return CloseWord();
    const int32_t mask = U_MASK(u_charType(c));
    if (mask & U_GC_L_MASK) return AddLetter(u_tolower(c), ScriptOf(c));
    if (mask & U_GC_M_MASK) {
      if (in_word_) Count(ScriptOf(c));  // A vowel sign of Thai or Hindi weighs what a vowel does elsewhere.
      return AddMark(c);
    }
    if (c == 0x200C || c == 0x200D) return AddMark(c);  // Joiners are part of Persian and Indic words.
    CloseWord();
  }

  void AddLetter(UChar32 c, int32_t script) {
    if (!in_word_) OpenWord();
    Append(c);
    ++letters_;
    Count(script);
    if (words_.size() - word_begin_ > kMaxWordBytes) CloseWord();
  }

  static int32_t ScriptOf(UChar32 c) {
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(c, &error);
  }

  void Count(int32_t script) {
    if (script >= 0 && script < static_cast<int32_t>(letters_of_.size())) ++letters_of_[script];
  }

  // Texts in other scripts are full of Latin names; Latin texts hardly ever hold another script. And an
  // ideograph says as much as a short word.
  int WeightOf(UScriptCode script) const {
    const int letters = letters_of_[static_cast<size_t>(script)];
    switch (script) {
      case USCRIPT_COMMON:
      case USCRIPT_INHERITED:
        return 0;
      case USCRIPT_LATIN:
        return letters;
      case USCRIPT_HAN:
      case USCRIPT_HIRAGANA:
      case USCRIPT_KATAKANA:
      case USCRIPT_HANGUL:
        return 4 * letters;
      default:
        return 2 * letters;
    }
  }

  // Marks continue a word and never begin one.
  void AddMark(UChar32 c) {
    if (in_word_) Append(c);
  }

  void Append(UChar32 c) {
    char bytes[U8_MAX_LENGTH];
    int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    words_.append(bytes, static_cast<size_t>(size));
  }

  void OpenWord() {
    if (words_.empty()) words_.push_back(' ');
    word_begin_ = words_.size();
    in_word_ = true;
  }

  void CloseWord() {
    if (!in_word_) return;
    while (words_.back() == '\'') words_.pop_back();
    words_.push_back(' ');
    in_word_ = false;
  }

  int LettersOf(UScriptCode script) const { return letters_of_[static_cast<size_t>(script)]; }

  std::string DominantScript() const {
    const int kana = LettersOf(USCRIPT_HIRAGANA) + LettersOf(USCRIPT_KATAKANA);
    const int han = LettersOf(USCRIPT_HAN);
    // Han and Kana are one way of writing: they count together, as Han.
    UScriptCode best = USCRIPT_HAN;
    int best_weight = WeightOf(USCRIPT_HAN) + WeightOf(USCRIPT_HIRAGANA) + WeightOf(USCRIPT_KATAKANA);
    for (int32_t i = 0; i < static_cast<int32_t>(letters_of_.size()); ++i) {
      const auto script = static_cast<UScriptCode>(i);
      if (WeightOf(script) <= best_weight) continue;
      best = script;
      best_weight = WeightOf(script);
    }
    if (best_weight == 0) return "";
    if (best == USCRIPT_HANGUL) return "Kore";
    if (best != USCRIPT_HAN) return uscript_getShortName(best);
    // A Chinese text quotes a Japanese name now and then; Japanese is a third Kana and more.
    return kana * 10 >= kana + han ? "Jpan" : "Hani";
  }

  std::string words_;
  std::array<int, 210> letters_of_{};  // By UScriptCode; ICU 72 has 203.
  int letters_ = 0;
  size_t word_begin_ = 0;
  bool in_word_ = false;
};

}  // namespace

Evidence CollectEvidence(std::string_view text, size_t sample_bytes) {
  Collector collector;
  if (text.size() <= sample_bytes) {
    collector.AddWindow(text);
    return std::move(collector).Take();
  }
  const size_t window_bytes = sample_bytes / kWindows;
  for (size_t i = 0; i < kWindows; ++i) {
    const size_t begin = WindowBegin(text, (text.size() - window_bytes) / (kWindows - 1) * i);
    const size_t end = WindowBegin(text, std::min(text.size(), begin + window_bytes));
    collector.AddWindow(text.substr(begin, end - begin));
  }
  return std::move(collector).Take();
}

}  // namespace polygist::ingest
