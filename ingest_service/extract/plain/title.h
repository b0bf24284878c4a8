// The title of a plain text, and its repeats.
#pragma once

#include <string>
#include <vector>

#include "ingest_service/extract/plain/pieces.h"

namespace polygist::ingest {

// Dismisses the pieces that hold the given title or repeat it ("plain.title", "plain.repeated-title").
void DismissTitle(const std::string& title, std::vector<Piece>& pieces);

// The title is a line before the first paragraph that comes again: dismissed with its repeats. When `*title` is known
// already the line goes all the same ("plain.subtitle"): without this, cleaning the cleaned text again would lose it.
void TakeRepeatedTitle(std::string* title, std::vector<Piece>& pieces);

// The same for a heading-like line that stands alone before the first paragraph, once furniture is gone. Several
// headings do not tell which of them is the title, and a wrong guess would lose a line of the body.
void TakeLoneTitle(std::string* title, std::vector<Piece>& pieces);

// For a text without a title so far: the line among those dismissed before the first paragraph that shares most words
// with the paragraphs; empty without one.
std::string TakeDismissedTitle(std::vector<Piece>& pieces);

// Whether a line could be a title or heading: some words, no sentence end, no sign of a link or
// list.
bool IsHeadingLike(const Piece& piece);

}  // namespace polygist::ingest
