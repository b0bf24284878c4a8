// Finds sentences of different articles, of the same or of different languages, that say the same.
//
// Log-likelihood ratio of "B renders A" against chance, from the terms of both (Dunning 1993 for
// the idea; symbols below as in term_evidence.h): a term i of A that B matches with strength m
// adds m * up_i, one that B does not match adds (1 - m) * dn_i, with up = ln(r/p), dn =
// ln((1-r)/(1-p)), p the chance that some sentence of this story matches i, r the chance that a
// true rendering does. So what the whole story shares weighs little, and a missing number weighs
// much.
#pragma once

#include <span>
#include <vector>

#include "summary_service/lexicon/lexicon.h"
#include "summary_service/merging/sentence_scores.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/term_matches.h"
#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

struct LinkOptions {
  // Links weaker than this are not reported. Range [0, 1000]. 500 is even odds: the best balance of
  // precision and recall. Raise it to trust links, lower it to be sure to see repetition.
  int least_strength_permille = 500;
  // Numbers that two sentences both give make their link stronger. Not for summaries: their weights were fitted to
  // links without, and fitted anew to links with them they were worth less.
  bool agreed_numbers = true;
};

// Links between sentences, numbered through all articles in order (the sentences of article 0, then
// of article 1, ...), ascending by (a, b). Never within one article. Headings are not linked.
// `lexicon` may be null: then names, numbers, dates and cognates decide.
// Pure and deterministic; uses an index, so cost grows with what sentences share, not with their
// pairs.
std::vector<SentenceLink> LinkSentences(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                                        const LinkOptions& options = {});

struct StoryLinks {
  std::vector<SentenceLink> links;    // As LinkSentences'.
  std::vector<int> assumed_permille;  // Strengths of the links under each of the assumptions.
};

// The same of a story already read and of what ScorePairs gives for it, and how well pairs of sentences would fit each
// other under an assumption: what is known about all the others stays as it is.
StoryLinks LinkPairs(const Story& story, PairScores scores, const LinkOptions& options = {});

// The links alone.
std::vector<SentenceLink> LinkStory(const Story& story, const TermMatches& matches, const LinkOptions& options = {});

}  // namespace polygist::summary
