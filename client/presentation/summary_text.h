// Summaries for people.
#pragma once

#include <string>

#include "polygist/summary/v1/summary_service.pb.h"

namespace polygist::client {

struct SummaryTextOptions {
  int width = 0;          // Columns; 0 does not wrap.
  bool evidence = false;  // Show the sentences that say the same.
};

// A section per language, one for all languages, the values on which sources differ, then the numbered sources:
//
//   English
//
//     The dam held. [2] [3]
//
//   Sources
//
//     [2] Harbour Post: "Dam holds", English, 2031-03-04
//         collections/default/articles/dam-holds
//
// The number of the article a sentence stands in comes first, then those of articles that say the same; lines for all
// languages name theirs: "[2:en] [3:id]". "[…]" before a sentence: it leans on one that is not in the summary, or half
// of its quotation is there; "…" after it: only its beginning is shown. Of several lengths each has a part of its own,
// the shortest first. Below a line in a language that the reader does not have stands its gist, and below any line,
// when asked for, the sentences that say the same.
std::string SummaryText(const summary::v1::SummarizeArticlesResponse& response, const SummaryTextOptions& options);

}  // namespace polygist::client
