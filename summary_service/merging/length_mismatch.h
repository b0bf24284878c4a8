// How well two texts fit each other by the lengths of their sentences alone.
#pragma once

#include <span>

namespace polygist::summary {

// Cost per sentence of the cheapest alignment in reading order, where a sentence renders one or two sentences or none
// (Gale and Church 1993, A program for aligning sentences in bilingual corpora). Lengths in code points, each
// side scaled to the whole of the other. Translations are mostly below .75, texts that have nothing to do with
// each other mostly above 1. Needs the product of the sizes in time, twice the size of `b` in memory. 0 when both are
// empty.
double LengthMismatch(std::span<const int> a, std::span<const int> b);

}  // namespace polygist::summary
