// Values that sources give differently for the same thing.
#pragma once

#include <string>
#include <vector>

#include "common/base/byte_span.h"

namespace polygist::summary {

enum class DisagreementKind {
  kDisagree,       // Exact values that differ.
  kApproximate,    // One is a rounding or an estimate that the other fits.
  kPartOf,         // One is said to be part of the other.
  kLaterRevision,  // The same source gave another value at another time.
  kRange,          // One is a range that holds the other.
};

struct DisagreementValue {
  int article = 0;
  int sentence = 0;  // Index into SourceArticle::sentences.
  ByteSpan span;     // UTF-8 bytes of the article's text: the number and its unit.
  double value = 0;
  std::string unit;  // ISO 4217, "percent", a CLDR unit, or empty. Dates: "date", value yyyymmdd or mmdd.
};

struct Disagreement {
  DisagreementKind kind = DisagreementKind::kDisagree;
  std::string about;  // What is counted, as the first article that names it writes it; may be empty.
  std::vector<DisagreementValue> values;  // By article, then place. At least two different ones.
  // Whether the sentences say the same but for the value. Otherwise only what is counted is the same.
  bool same_statement = true;
};

}  // namespace polygist::summary
