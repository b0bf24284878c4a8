// What the two models together say of each unit of a text.
#pragma once

#include <vector>

#include "ingest_service/extract/plain/pieces.h"

namespace polygist::ingest {

// By piece: the log-odds that it is body, above 0 where that is more likely than not; 0 for pieces that are not body.
// Linear.
std::vector<double> JudgePieces(const std::vector<Piece>& pieces);

}  // namespace polygist::ingest
