// How much a sentence says, whatever language it is in.
#pragma once

#include <vector>

#include "summary_service/analysis/bigram_index.h"

namespace polygist::summary {

// By n: the factor that brings the bigrams of a sentence to the measure of the group. One language says in twelve
// words what another says in twenty, so neither values nor lengths of sentences compare over languages as they are:
// the factor is the mean number of bigrams of a sentence of running text in the group over that in the sentence's
// language (the latter as if five sentences of the group's mean were among them, so that one odd article weighs
// little). 1 when the group is of one language.
std::vector<double> MeasureLanguageFactors(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                                           const BigramIndex& bigrams);

}  // namespace polygist::summary
