// Whether a summary is what it says: the same for articles from the ingest service and for files.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "common/base/request_context.h"
#include "polygist/summary/v1/summary_service.pb.h"
#include "polygist/summary/v1/verification.pb.h"
#include "summary_service/corpus/article_source.h"
#include "summary_service/lexicon/lexicon.h"

namespace polygist::summary {

// How near what was found comes to the revision that the summary names. Ascending.
enum class Match {
  kMissing,    // Nothing was found.
  kOther,      // Another revision, or one of unknown relation.
  kSameBytes,  // Made from the same bytes by other rules.
  kExact,      // That revision.
};

// An article of a summary as it was found.
struct FoundArticle {
  Match match = Match::kMissing;
  std::optional<FetchedArticle> article;  // Unless missing. Name and client_ref are taken from the summary.
  std::vector<v1::Finding> findings;      // What is wrong with it; `field` is below the summary.
};

// `found`: by index into summary.articles, one for each. `lexicon` may be null. Stops early when `call` says so; the
// result is then of no use.
v1::Verification VerifySummary(const RequestContext& call, const v1::SummarizeArticlesResponse& summary,
                               std::span<const FoundArticle> found, const Lexicon* lexicon);

// A finding whose long values are shortened.
v1::Finding MakeFinding(std::string_view code, std::string_view field, std::string_view recorded,
                        std::string_view found, std::string_view message, std::string_view remedy,
                        bool refutes = false);

}  // namespace polygist::summary
