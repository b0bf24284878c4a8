// What a reader asked for.
#pragma once

#include <span>
#include <vector>

#include "summary_service/analysis/sentence_vectors.h"

namespace polygist::summary {

// By n, in [0, 1]: how much a sentence has to do with the question. The cosine of the sentence to the question's
// terms, over the greatest one; a neighbour in the same article lends a quarter of its own (the answer often
// stands beside the sentence that names what was asked for: Otterbacher et al. 2005). Empty when no sentence
// holds a term of the question.
std::vector<double> MeasureFocus(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                                 std::span<const TermId> question);

}  // namespace polygist::summary
