// How likely two words in different scripts are one name.
//
// Words are compared as romanised by ICU (LatinOf). What romanising makes of a name is not what Latin spelling makes of
// it ("אמסטרדם" is "'mstrdm", "غروزني" is "ghrwzny"): data/transliterations.tsv tells for each script how often a
// letter of its romanisation stands for which letter of Latin spelling, or for none. A pair of words scores
//
//   log (P(a, b | one name) / (P(a) P(b)))
//
// by the best alignment of their letters, in which a particle before a name ("בברלין", in Berlin) and an ending behind
// it
// ("Берлином") cost little. Without these two, learned from one half of CLDR's cities and tried on the other half, 1 of
// 1,000 pairs of unrelated names scored more than 1 to 3.4 (by script), 1 of 10,000 more than 4 to 7; half of the names
// that are one scored more than 6 (Hebrew and English) to 14 (Russian and English). With them, of the names of
// countries in 10 pairs of languages, 4 finds 78 to 93 of 100 (transliteration_test.cc). (A pair hidden Markov model of
// one state: Durbin et al. 1998, Biological Sequence Analysis, chapter 4. For names: Knight and Graehl 1998, Machine
// Transliteration.)
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace polygist::summary {

// Letters are 0 to 25, a to z; kNoLetter is what a letter meets that stands for nothing.
inline constexpr size_t kLetters = 26, kNoLetter = 26;
// By letter of a and letter of b that meet in an alignment. [kNoLetter][kNoLetter] is not used.
template <typename Number>
using LetterTable = std::array<std::array<Number, kLetters + 1>, kLetters + 1>;
// What they add to the score of a pair of words.
using LetterScores = LetterTable<float>;

// Of how often they meet, in any unit. Requires: each letter meets something.
LetterScores ScoresOf(const LetterTable<double>& joint);

// For words a of one script and b of the other, both ICU's script numbers. A script the data does not know gets what
// scripts have in common.
LetterScores LetterScoresOf(int script_a, int script_b);

// Whether there are letters a to z alone, three at least and not too many for one name.
bool IsRomanisedName(std::string_view latin);
// The score above, natural logarithm. Requires: both are romanised names.
double TransliterationScore(std::string_view a, std::string_view b, const LetterScores& scores);

// Which kinds of consonants follow one another in a romanised word, three at a time with its edges: numbers, sorted,
// each once. Names that are one share some: Dice (names.h) is .2 and more for .94 of them and for .05 of other pairs of
// names, .3 for .89 and .02.
std::vector<uint32_t> ConsonantTriples(std::string_view latin);

}  // namespace polygist::summary
