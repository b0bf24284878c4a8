// Pieces of the training text, and how many of each language are learned from.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "ingest_service/identify/training/training_text.h"

namespace polygist::ingest {

using Random = std::mt19937;

// A piece of random length; a fifth of them hold a stray word of `english`, as names and terms are in any
// news. `english` may be null; `segments` may not be empty.
std::string MakeExample(const std::vector<std::string>& segments, const TrainingText* english, Random& random);

struct Lesson {
  size_t language;  // Index into the tags.
  bool listed;      // From the language's word list.
};

struct ScheduleOptions {
  int per_language = 30'000;  // Examples of a language with the usual amount of text.
  enum Rule { kBalanced, kWholeLists, kAlike } rule = kBalanced;  // See examples.cc.
  double list_share = 0.2;
};

// The lessons of one run over the text of `tags`, in random order.
std::vector<Lesson> MakeSchedule(const std::vector<std::string>& tags, const TextByTag& texts,
                                 const ScheduleOptions& options, Random& random);

}  // namespace polygist::ingest
