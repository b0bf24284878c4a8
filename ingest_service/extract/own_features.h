// Features of a block by itself: the shape of its text, its links, its inline markup.
#pragma once

#include "ingest_service/extract/block_tree.h"
#include "ingest_service/extract/feature_row.h"

namespace polygist::ingest {

void AddOwnFeatures(const TextBlock& block, FeatureRow* row);

}  // namespace polygist::ingest
