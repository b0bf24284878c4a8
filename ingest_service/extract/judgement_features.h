// What the first judgement of all blocks says about each of them: the second look of the classifier.
//
// Stacking (Wolpert 1992): a comment thread or an appended teaser list looks like text block by block, and unlike the
// article once the judgements of its neighbours, its containers and its likes are known.
#pragma once

#include <string>
#include <vector>

#include "ingest_service/extract/block_features.h"

namespace polygist::ingest {

// `first` with further columns. Requires: one probability per block.
FeatureTable AddJudgements(const PageEvidence& page, const FeatureTable& first, const std::vector<float>& probabilities);

// Names of the added columns.
std::vector<std::string> JudgementFeatureNames();

}  // namespace polygist::ingest
