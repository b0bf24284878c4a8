// Which articles are one text in two languages.
#pragma once

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// Pairs (a < b) of articles, ascending, one of which renders the other. A translation says the same things
// at the same places and is about as long; independent reports of one event link here and there. So every link
// speaks for or against by how far apart its sentences stand in their articles (log-likelihood ratio), and
// a shortened rendering is told by links that hold most of it, in order. `links`: over the sentences of all articles
// in order, as LinkSentences numbers them; those a little below even odds help where no dictionary does.
std::vector<std::pair<int, int>> TranslatedArticles(std::span<const SourceArticle> articles,
                                                    std::span<const SentenceLink> links);

// By pair of articles (a < b) with two links or more from even odds on: the share of the shorter one's sentences that
// are linked to sentences of the other in the same order. High where one retells the other, from the start or in part.
std::map<std::pair<int, int>, double> SharesInOrder(std::span<const SourceArticle> articles,
                                                    std::span<const SentenceLink> links);

}  // namespace polygist::summary
