// What a text says twice.
#pragma once

#include <vector>

#include "ingest_service/extract/plain/pieces.h"

namespace polygist::ingest {

// Dismisses, of the pieces that are body, running text that another says too, whole or cut short, and one of two equal
// lines behind a paragraph ("plain.repeat"). Linear.
void DismissRepeats(std::vector<Piece>& pieces);

}  // namespace polygist::ingest
