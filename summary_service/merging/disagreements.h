// Numbers, amounts and dates on which sources differ about the same thing.
//
// Two quantities are compared only when something ties them: their sentences are linked and they
// count the same noun; or they count a noun that is central to both articles, each article has a
// single count of it, and a sentence about the same things without the count links the two ("the 16
// artists say X", "the artists say X ... 14 artists"). Amounts with a unit need the link and a
// single such amount in each sentence. Never a verdict: every value is reported with its place.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/base/byte_span.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/term_matches.h"
#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

enum class DisagreementKind {
  kDisagree,       // Exact values that differ.
  kApproximate,    // One is a rounding or an estimate that the other fits.
  kPartOf,         // One is said to be part of the other.
  kLaterRevision,  // The same source gave another value at another time.
  kRange,          // One is a range that holds the other.
};

// "DISAGREE", "APPROXIMATE", "PART_OF", "LATER_REVISION", "RANGE".
std::string_view NameOf(DisagreementKind kind);

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
};

// Precision first: what is not surely about the same thing is left out. Pure and deterministic.
// `links` are LinkSentences' for the same articles.
std::vector<Disagreement> FindDisagreements(std::span<const SourceArticle> articles,
                                            const Story& story,
                                            const std::vector<std::vector<TermMatch>>& matches,
                                            std::span<const SentenceLink> links);

}  // namespace polygist::summary
