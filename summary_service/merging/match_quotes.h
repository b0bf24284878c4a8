// The same speech in several articles, over languages.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "summary_service/merging/find_quotes.h"
#include "summary_service/merging/story.h"
#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

struct QuoteGroup {
  std::string speaker;                 // The fullest name that an article writes; empty when none names one.
  std::string speaker_key;             // Of that name.
  std::vector<Quote> quotes;           // By article, then place.
  std::vector<std::string> languages;  // Distinct base subtags, in order of the quotes.
  std::vector<std::string> sources;    // Distinct and not empty, in order of the quotes.
  int independent_origins = 0;         // Distinct origins of the articles.
  bool wording_differs = false;        // Two articles of one language give the words differently.
};

// Whether one person may speak: every word of the shorter key is in the longer one, sounds like one there, or is one
// there in another script. So it is when a quote names no speaker.
bool MayBeOneSpeaker(const Quote& a, const Quote& b);

// Quotes of different articles are one speech when their sentences are linked, they are of like length, and
// nothing speaks against one speaker; without a speaker on both sides the link must be surer. Groups of
// several articles first, in reading order; then the others. `links` are LinkStory's, `origins` OriginsOf's.
// Pure and deterministic.
std::vector<QuoteGroup> MatchQuotes(std::span<const SourceArticle> articles, std::vector<Quote> quotes,
                                    std::span<const SentenceLink> links, std::span<const int> origins);

}  // namespace polygist::summary
