#include "summary_service/merging/term_matches.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "common/base/strings.h"
#include "summary_service/lexicon/language_traits.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

constexpr float kThroughPivot = 0.8f;
// From .05 on, where a quarter of what dictionaries offer would go, translations into languages with small dictionaries
// are found less often.
constexpr float kLeastStrength = 0.02f;
constexpr double kLeastDice = 0.45;
constexpr double kCognateBase = 0.35;
constexpr double kSkeletonShare = 0.75;
constexpr double kLeastSkeletonDice = 0.6;
constexpr size_t kShortestCognate = 4;       // Letters; shorter words are alike by chance.
constexpr size_t kShortestSkeleton = 3;      // Consonants.
constexpr size_t kShortestBareSkeleton = 5;  // Of words neither of which is surely a name.
constexpr float kSameStem = 0.95f;

// A term that may stand for a concept.
struct Posting {
  uint32_t term : 30 = 0;
  uint32_t own : 1 = 0;
  uint32_t pivot : 1 = 0;
  float weight = 0;
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
  void MoveTo(MatchCollector* matches) {
    for (size_t word = 0; word < there_.size(); ++word) {
      for (; there_[word] != 0; there_[word] &= there_[word] - 1) {
        const size_t at = word * kBits + static_cast<size_t>(std::countr_zero(there_[word]));
        const float strength = std::exchange(best_[at], 0.0f);
        if (strength >= kLeastStrength) matches->Add({static_cast<int>(at), strength});
      }
    }
  }

 private:
  static constexpr size_t kBits = 64;

  std::vector<float> best_;
  std::vector<uint64_t> there_;
};

// Trigrams of words, and which words have them, by a numbering of their own. Rows ascend.
struct Trigrams {
  Rows<uint32_t> of_term;
  Rows<int> terms;

  // `of_term` holds characters and gets numbers.
  static Trigrams Number(const Rows<uint32_t>& of_term) {
    absl::flat_hash_map<uint32_t, uint32_t> numbers;
    std::vector<uint32_t> sizes, ends, numbered;
    for (size_t term = 0; term < of_term.size(); ++term) {
      for (const uint32_t trigram : of_term[term]) {
        const auto [place, is_new] = numbers.try_emplace(trigram, static_cast<uint32_t>(sizes.size()));
        if (is_new) sizes.push_back(0);
        ++sizes[place->second];
        numbered.push_back(place->second);
      }
      ends.push_back(static_cast<uint32_t>(numbered.size()));
    }
    Trigrams trigrams{Rows<uint32_t>(std::move(ends), std::move(numbered)), {}};
    RowFiller<int> terms(sizes);
    for (size_t term = 0; term < trigrams.of_term.size(); ++term) {
      for (const uint32_t trigram : trigrams.of_term[term]) terms.Add(trigram, static_cast<int>(term));
    }
    trigrams.terms = std::move(terms).Finish();
    return trigrams;
  }
};

// Every term is compared with those before it.
class Matcher {
 public:
  explicit Matcher(const Story& story)
      : story_(story),
        found_(story.terms.size()),
        postings_(PostingsOf(story)),
        overlap_(story.terms.size()),
        met_(story.terms.size() + 1) {
    for (const StoryTerm& term : story.terms) {
      languages_.push_back(term.language);
      scripts_.push_back(term.key >= 0 ? -1 : ScriptOf(term.folded));
    }
    std::vector<int> scripts = scripts_;
    std::sort(scripts.begin(), scripts.end());
    scripts.erase(std::unique(scripts.begin(), scripts.end()), scripts.end());
    for (const std::string& language : story.languages)
      one_liquid_.push_back(HasTrait(language, LanguageTrait::kOneLiquid));
    in_several_scripts_ = std::count_if(scripts.begin(), scripts.end(), [](int script) { return script > 0; }) > 1;
    std::vector<uint32_t> ends, trigrams;
    for (const StoryTerm& term : story.terms) {
      const std::string latin = LatinOf(term.folded);
      if (latin.size() >= kShortestCognate && !term.ideographic) {
        const std::vector<uint32_t> own = TrigramsOf(latin);
        trigrams.insert(trigrams.end(), own.begin(), own.end());
      }
      ends.push_back(static_cast<uint32_t>(trigrams.size()));
      if (in_several_scripts_) skeleton_of_.push_back(SkeletonOf(latin));
    }
    cognates_ = Trigrams::Number(Rows<uint32_t>(std::move(ends), std::move(trigrams)));
  }

