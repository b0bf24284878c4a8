#include "summary_service/merging/term_matches.h"

#include <algorithm>
#include <map>
#include <string>

namespace polygist::summary {
namespace {

constexpr float kThroughPivot = 0.8f;
constexpr double kLeastDice = 0.45;
constexpr double kCognateBase = 0.35;
constexpr double kSkeletonShare = 0.75;
constexpr double kLeastSkeletonDice = 0.6;
constexpr size_t kShortestCognate = 4;   // Letters; shorter words are alike by chance.
constexpr size_t kShortestSkeleton = 3;  // Consonants.
constexpr float kSameStem = 0.95f;

struct Posting {
  int term = 0;
  TermConcept concept_of;
};

class Matcher {
 public:
  explicit Matcher(const Story& story)
      : story_(story), matches_(story.terms.size()), best_(story.terms.size(), 0) {}

  std::vector<std::vector<TermMatch>> Match() {
    IndexConcepts();
    IndexTrigrams();
    for (size_t term = 0; term < story_.terms.size(); ++term) {
      touched_.clear();
      Offer(static_cast<int>(term), 1);
      if (story_.terms[term].key >= 0) {
        MatchKeys(static_cast<int>(term));
      } else {
        MatchConcepts(static_cast<int>(term));
        MatchForms(static_cast<int>(term));
      }
      Take(&matches_[term]);
    }
    return std::move(matches_);
  }

 private:
  const StoryTerm& At(int term) const { return story_.terms[static_cast<size_t>(term)]; }

  void Offer(int term, float strength) {
    float& best = best_[static_cast<size_t>(term)];
    if (best == 0) touched_.push_back(term);
    best = std::max(best, strength);
  }

  void Take(std::vector<TermMatch>* matches) {
    std::sort(touched_.begin(), touched_.end());
    for (const int term : touched_) {
      matches->push_back({term, best_[static_cast<size_t>(term)]});
      best_[static_cast<size_t>(term)] = 0;
    }
  }

  void IndexConcepts() {
    postings_.resize(static_cast<size_t>(story_.concept_count));
    for (size_t term = 0; term < story_.terms.size(); ++term) {
      for (const TermConcept& meaning : story_.terms[term].concepts) {
        postings_[static_cast<size_t>(meaning.id)].push_back({static_cast<int>(term), meaning});
      }
      if (story_.terms[term].key >= 0) keys_.push_back(static_cast<int>(term));
    }
  }

  void MatchConcepts(int term) {
    for (const TermConcept& mine : At(term).concepts) {
      for (const Posting& posting : postings_[static_cast<size_t>(mine.id)]) {
        if (posting.term == term) continue;
        const bool same_language = At(posting.term).language == At(term).language;
        // Two words of one language that share a translation are not thereby the same word.
        if (same_language && !(mine.own && posting.concept_of.own)) continue;
        float strength = mine.weight * posting.concept_of.weight;
        if (mine.pivot && posting.concept_of.pivot) strength *= kThroughPivot;
        if (mine.own && posting.concept_of.own) strength = kSameStem;
        Offer(posting.term, strength);
      }
    }
  }

  void MatchKeys(int term) {
    const Key& mine = story_.keys[static_cast<size_t>(At(term).key)];
    for (const int other : keys_) {
      if (other == term) continue;
      const double strength = KeyMatch(mine, story_.keys[static_cast<size_t>(At(other).key)]);
      if (strength > 0) Offer(other, static_cast<float>(strength));
    }
  }

  void IndexTrigrams() {
    trigrams_.resize(story_.terms.size());
    overlap_.assign(story_.terms.size(), 0);
    for (size_t term = 0; term < story_.terms.size(); ++term) {
      const StoryTerm& word = story_.terms[term];
      if (word.key >= 0) continue;
      if (word.forms.latin.size() >= kShortestCognate && !word.ideographic) {
        trigrams_[term] = TrigramsOf(word.forms.latin);
        for (const uint32_t trigram : trigrams_[term])
          by_trigram_[trigram].push_back(static_cast<int>(term));
      }
      if (word.forms.skeleton.size() >= kShortestSkeleton) {
        by_skeleton_[word.forms.skeleton.substr(0, 2)].push_back(static_cast<int>(term));
      }
      exact_[word.forms.folded].push_back(static_cast<int>(term));
    }
  }

  void MatchForms(int term) {
    const StoryTerm& mine = At(term);
    for (const int other : exact_[mine.forms.folded]) Offer(other, 1);
    MatchCognates(term);
    MatchSkeletons(term);
  }

  void MatchCognates(int term) {
    const std::vector<uint32_t>& mine = trigrams_[static_cast<size_t>(term)];
    std::vector<int> met;
    for (const uint32_t trigram : mine) {
      for (const int other : by_trigram_[trigram]) {
        if (At(other).language == At(term).language) continue;
        if (overlap_[static_cast<size_t>(other)]++ == 0) met.push_back(other);
      }
    }
    for (const int other : met) {
      int& common = overlap_[static_cast<size_t>(other)];
      const double dice =
          2.0 * common /
          static_cast<double>(mine.size() + trigrams_[static_cast<size_t>(other)].size());
      common = 0;
      if (dice >= kLeastDice)
        Offer(other, static_cast<float>(kCognateBase + (1 - kCognateBase) * dice));
    }
  }

  // Names in different scripts: at least one side must be able to show that it is a name.
  void MatchSkeletons(int term) {
    const StoryTerm& mine = At(term);
    if (mine.forms.skeleton.size() < kShortestSkeleton) return;
    const bool latin = IsLatinScript(mine.forms.folded);
    for (const int other : by_skeleton_[mine.forms.skeleton.substr(0, 2)]) {
      const StoryTerm& theirs = At(other);
      if (theirs.language == mine.language) continue;
      if (latin == IsLatinScript(theirs.forms.folded)) continue;
      if (mine.term_class != TermClass::kName && theirs.term_class != TermClass::kName) continue;
      const double dice = Dice(TrigramsOf(mine.forms.skeleton), TrigramsOf(theirs.forms.skeleton));
      if (dice >= kLeastSkeletonDice) Offer(other, static_cast<float>(kSkeletonShare * dice));
    }
  }

  const Story& story_;
  std::vector<std::vector<TermMatch>> matches_;
  std::vector<float> best_;
  std::vector<int> touched_;
  std::vector<std::vector<Posting>> postings_;  // By concept.
  std::vector<int> keys_;
  std::vector<std::vector<uint32_t>> trigrams_;
  std::vector<int> overlap_;
  std::map<uint32_t, std::vector<int>> by_trigram_;
  std::map<std::string, std::vector<int>, std::less<>> by_skeleton_;
  std::map<std::string, std::vector<int>, std::less<>> exact_;
};

}  // namespace

std::vector<std::vector<TermMatch>> MatchTerms(const Story& story) {
  return Matcher(story).Match();
}

}  // namespace polygist::summary
