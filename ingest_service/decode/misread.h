// A one-byte or two-byte encoding that was once read as Latin ("Âëàñòè", "µ±¾Ö"), put right.
#pragma once

#include "ingest_service/decode/mojibake.h"

namespace polygist::ingest {

// Looks at texts of which most characters are those of windows-1252 beyond ASCII, which no language writes: as bytes,
// they are read in the most plausible other encoding, when that makes letters of another script. Returns `repaired`
// itself otherwise.
Repaired RepairMisread(Repaired repaired);

}  // namespace polygist::ingest