  // To be called once.
  void CollectMatches() {
    for (size_t i = 0; i < story_.terms.size(); ++i) {
      const auto term = static_cast<int>(i);
      if (story_.terms[i].key >= 0) {
        MatchKeys(term);
      } else {
        MatchConcepts(term);
        MatchSameForms(term);
        MatchCognates(term);
        if (in_several_scripts_) MatchSkeletons(term);
      }
      matches_.BeginTerm();
      found_.MoveTo(&matches_);
    }
  }

  // What was collected.
  MatchCollector Collected() && { return std::move(matches_); }

 private:
  // By their beginning and script: terms, with the trigrams of their skeletons.
  using SkeletonTable = std::map<std::string, std::map<int, std::vector<std::pair<int, std::vector<uint32_t>>>>>;

  const StoryTerm& At(int term) const { return story_.terms[static_cast<size_t>(term)]; }

  // By concept, ascending by term.
  static Rows<Posting> PostingsOf(const Story& story) {
    std::vector<uint32_t> sizes(static_cast<size_t>(story.concept_count));
    for (size_t term = 0; term < story.terms.size(); ++term) {
      for (const TermConcept& meaning : story.concepts[term]) ++sizes[meaning.id];
    }
    RowFiller<Posting> postings(sizes);
    for (size_t term = 0; term < story.terms.size(); ++term) {
      for (const TermConcept& meaning : story.concepts[term]) {
        postings.Add(meaning.id, {static_cast<uint32_t>(term), meaning.own, meaning.pivot, meaning.weight});
      }
    }
    return std::move(postings).Finish();
  }

  bool OfOneLanguage(int a, int b) const {
    return languages_[static_cast<size_t>(a)] == languages_[static_cast<size_t>(b)];
  }

  void MatchConcepts(int term) {
    for (const TermConcept& mine : story_.concepts[static_cast<size_t>(term)]) {
      for (const Posting& posting : postings_[mine.id]) {
        const int other = static_cast<int>(posting.term);
        if (other >= term) break;
        const bool same_language = OfOneLanguage(other, term);
        // Two words of one language that share a translation are not thereby the same word.
        if (same_language && !(mine.own && posting.own)) continue;
        float strength = mine.weight * posting.weight;
        if (mine.pivot && posting.pivot) strength *= kThroughPivot;
        if (mine.own && posting.own) strength = kSameStem;
        found_.Offer(other, strength);
      }
    }
  }

  void MatchKeys(int term) {
    const Key& mine = story_.keys[static_cast<size_t>(At(term).key)];
    for (const int other : keys_) {
      const double strength = KeyMatch(mine, story_.keys[static_cast<size_t>(At(other).key)]);
      if (strength > 0) found_.Offer(other, static_cast<float>(strength));
    }
    keys_.push_back(term);
  }

  void MatchSameForms(int term) {
    const auto [last, is_new] = last_of_form_.try_emplace(ToAbsl(At(term).folded), -1);
    before_of_form_.resize(static_cast<size_t>(term) + 1, -1);
    for (int other = last->second; other >= 0; other = before_of_form_[static_cast<size_t>(other)]) {
      found_.Offer(other, 1);
    }
    before_of_form_.back() = std::exchange(last->second, term);
  }

  void MatchCognates(int term) {
    const std::span<const uint32_t> mine = cognates_.of_term[static_cast<size_t>(term)];
    size_t count = 0;
    for (const uint32_t trigram : mine) {
      for (const int other : cognates_.terms[trigram]) {
        if (other >= term) break;
        int& overlap = overlap_[static_cast<size_t>(other)];
        const bool counts = !OfOneLanguage(other, term);
        met_[count] = other;
        count += counts & (overlap == 0);
        overlap += counts;
      }
    }
    for (const int other : std::span(met_).first(count)) {
      const int common = std::exchange(overlap_[static_cast<size_t>(other)], 0);
      const size_t theirs = cognates_.of_term[static_cast<size_t>(other)].size();
      const double dice = 2.0 * common / static_cast<double>(mine.size() + theirs);
      if (dice >= kLeastDice) found_.Offer(other, static_cast<float>(kCognateBase + (1 - kCognateBase) * dice));
    }
  }

