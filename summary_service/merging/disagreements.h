// Numbers, amounts and dates on which sources differ about the same thing.
//
// Two quantities are compared only when something ties them: they count the same noun, and their sentences are linked
// or would be if the numbers were equal; or each article has a single count of a noun that is central to one or both of
// them, and the two sentences would be linked if the numbers were equal, or one is linked to a sentence about the same
// things without the count ("the 16 artists say X", "the artists say X ... 14 artists"). What one article gives both
// values for is of different things. Amounts with a unit need the link and a single such amount in each sentence.
// Dates differ where the sentences would be linked if they were equal. Values that only their likeness ties:
// rival_values.h.
// Never a verdict: every value is reported with its place, also where the same count of the same noun stands alone.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/base/byte_span.h"
#include "summary_service/merging/compare_quantities.h"
#include "summary_service/merging/counted_things.h"
#include "summary_service/merging/date_values.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/story.h"
#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

struct DisagreementValue {
  int article = 0;
  int sentence = 0;  // Index into SourceArticle::sentences.
  ByteSpan span;     // UTF-8 bytes of the article's text: the number and its unit.
  double value = 0;
  std::string
      unit;  // ISO 4217, "percent", a CLDR unit, or empty. Dates: "date", value yyyymmdd or mmdd.
};

struct Disagreement {
  DisagreementKind kind = DisagreementKind::kDisagree;
  std::string
      about;  // What is counted, as the first article that names it writes it; may be empty.
  std::vector<DisagreementValue> values;  // By article, then place. At least two different ones.
  // Whether the sentences say the same but for the value. Otherwise only what is counted is the same.
  bool same_statement = true;
};

// What ties quantities: links, how well sentences would fit each other if the counts in them were equal, and rivals.
struct QuantityTies {
  std::vector<SentenceLink> links;           // Those to be trusted.
  std::vector<SentenceLink> links_if_equal;  // Under IfCountsWereEqual, those to be trusted.
  std::vector<std::pair<int, int>> rivals;   // SureRivals.
  std::vector<DateValue> dates;                 // ReadDates.
  std::vector<std::pair<int, int>> rival_dates;  // Those of RivalDates whose sentences would be linked.
};

// Precision first: what is not surely about the same thing is left out. Pure and deterministic.
std::vector<Disagreement> FindDisagreements(std::span<const SourceArticle> articles, const Story& story,
                                            const std::vector<Quantity>& quantities, const CountedThings& things,
                                            const QuantityTies& ties);

}  // namespace polygist::summary
