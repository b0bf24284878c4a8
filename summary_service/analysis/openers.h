// Sentences that begin by leaning on the one before them.
#pragma once

#include <string_view>

#include "summary_service/analysis/analyzed_corpus.h"

namespace polygist::summary {

// How `sentence` begins, by the lists of its language (data/openers.tsv); kNone for languages without one.
// Longest match of whole words at the beginning, after quotation marks and the like, and of a demonstrative after a
// preposition; for languages without spaces, of characters. Thread-safe.
Opener OpenerOf(std::string_view sentence, std::string_view base_language);

// Whether there are lists for the language.
bool HasOpeners(std::string_view base_language);

}  // namespace polygist::summary
