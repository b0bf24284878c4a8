// Writes the classes of words (word_classes.h) of a circle of near relatives.
#pragma once

#include <string>

namespace polygist::ingest {

// The table of the lines `circle<TAB>class<TAB>word` of the file at `path`, as classify_words.py writes it. Of words
// that the table cannot tell apart, the first counts.
std::string WordClassTable(const std::string& path, const std::string& circle);

}  // namespace polygist::ingest
