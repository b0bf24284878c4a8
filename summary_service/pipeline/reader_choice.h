// The sentence that a reader gets for each statement: the one in the best language that they have.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/lexicon/keys.h"
#include "summary_service/summary/sentence_link.h"

namespace polygist::summary {

// Place of a language among `reading_languages` (BCP 47 tags, best first), by base subtag; their number when it is
// none of them.
size_t PreferenceOf(std::string_view language, std::span<const std::string> reading_languages);

// n counts the sentences to choose from.
struct ReaderChoiceInput {
  std::span<const AnalyzedSentence> sentences;  // By n.
  std::span<const AnalyzedArticle> articles;    // Of the corpus.
  std::span<const SentenceLink> links;          // Over n: who says the same.
  std::span<const int64_t> scores;              // By n.
  std::span<const std::vector<Key>> keys;       // By n: of sentences with links.
  std::vector<bool> hidden;                     // By n: must not be shown in the place of another.
  std::vector<bool> fixed;                      // By n: must be shown as it is.
  std::span<const std::string> reading_languages;
  int least_strength_permille = 0;  // Of links that may carry a statement over.
};

// By n: the sentence shown for it. Itself when it is in the best language it can be had in; otherwise the sentence of
// that language that is surely linked to it, the one that lacks the fewest of its numbers and times first, then running
// text that does not lean on its neighbours, then by strength times score. Ties prefer the earlier sentence. One that
// has none of the numbers says something else and is never shown.
std::vector<int32_t> ChooseForReader(const ReaderChoiceInput& input);

// Links of full strength between sentences for which one sentence is shown, so that only one of them is chosen.
// Ascending.
std::vector<SentenceLink> ShownOnce(std::span<const int32_t> shown);

}  // namespace polygist::summary
