// Comparisons for people.
#pragma once

#include <string>

#include "polygist/summary/v1/summary_service.pb.h"

namespace polygist::client {

struct ComparisonTextOptions {
  int width = 0;         // Columns; 0 does not wrap.
  bool singles = false;  // Show what only one article says.
};

// What several articles say, who says it and who is silent; where they differ; who is quoted with which words; the
// numbered sources:
//
//   Said by several
//
//     The dam held. [2:en]
//     Bendungan itu bertahan. [1:id]
//       (2 independent; silent: [3])
//
//   Differences
//
//     artists (DISAGREE): 16 [1], 14 [5]
//
//   Quotes
//
//     Ana Ruiz (wording differs)
//       "We are safe." [2:en]
//       "We are all safe." [3:en]
//
//   Sources
//   ...
std::string ComparisonText(const summary::v1::CompareArticlesResponse& response, const ComparisonTextOptions& options);

}  // namespace polygist::client
