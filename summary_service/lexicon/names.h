// Word forms under which the same name or stem meets itself in another language or script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace polygist::summary {

// The forms of one word. All are for comparing, never for output.
struct WordForms {
  std::string folded;    // NFKC case folding, accents kept.
  std::string latin;     // ASCII letters and digits: "сора" -> "sora", "Müller" -> "muller".
  std::string skeleton;  // Consonants of `latin`, alike-sounding ones joined: "qdhafy" and
                         // "gaddafi" come close.
};

// Requires valid UTF-8. Thread-safe; transliterators are kept per thread.
WordForms FormsOf(std::string_view word);
// WordForms::latin of a word that is folded, and WordForms::skeleton of that.
std::string LatinOf(std::string_view folded);
std::string SkeletonOf(std::string_view latin);
// The same of a word that is folded (text::FoldForMatching).
WordForms FormsOfFolded(std::string folded);

// Snowball stem of a folded word; where Snowball has no stemmer (Polish, Czech, Ukrainian, ...) the
// first letters of long words; unchanged for scripts without inflection at the end of a word.
// `language` is a base subtag.
std::string StemOf(std::string_view folded, std::string_view language);

// Sorted distinct character trigrams of a Latin form, with one boundary mark at each end.
std::vector<uint32_t> TrigramsOf(std::string_view latin);

// Dice coefficient of two sorted trigram sets, in [0, 1].
double Dice(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b);

// The script of the first letter that has one, by ICU's numbers; 0 (Common) when none has.
int ScriptOf(std::string_view word);

// True when the word is written in the Latin script.
bool IsLatinScript(std::string_view word);

// Words of up to so many letters are rather articles, prepositions or counters, by their script.
int64_t MostLettersOfParticle(std::string_view word);

// True when the first letter is upper or title case.
bool StartsUpperCase(std::string_view word);

// True for Han, Hiragana and Katakana words.
bool IsIdeographic(std::string_view word);

}  // namespace polygist::summary
