// What the classifier sees of the blocks around one.
#pragma once

#include <cstddef>

#include "ingest_service/extract/block_features.h"
#include "ingest_service/extract/feature_row.h"
#include "ingest_service/extract/page_context.h"

namespace polygist::ingest {

// The two blocks before and the two behind the b-th one.
void AddNeighbours(const PageEvidence& page, size_t b, FeatureRow* row);

// Sums over the five and the fifteen blocks around it.
void AddWindows(const PageEvidence& page, const PageContext& context, size_t b, FeatureRow* row);

}  // namespace polygist::ingest
