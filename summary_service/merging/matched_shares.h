// How much of a sentence another one holds, and of what kind it is: names, or what is told of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "summary_service/merging/story.h"
#include "summary_service/merging/term_evidence.h"

namespace polygist::summary {

// Of the sentences of one story. Below, `best` is, by place in TermEvidence::TermsOf of a sentence, how well another
// one matches the term at best; 0 where it does not.
class MatchedShares {
 public:
  // `evidence` must outlive it.
  MatchedShares(const Story& story, const TermEvidence& evidence);

  // 0 to 1000: the evidence of the sentence that is matched, as a share of all that could be. `language`: the other
  // sentence's.
  uint32_t HeldPermille(int sentence, int language, std::span<const float> best) const;

  // Evidence in nats of the numbers of the sentence that are matched.
  double NatsOfNumbers(int sentence, int language, std::span<const float> best) const;

  // Whether names are all that two sentences share.
  bool NamesAlone(int a, std::span<const float> best_a, int b, std::span<const float> best_b) const;

 private:
  // Whether a missing match of a term in a language says something.
  enum class Told : uint8_t { kNo, kByDictionary, kSurely, kByName, kByNumber };

  // All evidence of a sentence against a language.
  struct Whole {
    double sum = 0;
    double unknown_share = 1;  // What counts of words that no dictionary knows.
  };

  // Evidence of the terms of two sentences, in nats.
  struct Fit {
    double names = 0;    // Of names that match.
    double rest = 0;     // Of other terms that match.
    double missing = 0;  // Of other terms that could match, and do not: below 0.
  };

  size_t PlaceOf(int row, int language) const {
    return static_cast<size_t>(row) * evidence_.LanguageCount() + static_cast<size_t>(language);
  }
  static Told ToldBy(const StoryTerm& term, int language);
  Told ToldOf(int term, int language) const { return told_[PlaceOf(term, language)]; }
  Whole WholeOf(int sentence, int language) const;
  void AddFit(int sentence, int language, std::span<const float> best, Fit* fit) const;

  const TermEvidence& evidence_;
  std::vector<Told> told_;     // By term and language.
  std::vector<Whole> wholes_;  // By sentence and language.
};

}  // namespace polygist::summary
