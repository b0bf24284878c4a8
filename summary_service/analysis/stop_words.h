// Function words per language.
#pragma once

#include <string_view>

#include "absl/container/flat_hash_set.h"

namespace polygist::summary {

// The function words of a language, folded as FoldForMatching does. Empty when nothing is known of it.
using StopWords = absl::flat_hash_set<std::string>;

// `base_language` is a base subtag ("pt"). Made once per process, from data/stop_words.tsv. Thread-safe.
const StopWords& StopWordsOf(std::string_view base_language);

}  // namespace polygist::summary
