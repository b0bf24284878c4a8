// How much a sentence speaks for the others.
#pragma once

#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/analysis/sentence_vectors.h"

namespace polygist::summary {

// By n: the product of the sentence's vector with the sum of all sentence vectors, over the greatest one among
// sentences of running text; in [0, 1] (Radev et al. 2004, Centroid-based summarization, in cosine form: the
// mean similarity to every sentence, in linear time).
std::vector<double> MeasureCentrality(const AnalyzedCorpus& corpus, const SentenceVectors& vectors);

}  // namespace polygist::summary
