// Pieces of the training text, and how many of each language are learned from.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "ingest_service/identify/training/training_text.h"

namespace polygist::ingest {

using Random = std::mt19937;

// How long pieces are.
enum class Lengths {
  kSentences,  // 14 to 220 bytes, short and long alike.
  // To 2,000 bytes, every power alike: for features that count once a text, which weigh otherwise in long ones.
  kArticles,
};

// A piece of random length; a fifth of them hold a stray word of `english`, as names and terms are in any
// news. `english` may be null; `segments` may not be empty.
std::string MakeExample(const std::vector<std::string>& segments, const TrainingText* english, Lengths lengths,
                        Random& random);

struct Lesson {
  size_t language;  // Index into the tags.
  bool listed;      // From the language's word list.
};

// How much running text and how many lists a language gives.
enum class Mixture {
  // By the amount there is, within bounds; lists a third. Where one language has a hundred times the list of
  // another (Amharic and Tigrinya, Kyrgyz and Tatar), whole lists would make it the answer to everything.
  kBalanced,
  // Every list segment as often as any other, so that a word which stands in several lists speaks for none of
  // them, however long they are. Near relatives with lists of one make need that.
  kWholeLists,
  // Running text only, of each language as much. For what the frequency of common words tells.
  kRunningAlike,
};

struct ScheduleOptions {
  int per_language = 0;  // Examples of a language with the usual amount of text.
  Mixture mixture = Mixture::kBalanced;
};

// The lessons of one run over the text of `tags`, in random order.
std::vector<Lesson> MakeSchedule(const std::vector<std::string>& tags, const TextByTag& texts,
                                 const ScheduleOptions& options, Random& random);

}  // namespace polygist::ingest
