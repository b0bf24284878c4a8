// Words that make a number less than exact (data/number_hedges.tsv).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace polygist::summary {

enum class Hedge { kAbout, kAtLeast, kAtMost, kOf, kTo, kDozens, kHundreds, kThousands, kMillions };

struct HedgePhrase {
  Hedge hedge;
  std::string phrase;  // Folded.
};

// The phrases of a base language subtag, longest first; empty for unknown languages.
const std::vector<HedgePhrase>& HedgesOf(std::string_view language);

}  // namespace polygist::summary
