// Verifications for people.
#pragma once

#include <string>

#include "polygist/summary/v1/verification.pb.h"

namespace polygist::client {

// The verdict in one line, then each finding: its code and field, what it means, what to do, what the summary says and
// what was found. `width` columns; 0 does not wrap.
std::string VerificationText(const summary::v1::Verification& verification, int width);

}  // namespace polygist::client
