// Responses as ProtoJSON with proto field names, for programs.
#pragma once

#include <string>

#include "google/protobuf/message.h"

namespace polygist::client {

// Fields without a value are printed too, so that `sentences[0].article` is there when it is 0;
// unset messages are not. int64 are strings, as ProtoJSON says. No line feed at the end; `pretty`:
// indented over several lines.
std::string ToJson(const google::protobuf::Message& message, bool pretty);

}  // namespace polygist::client
