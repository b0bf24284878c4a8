// The features that near relatives are told apart by: those of letter_groups.h, and the classes of words. Each
// counts once, however often the text repeats it: a name or a term that an article is about says no more for a
// language the tenth time. Judge and trainer read them with this one function.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest_service/identify/letter_groups.h"
#include "ingest_service/identify/word_classes.h"

namespace polygist::ingest {

// Calls visit(size_t row) for every feature of `words` (Evidence::words): of a group its bucket, of a class
// 2^log2_buckets + class, for every distinct word of the text and WordClasses::kTimes times.
template <typename Visit>
void ForEachCircleFeature(std::string_view words, int log2_buckets, const WordClasses& classes, Visit&& visit) {
  const size_t buckets = size_t{1} << log2_buckets;
  std::vector<bool> seen(buckets), seen_words(buckets);
  const auto is_new = [&](std::vector<bool>& set, uint32_t hash) {
    auto entry = set[hash >> (32 - log2_buckets)];
    if (entry) return false;
    entry = true;
    return true;
  };
  const auto visit_group = [&](uint32_t hash) {
    if (is_new(seen, hash)) visit(size_t{hash >> (32 - log2_buckets)});
  };
  const auto visit_class = [&](uint32_t hash) {
    if (classes.empty() || !is_new(seen_words, hash)) return;
    const uint32_t word_class = classes.ClassOf(hash);
    if (word_class == 0) return;
    for (int i = 0; i < WordClasses::kTimes; ++i) visit(buckets + word_class);
  };
  ForEachLetterGroup(words, visit_group, visit_class);
}

}  // namespace polygist::ingest
