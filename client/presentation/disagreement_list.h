// The list of values on which articles differ.
#pragma once

#include <string>

#include "polygist/summary/v1/comparison.pb.h"

namespace polygist::client {

// "Differences", then for each what is counted, how the values differ, the values with all who give them, and the first
// sentence of each value. Empty when there are none. `width` columns; 0 does not wrap.
std::string DisagreementList(const google::protobuf::RepeatedPtrField<summary::v1::Disagreement>& disagreements,
                             int width);

}  // namespace polygist::client
