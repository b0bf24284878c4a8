// Which data this build carries.
#pragma once

#include <string>

namespace polygist::summary {

// Digest of the lists and weights that stand in the binary, 32 hexadecimal digits: they decide beside code and lexicon.
std::string EmbeddedDataDigest();

}  // namespace polygist::summary
