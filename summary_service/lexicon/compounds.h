// Words that a dictionary knows only in parts: compounds of German or Dutch, runs of ideographs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "summary_service/lexicon/lexicon.h"
#include "summary_service/lexicon/word_lookup.h"

namespace polygist::summary {

struct WordPart {
  std::string folded;
  float share = 1;  // What a translation of the part is worth for the whole. (0, 1].
};

class CompoundSplitter {
 public:
  // `lexicon` may be null; then words are never split. `language` is a base subtag.
  CompoundSplitter(const Lexicon* lexicon, std::string_view language);

  // Of a word that the lexicon does not know: the two known parts that are most even in length (a
  // linking "s", "es", "n", "en" or "e" may stand between), or of ideographs the known pairs of
  // characters and then single ones; otherwise its longest known beginning, which inflection and particles
  // follow. Empty for English, and when no part is known.
  std::vector<WordPart> PartsOf(std::string_view folded, bool ideographic) const;

 private:
  bool Knows(std::string_view folded) const;
  std::vector<WordPart> Halves(std::string_view folded) const;
  std::vector<WordPart> Beginning(std::string_view folded) const;
  std::vector<WordPart> Characters(std::string_view folded) const;

  const std::string language_;
  std::optional<WordLookup> english_;
};

}  // namespace polygist::summary
