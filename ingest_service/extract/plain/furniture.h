// Which lines are furniture.
#pragma once

#include <vector>

#include "ingest_service/extract/plain/pieces.h"

namespace polygist::ingest {

// Dismisses furniture among the pieces that are still body, once; makes captions of caption-like lines at the end when
// there is nothing else to dismiss. Judges by a model over features.h; what it dismisses changes the place of the rest,
// so call it again until it dismisses nothing more. Does nothing to a text that is not made of paragraphs (lists,
// poems, tables). Linear.
void DismissFurniture(std::vector<Piece>& pieces);

// Names the labels that stand in a run "plain.menu", once all is decided.
void NameMenus(std::vector<Piece>& pieces);

}  // namespace polygist::ingest
