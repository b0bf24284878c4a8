// Which sentences of different languages say the same, as far as selection trusts it.
#pragma once

#include <span>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/merging/cluster_sentences.h"
#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// Of the links over corpus.sentences those between articles of different languages. Within a language shared bigrams
// tell repetition better than links do. Links below even odds are among them, for Repetitions and OriginsByText.
std::vector<SentenceLink> LinksAcrossLanguages(const AnalyzedCorpus& corpus, std::vector<SentenceLink> links);

// Of the links of a sentence into one article the strongest, and only when it is the strongest for the other sentence,
// too: a sentence has one translation in an article. `links` ascend by (a, b), and so does what is returned.
std::vector<SentenceLink> StrongestLinks(const AnalyzedCorpus& corpus, const std::vector<SentenceLink>& links);

// Drops the links below even odds.
void DropUnlikely(std::vector<SentenceLink>& links);

// From this strength on one sentence is credited with what the other says. Credit must be right: below, sentences that
// share no more than the story's main name are credited with each other's news. Of pairs in stories told freely, with
// dictionaries, 378 of 379 are right from here on, in five real articles 38 of 42.
inline constexpr int kCreditPermille = 560;

// Raises the links between whole members of one statement group to kCreditPermille, and adds those that are missing:
// the group speaks for pairs that have little to go by themselves. 541 pairs of 547, 44 of 50. Pairs that share names
// alone stay as they are. Of different languages only, as LinksAcrossLanguages'. `links` and what is returned ascend
// by (a, b).
std::vector<SentenceLink> WithGroups(const AnalyzedCorpus& corpus, std::span<const StatementGroup> groups,
                                     std::vector<SentenceLink> links);

// What selection must not tell twice, of LinksAcrossLanguages; strength_permille is how much of it. Links well above
// even odds wholly, and those of two articles that retell each other (SharesInOrder); others by the share that the one
// says of the other, since what a report adds is worth telling.
std::vector<SentenceLink> Repetitions(std::span<const SourceArticle> articles, const AnalyzedCorpus& corpus,
                                      std::span<const SentenceLink> links);

// By article: the longest one of those that are copies (CopiesByFingerprint) or translations of one text, itself
// when there is no other. Translations are told by `links` (TranslatedArticles).
std::vector<int> OriginsByText(std::span<const SourceArticle> articles, std::span<const SentenceLink> links);

}  // namespace polygist::summary
