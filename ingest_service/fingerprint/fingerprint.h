// Near-duplicate signature of a text: MinHash over word shingles.
//
// A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997: the share of equal
// minima estimates the Jaccard coefficient of two shingle sets. One hash per shingle and one
// permutation cut into bins (Li, Owen, Zhang 2012), empty bins filled from their neighbours
// (Shrivastava and Li 2014), so that the cost is one hash per shingle and not kFingerprintSize of
// them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace polygist::ingest {

// Standard error of the estimate is at most 1/(2*sqrt(64)) = 6 %.
inline constexpr int kFingerprintSize = 64;

// kFingerprintSize numbers, or none when `text` has no word. Shingles are 4 words, folded for
// matching; in a run of ideographs each character counts as a word. A text of fewer words than that
// is one shingle. Pure; the same on every machine. Requires valid UTF-8.
std::vector<uint32_t> Fingerprint(std::string_view text);

}  // namespace polygist::ingest
