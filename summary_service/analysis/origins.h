// Copies of one text among articles.
#pragma once

#include <span>
#include <vector>

#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// By article: the first article it is a copy of, or itself. Two articles are copies when at least half of their
// fingerprints agree (MinHash: Jaccard similarity of word shingles, Broder 1997), directly or through a third:
// wire texts that several papers carry, shortened or with another first line. Articles without a fingerprint
// are no copies.
std::vector<int> CopiesByFingerprint(std::span<const SourceArticle> articles);

}  // namespace polygist::summary
