// The title of a plain text, and its repeats.
#pragma once

#include <string>
#include <vector>

#include "ingest_service/extract/plain/pieces.h"

namespace polygist::ingest {

// Dismisses the pieces that hold the title or repeat it ("plain.title", "plain.repeated-title").
// The title is the given one; else a line before the first paragraph that comes again. Returns it;
// empty when there is none.
std::string TakeKnownTitle(const std::string& given, std::vector<Piece>& pieces);

// For a text without a known title, once furniture is gone. When just one heading-like line
// precedes the first paragraph, that line: several headings in a row do not tell which of them is
// the title, and a wrong guess would lose a line of the body. When none does, the line among those
// dismissed before the first paragraph that shares most words with the paragraphs.
std::string TakeLoneTitle(std::vector<Piece>& pieces);

// For a text whose title is known: dismisses the line that would be taken for a title next, being
// repeated or alone before the first paragraph ("plain.subtitle"). Without this, cleaning the
// cleaned text again would lose it. Returns whether there was one.
bool DismissSubtitle(std::vector<Piece>& pieces);

// Whether a line could be a title or heading: some words, no sentence end, no sign of a link or
// list.
bool IsHeadingLike(const Piece& piece);

}  // namespace polygist::ingest
