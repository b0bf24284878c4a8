// Who wrote an article, as a line says it.
#pragma once

#include <string>
#include <string_view>

namespace polygist::ingest {

// The author in a line that names one ("By Mary Smith | 3 min read"); empty when it does not.
std::string AuthorIn(std::string_view line);

// `byline` without the word that introduces it: "By Mary Smith and Jane Doe" has two authors, and keeps them.
std::string WithoutIntroduction(std::string_view byline);

// The author that one of the parts of `line` names, cut at signs like "|": "12 mei 2031 | Door Piet Smit".
std::string AuthorInParts(std::string_view line);

}  // namespace polygist::ingest
