#include "summary_service/merging/term_matches.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "common/base/strings.h"

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

  // Every term is compared with those before it, which are in the index by then.
  std::vector<std::vector<TermMatch>> Match() {
    postings_.resize(static_cast<size_t>(story_.concept_count));
    trigrams_.resize(story_.terms.size());
    skeletons_.resize(story_.terms.size());
    overlap_.assign(story_.terms.size(), 0);
    for (size_t i = 0; i < story_.terms.size(); ++i) {
      const auto term = static_cast<int>(i);
      touched_.clear();
      if (story_.terms[i].key >= 0) {
        MatchKeys(term);
        keys_.push_back(term);
      } else {
        MatchConcepts(term);
        MatchForms(term);
        Index(term);
      }
      Take(term);
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

  // Terms come in order, so that every list ascends.
  void Take(int term) {
    std::sort(touched_.begin(), touched_.end());
    std::vector<TermMatch>& own = matches_[static_cast<size_t>(term)];
    own.reserve(touched_.size() + 1);
    for (const int other : touched_) {
      float& strength = best_[static_cast<size_t>(other)];
      own.push_back({other, strength});
      matches_[static_cast<size_t>(other)].push_back({term, strength});
      strength = 0;
    }
    own.push_back({term, 1});
  }

  void Index(int term) {
    const StoryTerm& word = At(term);
    for (const TermConcept& meaning : word.concepts) {
      postings_[static_cast<size_t>(meaning.id)].push_back({term, meaning});
    }
    for (const uint32_t trigram : trigrams_[static_cast<size_t>(term)]) by_trigram_[trigram].push_back(term);
    if (word.forms.skeleton.size() >= kShortestSkeleton) by_skeleton_[SkeletonKey(word)].push_back(term);
    exact_[ToAbsl(word.forms.folded)].push_back(term);
  }

  static absl::string_view SkeletonKey(const StoryTerm& word) { return ToAbsl(word.forms.skeleton).substr(0, 2); }

  void MatchConcepts(int term) {
    for (const TermConcept& mine : At(term).concepts) {
      for (const Posting& posting : postings_[static_cast<size_t>(mine.id)]) {
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
      const double strength = KeyMatch(mine, story_.keys[static_cast<size_t>(At(other).key)]);
      if (strength > 0) Offer(other, static_cast<float>(strength));
    }
  }

  void MatchForms(int term) {
    const StoryTerm& mine = At(term);
    if (const auto same = exact_.find(ToAbsl(mine.forms.folded)); same != exact_.end()) {
      for (const int other : same->second) Offer(other, 1);
    }
    if (mine.forms.latin.size() >= kShortestCognate && !mine.ideographic) MatchCognates(term);
    MatchSkeletons(term);
  }

  void MatchCognates(int term) {
    std::vector<uint32_t>& mine = trigrams_[static_cast<size_t>(term)];
    mine = TrigramsOf(At(term).forms.latin);
    std::vector<int>& met = met_;
    met.clear();
    for (const uint32_t trigram : mine) {
      const auto holders = by_trigram_.find(trigram);
      if (holders == by_trigram_.end()) continue;
      for (const int other : holders->second) {
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
    skeletons_[static_cast<size_t>(term)] = TrigramsOf(mine.forms.skeleton);
    const auto alike = by_skeleton_.find(SkeletonKey(mine));
    if (alike == by_skeleton_.end()) return;
    const bool latin = IsLatinScript(mine.forms.folded);
    for (const int other : alike->second) {
      const StoryTerm& theirs = At(other);
      if (theirs.language == mine.language) continue;
      if (mine.term_class != TermClass::kName && theirs.term_class != TermClass::kName) continue;
      if (latin == IsLatinScript(theirs.forms.folded)) continue;
      const double dice = Dice(skeletons_[static_cast<size_t>(term)], skeletons_[static_cast<size_t>(other)]);
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
  std::vector<int> met_;
  std::vector<std::vector<uint32_t>> skeletons_;  // Trigrams of skeletons.
  absl::flat_hash_map<uint32_t, std::vector<int>> by_trigram_;
  absl::flat_hash_map<absl::string_view, std::vector<int>> by_skeleton_;
  absl::flat_hash_map<absl::string_view, std::vector<int>> exact_;
};

}  // namespace

std::vector<std::vector<TermMatch>> MatchTerms(const Story& story) {
  return Matcher(story).Match();
}

}  // namespace polygist::summary
