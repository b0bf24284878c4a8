// Which stems of the languages of a story its words may stand for: their own, and those that the lexicon has for them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "summary_service/lexicon/compounds.h"
#include "summary_service/lexicon/lexicon.h"
#include "summary_service/lexicon/word_lookup.h"
#include "summary_service/merging/rows.h"
#include "summary_service/merging/story.h"

namespace polygist::summary {

class ConceptFinder {
 public:
  // `lexicon` may be null; both must outlive it. `text_bytes`: about how long the story is.
  ConceptFinder(const Lexicon* lexicon, const std::vector<std::string>& languages, size_t text_bytes);

  // Finds the concepts of more terms: words of one language, and keys, which have none. Sets `known_in` and
  // `translated`. Terms cost less the more of them come together, some dozens at least.
  void Add(std::span<StoryTerm> terms);

  // One more than the greatest ID.
  int count() const { return static_cast<int>(stems_.size()); }
  // By term, in the order in which they were added.
  Rows<TermConcept> Finish() &&;

 private:
  // What is known about the words of one language.
  struct Dictionary {
    WordLookup lookup;
    CompoundSplitter parts;
  };
  struct Stem {
    std::optional<uint32_t> reached;  // Languages of the story that have a word for it, once it was asked.
    uint32_t last_addition = 0;       // Which of additions_ added it last.
  };
  // An English stem of a term, of which the lexicon is still to be asked which languages reach it.
  struct Reach {
    StoryTerm* term;
    int id;
    std::string_view stem;
  };

  void AddWord(StoryTerm& term, std::string_view stem, std::span<const FoundEntries> entries);
  void AddTranslations(std::span<const FoundEntries> entries, float share, StoryTerm& term);
  void RankMore();
  void AddTranslation(const FoundStem& found, int id, float share, StoryTerm& term);
  void AddReach(int id, std::string_view stem, StoryTerm& term);
  void AskForReach();
  bool IsEnglish(int target) const { return target == english_; }
  uint64_t PlaceOf(const FoundStem& found) const;
  int ConceptOf(const FoundStem& found);
  int ConceptOf(int target, uint64_t checksum);

  const std::vector<std::string>& languages_;
  std::vector<std::string> targets_;  // Languages worth translating to: those of the story come first.
  int english_ = 0;                   // Among targets_.
  uint32_t all_languages_ = 0;        // The bits that StoryTerm::known_in may have.
  std::optional<ReachLookup> reach_;
  std::vector<Dictionary> dictionaries_;                      // By language; none without a lexicon.
  std::vector<absl::flat_hash_map<uint64_t, int>> concepts_;  // By target and checksum of the stem.
  absl::flat_hash_map<uint64_t, int> concept_of_found_;       // Those of the lexicon by file, target and number.
  std::vector<Stem> stems_;                                   // By concept.
  uint32_t additions_ = 0;                                    // Calls of AddTranslations.
  std::vector<TermConcept> concepts_of_terms_;                // Term by term.
  std::vector<uint32_t> ends_;                                // By term, into those.
  std::vector<Reach> reaches_;                                // Of the terms at hand.
  // Of the word at hand:
  std::vector<FoundStem> found_;
  std::vector<uint64_t> best_;  // Of found_, RankOf: as many as concepts_of_best_ by falling weight, then others.
  std::vector<int> concepts_of_best_;  // By place in best_: -1 where it was not met before.
};

}  // namespace polygist::summary
