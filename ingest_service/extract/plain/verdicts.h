// Which units go by the models' word: how sure they are of a unit, and what the text as a whole says about their
// doubts.
#pragma once

#include <vector>

#include "ingest_service/extract/plain/pieces.h"

namespace polygist::ingest {

// Who said or wrote what stands before it, behind an em dash: "— Ann Lee (@annlee), 5 May".
bool IsSignature(const Shape& shape);

// By piece, whether it goes; false for pieces that are not body. `log_odds` are those of JudgePieces. Linear.
std::vector<bool> FindFurniture(const std::vector<Piece>& pieces, const std::vector<double>& log_odds);

}  // namespace polygist::ingest
