// Explanations for people.
#pragma once

#include <string>

#include "polygist/summary/v1/summary_service.pb.h"

namespace polygist::client {

// For each explanation the sentence, what became of it in which summary, its rank, score and parts, and the sentence
// that says nearly the same; for each difference what is lost and gained; then the sources. `width` columns; 0 does
// not wrap.
std::string ExplanationText(const summary::v1::ExplainSummariesResponse& response, int width);

}  // namespace polygist::client