  // Where neither can show that it is a name, as in scripts without capitals, short words are alike by chance.
  bool MayBeOneName(int a, int b) const {
    if (At(a).term_class == TermClass::kName || At(b).term_class == TermClass::kName) return true;
    const auto consonants = [&](int term) { return skeleton_of_[static_cast<size_t>(term)].size(); };
    return std::min(consonants(a), consonants(b)) >= kShortestBareSkeleton;
  }

  // Names and borrowed words in different scripts.
  void MatchSkeletons(int term) {
    std::string& skeleton = skeleton_of_[static_cast<size_t>(term)];
    if (skeleton.size() < kShortestSkeleton) return;
    const bool one_liquid = HasOneLiquid(term);
    if (!one_liquid) MatchSkeletons(term, skeleton, false, &skeletons_);
    if (std::find(one_liquid_.begin(), one_liquid_.end(), 1) == one_liquid_.end()) return;
    std::replace(skeleton.begin(), skeleton.end(), 'l', 'r');
    skeleton.erase(std::unique(skeleton.begin(), skeleton.end()), skeleton.end());
    if (skeleton.size() >= kShortestSkeleton) MatchSkeletons(term, skeleton, !one_liquid, &skeletons_of_one_liquid_);
  }

  bool HasOneLiquid(int term) const {
    const int language = languages_[static_cast<size_t>(term)];
    return language >= 0 && one_liquid_[static_cast<size_t>(language)] != 0;
  }

  // `of_one_liquid`: with those alone whose language has one liquid.
  void MatchSkeletons(int term, const std::string& skeleton, bool of_one_liquid, SkeletonTable* table) {
    const std::string begin = skeleton.substr(0, 2);
    const int script = scripts_[static_cast<size_t>(term)];
    const std::vector<uint32_t> trigrams = TrigramsOf(skeleton);
    for (const auto& [of, others] : (*table)[begin]) {
      if (of == script) continue;
      for (const auto& [other, theirs] : others) {
        if (OfOneLanguage(other, term) || (of_one_liquid && !HasOneLiquid(other))) continue;
        if (!MayBeOneName(term, other)) continue;
        const double dice = Dice(trigrams, theirs);
        if (dice >= kLeastSkeletonDice) found_.Offer(other, static_cast<float>(kSkeletonShare * dice));
      }
    }
    (*table)[begin][script].emplace_back(term, trigrams);
  }

  const Story& story_;
  std::vector<int> languages_;  // By term; what is asked most lies side by side.
  std::vector<int> scripts_;    // By term, as ScriptOf; below 0 for keys.
  bool in_several_scripts_ = false;
  Found found_;
  MatchCollector matches_;
  Rows<Posting> postings_;    // By concept.
  Trigrams cognates_;         // Of words that may have some.
  std::vector<int> overlap_;  // By term: trigrams in common with the one at hand; zero between terms.
  std::vector<int> met_;      // Terms that have some come first; room for one more than there are.
  std::vector<int> keys_;
  absl::flat_hash_map<absl::string_view, int> last_of_form_;
  std::vector<int> before_of_form_;        // By term: the one before it of the same form, or -1.
  std::vector<std::string> skeleton_of_;   // By term; empty where all are of one script.
  SkeletonTable skeletons_;                // Of languages with l and r.
  SkeletonTable skeletons_of_one_liquid_;  // Of all, with r for l, where some have one liquid.
  std::vector<char> one_liquid_;           // By language.
};

MatchCollector Collect(const Story& story) {
  Matcher matcher(story);
  matcher.CollectMatches();
  return std::move(matcher).Collected();
}

}  // namespace

TermMatches MatchTerms(const Story& story) { return Collect(story).Finish(); }

TermMatches MatchAndDropConcepts(Story* story) {
  MatchCollector collected = Collect(*story);
  story->concepts = {};
  return std::move(collected).Finish();
}

}  // namespace polygist::summary
