// Links that are known in another way than by the words of two sentences.
#pragma once

#include <vector>

#include "summary_service/summary/sentence_link.h"

namespace polygist::summary {

// `links`, which ascend by (a, b), with `added` among them, in any order: where both hold a pair, the one of `links`
// stays, as strong as the stronger one. Ascending, each pair once.
std::vector<SentenceLink> WithAddedLinks(std::vector<SentenceLink> links, std::vector<SentenceLink> added);

}  // namespace polygist::summary
