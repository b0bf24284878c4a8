// Which sentences of different languages say the same, as far as selection trusts it.
#pragma once

#include <span>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// Of the links over corpus.sentences those between articles of different languages. Within a language shared bigrams
// tell repetition better than links do. Links below even odds are among them, for Repetitions and OriginsByText.
std::vector<SentenceLink> LinksAcrossLanguages(const AnalyzedCorpus& corpus, std::vector<SentenceLink> links);

// Of the links of a sentence into one article the strongest, and only when it is the strongest for the other sentence,
// too: a sentence has one translation in an article.
std::vector<SentenceLink> StrongestLinks(const AnalyzedCorpus& corpus, std::vector<SentenceLink> links);

// Drops the links below even odds.
void DropUnlikely(std::vector<SentenceLink>& links);

// From this strength on one sentence is credited with what the other says. Credit must be right: below, sentences that
// share no more than the story's main name were credited with each other's news. Of stories told freely 74 of 74
// credits are right, 66 of 67 without dictionaries; from .65 on 48 and 28 are given. Five real articles: 27 of 27, 23.
inline constexpr int kCreditPermille = 620;

// What selection must not tell twice, of LinksAcrossLanguages; strength_permille is how much of it. Links well above
// even odds wholly, and those of two articles that retell each other (SharesInOrder); others by the share that the one
// says of the other, since what a report adds is worth telling.
std::vector<SentenceLink> Repetitions(std::span<const SourceArticle> articles, const AnalyzedCorpus& corpus,
                                      std::span<const SentenceLink> links);

// By article: the longest one of those that are copies (CopiesByFingerprint) or translations of one text, itself
// when there is no other. Translations are told by `links` (TranslatedArticles).
std::vector<int> OriginsByText(std::span<const SourceArticle> articles, std::span<const SentenceLink> links);

}  // namespace polygist::summary
