// Words of different languages that mean the same, learned from sentences that surely say the same.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "summary_service/lexicon/lexicon.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

struct LearnedWords {
  std::string language;  // Base subtag; the one that sorts first, unless the other is English.
  std::string word;      // Folded.
  std::string target;
  std::string translation;  // Folded.
  int weight_permille = 0;  // (0, 1000].
  int sentence_pairs = 0;   // Different pairs of sentences that hold both.

  friend bool operator==(const LearnedWords&, const LearnedWords&) = default;
};

struct LearnWordsOptions {
  // Links weaker than this teach nothing. Range [500, 1000]: a wrong link teaches wrong words, which make
  // more wrong links.
  int least_link_permille = 700;
  // Pairs of sentences that must hold both words.
  int least_sentence_pairs = 2;
  // Least Dice coefficient of the two words over the linked pairs of their languages.
  double least_dice = 0.7;
};

// Words that something explains already (a dictionary, a number, a name, a cognate in the other sentence) are
// left out of each pair of sentences, and the rest is counted (competitive linking, Melamed 2000, Models of
// translational equivalence among words): a pair is learned when the two are each other's only best partner. The same
// sentences met twice count once. By language, target, then weight, word. Pure and deterministic.
std::vector<LearnedWords> LearnWords(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                                     const LearnWordsOptions& options = {});

}  // namespace polygist::summary
