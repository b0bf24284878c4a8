// Where two messages differ, by the names of their fields.
#pragma once

#include <string>
#include <vector>

#include "google/protobuf/message.h"

namespace polygist::summary {

struct FieldDifference {
  std::string field;     // "merged.sentences[2].text".
  std::string recorded;  // Text of the value on either side; empty when it is not there.
  std::string found;
};

// In the order of fields. Both messages are of one type.
std::vector<FieldDifference> FieldDifferences(const google::protobuf::Message& recorded,
                                              const google::protobuf::Message& found);

}  // namespace polygist::summary
