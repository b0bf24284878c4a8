// English words that render the same words of other languages: "die" and "be killed". Sources seldom choose the same word
// for a thing, and two dictionaries seldom the same gloss.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "summary_service/lexicon/build/word_pairs.h"

namespace polygist::summary::lexicon_build {

struct ParaphraseOptions {
  double least_weight = 0.5;   // Of the pairs that are looked at: whole glosses, not parts of phrases.
  int least_languages = 2;     // In which the two words must meet.
  double least_chance = 0.04;  // Of p(e2 | e1).
  size_t most = 4;             // Kept of a word.
  double scale = 3;            // A paraphrase weighs scale * p(e2 | e1), at most `heaviest`.
  double heaviest = 0.6;
};

// Adds to every table towards English the paraphrases of its translations, and a table from English to English.
// p(e2 | e1) is the mean over languages of the sum over their words f of p(f | e1) p(e2 | f) (Bannard and
// Callison-Burch 2005, Paraphrasing with bilingual parallel corpora, section 3).
void AddParaphrases(const ParaphraseOptions& options, WordPairs* pairs);

}  // namespace polygist::summary::lexicon_build
