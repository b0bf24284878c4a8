// Word pairs from parallel segments by IBM Model 1 (Brown et al. 1993), both ways.
#pragma once

#include <string>
#include <vector>

#include "summary_service/lexicon/build/read_catalogue.h"
#include "summary_service/lexicon/build/word_pairs.h"

namespace polygist::summary::lexicon_build {

struct LearnOptions {
  int iterations = 5;
  size_t longest_segment = 50;  // Words, on either side.
  int least_count = 2;          // Segments in which the two words must meet.
  double least_weight = 0.08;   // Of the harmonic mean of both directions.
};

// Adds pairs of folded words of `language` and English stems. The weight is min(1, 1.25 * the
// harmonic mean of t(e|f) and t(f|e)). `segments` must be sorted and distinct: the result depends
// on nothing else.
void LearnPairs(const std::vector<Segment>& segments, const std::string& language, const LearnOptions& options,
                WordPairs* pairs);

}  // namespace polygist::summary::lexicon_build
