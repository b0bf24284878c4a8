// Comparisons for people.
#pragma once

#include <string>

#include "polygist/summary/v1/summary_service.pb.h"

namespace polygist::client {

// What several articles say, with who says it; where they differ; the numbered sources:
//
//   Said by several
//
//     The dam held. [2]
//     Bendungan itu bertahan. [1]
//
//   Differences
//
//     artists (DISAGREE): 16 [1], 14 [5]
//
//   Sources
//   ...
//
// `width` columns; 0 does not wrap.
std::string ComparisonText(const summary::v1::CompareArticlesResponse& response, int width);

}  // namespace polygist::client
