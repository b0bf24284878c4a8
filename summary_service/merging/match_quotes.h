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

// Whether two keys may name one person: every word of the shorter one is in the longer one, or sounds like
// one there across scripts.
bool MayBeOneSpeaker(std::string_view a, std::string_view b);

// Quotes of different articles are one speech when their sentences are linked, they are of like length, and
// nothing speaks against one speaker; without a speaker on both sides the link must be surer. Groups of
// several articles first, in reading order; then the others. `links` are LinkStory's, `origins` OriginsOf's.
// Pure and deterministic.
std::vector<QuoteGroup> MatchQuotes(std::span<const SourceArticle> articles, std::vector<Quote> quotes,
                                    std::span<const SentenceLink> links, std::span<const int> origins);

}  // namespace polygist::summary
