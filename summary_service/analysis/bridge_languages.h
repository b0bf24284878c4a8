// Words of different languages that are one name, one number or one borrowed word, told without a dictionary.
#pragma once

#include <string>
#include <string_view>

#include "summary_service/analysis/analyzed_corpus.h"

namespace polygist::summary {

// `corpus` with one term for what several languages share:
//   - words of Latin letters that agree, without accents, in their first six letters (shorter ones, of four or
//     more, as a whole): "président" and "president", "tsunami" and "tsunami";
//   - words of different scripts with the same consonants: "цунами", "τσουνάμι" and "tsunami". Four
//     consonants are needed, or three when one of the words is written like a name.
// Tokens stay as they are: only AnalyzedCorpus::terms and question change, and the vocabulary, which has served its
// purpose, is left out. Equal numbers are one term anyway.
AnalyzedCorpus BridgeLanguages(const AnalyzedCorpus& corpus);

// `word`, folded, in Latin letters without accents, letter by letter (ICU "Any-Latin; Latin-ASCII"); Han
// characters and what ICU does not know are left out. Thread-safe.
std::string Romanised(std::string_view word);

// The consonants of a romanised word in classes that survive transliteration: b p f v are one, d t, g k c q x,
// s z (and ts); h w y and vowels say nothing; doubled ones count once.
std::string ConsonantSkeleton(std::string_view romanised);

}  // namespace polygist::summary
