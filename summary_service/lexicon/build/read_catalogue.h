// Segments of gettext catalogues: what a program says in English and in another language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace polygist::summary::lexicon_build {

struct Segment {
  std::string english;
  std::string translated;

  friend auto operator<=>(const Segment&, const Segment&) = default;
};

// The translated messages of a compiled catalogue (.mo, either byte order), without context,
// markup, placeholders and keyboard marks. Empty for anything that is no catalogue; never fails.
std::vector<Segment> ReadCatalogue(std::string_view bytes);

}  // namespace polygist::summary::lexicon_build
