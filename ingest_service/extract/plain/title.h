// The title of a plain text, and its repeats.
#pragma once

#include <string>
#include <vector>

#include "ingest_service/extract/plain/pieces.h"

namespace polygist::ingest {

// Finds the title and dismisses the pieces that hold it or repeat it ("plain.title", "plain.repeated-title").
//
// It is the given one; else a line before the first paragraph that stands there more than once; else, when
// just one heading-like line precedes the first paragraph, that line. Otherwise none: several headings in a row do
// not tell which of them is the title, and a wrong guess would lose a line of the body.
// Returns the title; empty when none was found or given. Looks at pieces that are still body.
std::string TakeTitle(const std::string& given, std::vector<Piece>& pieces);

// Whether a line could be a title or heading: some words, no sentence end, no sign of a link or list.
bool IsHeadingLike(const Piece& piece);

}  // namespace polygist::ingest
