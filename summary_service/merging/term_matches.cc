#include "summary_service/merging/term_matches.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <utility>

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

// What one term matches, best strength of each, to be read in ascending order.
class Found {
 public:
  explicit Found(size_t terms) : best_(terms, 0), there_(terms / kBits + 1, 0) {}

  void Offer(int term, float strength) {
    const auto at = static_cast<size_t>(term);
    there_[at / kBits] |= uint64_t{1} << at % kBits;
    best_[at] = std::max(best_[at], strength);
  }

  // Adds all to `matches` and forgets them. A bit for each term is quicker to read than a list is to sort.
  void MoveTo(std::vector<TermMatch>* matches) {
    for (size_t word = 0; word < there_.size(); ++word) {
      for (; there_[word] != 0; there_[word] &= there_[word] - 1) {
        const size_t at = word * kBits + static_cast<size_t>(std::countr_zero(there_[word]));
        matches->push_back({static_cast<int>(at), std::exchange(best_[at], 0.0f)});
      }
    }
  }

 private:
  static constexpr size_t kBits = 64;

  std::vector<float> best_;
  std::vector<uint64_t> there_;
};

class Matcher {
 public:
  explicit Matcher(const Story& story) : story_(story), found_(story.terms.size()) {
    for (const StoryTerm& term : story.terms) languages_.push_back(term.language);
  }

  // Every term is compared with those before it, which are in the index by then.
  TermMatches Match() {
    postings_.resize(static_cast<size_t>(story_.concept_count));
    trigrams_.resize(story_.terms.size());
    skeletons_.resize(story_.terms.size());
    overlap_.assign(story_.terms.size(), 0);
    sizes_.resize(story_.terms.size());
    for (size_t i = 0; i < story_.terms.size(); ++i) {
      const auto term = static_cast<int>(i);
      if (story_.terms[i].key >= 0) {
        MatchKeys(term);
        keys_.push_back(term);
      } else {
        MatchConcepts(term);
        MatchForms(term);
        Index(term);
      }
      found_.MoveTo(&before_);
      ends_.push_back(before_.size());
    }
    return BothWays();
  }

 private:
  const StoryTerm& At(int term) const { return story_.terms[static_cast<size_t>(term)]; }

  // Each term with those before it, itself and those after it. Terms come in order, so that every list ascends.
  TermMatches BothWays() const {
    std::vector<uint32_t> sizes(ends_.size(), 1);
    for (size_t term = 0, i = 0; term < ends_.size(); ++term) {
      for (; i < ends_[term]; ++i) ++sizes[term], ++sizes[static_cast<size_t>(before_[i].term)];
    }
    RowFiller<TermMatch> matches(sizes);
    for (size_t term = 0, i = 0; term < ends_.size(); ++term) {
      for (; i < ends_[term]; ++i) {
        matches.Add(term, before_[i]);
        matches.Add(static_cast<size_t>(before_[i].term), {static_cast<int>(term), before_[i].strength});
      }
      matches.Add(term, {static_cast<int>(term), 1});
    }
    return std::move(matches).Finish();
  }

  bool OfOneLanguage(int a, int b) const {
    return languages_[static_cast<size_t>(a)] == languages_[static_cast<size_t>(b)];
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
        const bool same_language = OfOneLanguage(posting.term, term);
        // Two words of one language that share a translation are not thereby the same word.
        if (same_language && !(mine.own && posting.concept_of.own)) continue;
        float strength = mine.weight * posting.concept_of.weight;
        if (mine.pivot && posting.concept_of.pivot) strength *= kThroughPivot;
        if (mine.own && posting.concept_of.own) strength = kSameStem;
        found_.Offer(posting.term, strength);
      }
    }
  }

  void MatchKeys(int term) {
    const Key& mine = story_.keys[static_cast<size_t>(At(term).key)];
    for (const int other : keys_) {
      const double strength = KeyMatch(mine, story_.keys[static_cast<size_t>(At(other).key)]);
      if (strength > 0) found_.Offer(other, static_cast<float>(strength));
    }
  }

  void MatchForms(int term) {
    const StoryTerm& mine = At(term);
    if (const auto same = exact_.find(ToAbsl(mine.forms.folded)); same != exact_.end()) {
      for (const int other : same->second) found_.Offer(other, 1);
    }
    if (mine.forms.latin.size() >= kShortestCognate && !mine.ideographic) MatchCognates(term);
    MatchSkeletons(term);
  }

  void MatchCognates(int term) {
    std::vector<uint32_t>& mine = trigrams_[static_cast<size_t>(term)];
    mine = TrigramsOf(At(term).forms.latin);
    sizes_[static_cast<size_t>(term)] = mine.size();
    std::vector<int>& met = met_;
    met.clear();
    for (const uint32_t trigram : mine) {
      const auto holders = by_trigram_.find(trigram);
      if (holders == by_trigram_.end()) continue;
      for (const int other : holders->second) {
        if (OfOneLanguage(other, term)) continue;
        if (overlap_[static_cast<size_t>(other)]++ == 0) met.push_back(other);
      }
    }
    for (const int other : met) {
      int& common = overlap_[static_cast<size_t>(other)];
      const double dice =
          2.0 * common /
          static_cast<double>(mine.size() + sizes_[static_cast<size_t>(other)]);
      common = 0;
      if (dice >= kLeastDice)
        found_.Offer(other, static_cast<float>(kCognateBase + (1 - kCognateBase) * dice));
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
      if (dice >= kLeastSkeletonDice) found_.Offer(other, static_cast<float>(kSkeletonShare * dice));
    }
  }

  const Story& story_;
  std::vector<int> languages_;  // By term; what is asked most lies side by side.
  Found found_;
  std::vector<TermMatch> before_;  // Of each term those before it, term by term.
  std::vector<size_t> ends_;       // By term, into before_.
  std::vector<std::vector<Posting>> postings_;  // By concept.
  std::vector<int> keys_;
  std::vector<std::vector<uint32_t>> trigrams_;
  std::vector<size_t> sizes_;  // Of trigrams_.
  std::vector<int> overlap_;
  std::vector<int> met_;
  std::vector<std::vector<uint32_t>> skeletons_;  // Trigrams of skeletons.
  absl::flat_hash_map<uint32_t, std::vector<int>> by_trigram_;
  absl::flat_hash_map<absl::string_view, std::vector<int>> by_skeleton_;
  absl::flat_hash_map<absl::string_view, std::vector<int>> exact_;
};

}  // namespace

TermMatches MatchTerms(const Story& story) { return Matcher(story).Match(); }

}  // namespace polygist::summary
