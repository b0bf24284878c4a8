#include "summary_service/lexicon/names.h"

#include <libstemmer.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "common/text/latin_letters.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "summary_service/lexicon/language_traits.h"

namespace polygist::summary {
namespace {

// Letters kept of a word where no stemmer exists: the usual truncation length of information
// retrieval.
constexpr int kTruncatedStem = 5;

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, StemmerDeleter>;

// Stemmers hold a work buffer and so belong to one thread. Null: the language has none.
sb_stemmer* StemmerOf(const std::string& language) {
  thread_local std::map<std::string, Stemmer> stemmers;
  auto [place, is_new] = stemmers.try_emplace(language);
  if (is_new) place->second.reset(sb_stemmer_new(language.c_str(), "UTF_8"));
  return place->second.get();
}

const icu::Transliterator* ToLatin() {
  thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, error));
  }();
  return transliterator.get();
}

const icu::Transliterator* ToSimplified() {
  thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, error));
  }();
  return transliterator.get();
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string Transliterate(std::string_view folded, const icu::Transliterator* transliterator) {
  if (IsAscii(folded) || transliterator == nullptr) return std::string(folded);
  std::string changed;
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({folded.data(), static_cast<int32_t>(folded.size())});
  transliterator->transliterate(text);
  text.toUTF8String(changed);
  return changed;
}

// A word of ASCII and Latin letters alone needs no rules.
std::string Latin(std::string_view folded) {
  std::string latin;
  for (size_t offset = 0; offset < folded.size();) {
    const char32_t c = text::NextCodePoint(folded, &offset);
    if (c < 0x80) {
      latin += static_cast<char>(c);
    } else if (c >= text::kFirstLatinLetter && c <= text::kLastLatinLetter) {
      latin += text::LatinLetters(c);
    } else {
      return Transliterate(folded, ToLatin());
    }
  }
  return latin;
}

std::string LettersAndDigits(std::string text) {
  std::erase_if(text, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
  return text;
}

// One letter for each group of consonants that transliterations mix up.
char ConsonantClass(char c) {
  switch (c) {
    case 'b':
    case 'f':
    case 'p':
    case 'v':
    case 'w':
      return 'p';  // Hebrew writes b and v alike, Korean p and f, Arabic b and p.
    case 'c':
    case 'k':
    case 'q':
    case 'g':
      return 'k';
    case 'd':
    case 't':
      return 't';
    case 's':
    case 'z':
    case 'x':
    case 'j':
      return 's';
    case 'l':
    case 'r':
      return c;
    case 'm':
    case 'n':
      return c;
    default:
      return 0;  // Vowels, h, y, digits.
  }
}

std::string Truncated(std::string_view folded) {
  const int script = ScriptOf(folded);
  if (script != USCRIPT_LATIN && script != USCRIPT_CYRILLIC && script != USCRIPT_GREEK) {
    return std::string(folded);
  }
  size_t offset = 0;
  for (int letters = 0; letters < kTruncatedStem && offset < folded.size(); ++letters) {
    text::NextCodePoint(folded, &offset);
  }
  return std::string(folded.substr(0, offset));
}

}  // namespace

int ScriptOf(std::string_view word) {
  for (size_t offset = 0; offset < word.size();) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(text::NextCodePoint(word, &offset)), &error);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED) return script;
  }
  return USCRIPT_COMMON;
}

std::string LatinOf(std::string_view folded) { return LettersAndDigits(Latin(folded)); }

std::string SkeletonOf(std::string_view latin) {
  std::string skeleton;
  for (const char c : latin) {
    const char consonant = ConsonantClass(c);
    if (consonant != 0 && (skeleton.empty() || skeleton.back() != consonant)) skeleton += consonant;
  }
  return skeleton;
}

WordForms FormsOf(std::string_view word) { return FormsOfFolded(text::FoldForMatching(word)); }

WordForms FormsOfFolded(std::string folded) {
  WordForms forms;
  forms.folded = std::move(folded);
  forms.latin = LatinOf(forms.folded);
  forms.skeleton = SkeletonOf(forms.latin);
  return forms;
}

std::string StemOf(std::string_view folded, std::string_view language) {
  if (language == "zh") return Transliterate(folded, ToSimplified());
  if (HasTrait(language, LanguageTrait::kSyllables)) return std::string(folded);
  // Malay is close enough to Indonesian for its stemmer.
  sb_stemmer* stemmer = StemmerOf(language == "ms" ? "id" : std::string(language));
  if (stemmer == nullptr) return Truncated(folded);
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(folded.data()), static_cast<int>(folded.size()));
  if (stem == nullptr) return std::string(folded);
  return std::string(reinterpret_cast<const char*>(stem), static_cast<size_t>(sb_stemmer_length(stemmer)));
}

std::vector<uint32_t> TrigramsOf(std::string_view latin) {
  std::vector<uint32_t> trigrams;
  trigrams.reserve(latin.size());
  uint32_t window = '#';
  for (size_t i = 0; i <= latin.size(); ++i) {
    const auto c = static_cast<unsigned char>(i < latin.size() ? latin[i] : '#');
    window = ((window << 8) | c) & 0xFFFFFF;
    if (i >= 1) trigrams.push_back(window);
  }
  std::sort(trigrams.begin(), trigrams.end());
  trigrams.erase(std::unique(trigrams.begin(), trigrams.end()), trigrams.end());
  return trigrams;
}

double Dice(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  if (a.empty() || b.empty()) return 0;
  int common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++common;
      ++i;
      ++j;
    } else if (*i < *j)
      ++i;
    else
      ++j;
  }
  return 2.0 * common / static_cast<double>(a.size() + b.size());
}

int64_t MostLettersOfParticle(std::string_view word) {
  switch (ScriptOf(word)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
      return 3;
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_DEVANAGARI:
      return 2;
    default:
      return 1;
  }
}

bool IsLatinScript(std::string_view word) { return ScriptOf(word) == USCRIPT_LATIN; }

bool IsIdeographic(std::string_view word) {
  const int script = ScriptOf(word);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

bool StartsUpperCase(std::string_view word) {
  if (word.empty()) return false;
  size_t offset = 0;
  const auto c = static_cast<UChar32>(text::NextCodePoint(word, &offset));
  return u_isupper(c) || u_istitle(c);
}

}  // namespace polygist::summary
