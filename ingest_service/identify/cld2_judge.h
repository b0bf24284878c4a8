// The first judge: CLD2 with its full tables (about 160 languages), behind one door.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace polygist::ingest {

// One language CLD2 holds possible.
struct Cld2Candidate {
  std::string tag;  // BCP 47, canonical; "zh-Hans" and "zh-Hant" apart, "nb" for CLD2's "no".
  int percent = 0;  // Of the text, 0 to 100.
  int score = 0;    // CLD2's score per KiB of letters; hundreds are weak, above 1,000 is usual.

  friend bool operator==(const Cld2Candidate&, const Cld2Candidate&) = default;
};

struct Cld2Verdict {
  std::vector<Cld2Candidate> candidates;  // At most three, best first. Empty: CLD2 does not know.
  bool reliable = false;                  // CLD2's own word.
};

// `words` as CollectEvidence makes them. Thread-safe; deterministic.
Cld2Verdict AskCld2(std::string_view words);

}  // namespace polygist::ingest
