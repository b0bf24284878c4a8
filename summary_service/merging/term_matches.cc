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
#include "summary_service/lexicon/names.h"
#include "summary_service/lexicon/transliteration.h"
#include "summary_service/merging/term_features.h"

namespace polygist::summary {
namespace {

constexpr float kThroughPivot = 0.8f;
// From .05 on, where a quarter of what dictionaries offer would go, translations into languages with small dictionaries
// are found less often.
constexpr float kLeastStrength = 0.02f;
constexpr double kLeastDice = 0.45;
constexpr double kCognateBase = 0.35;
// Of words in different scripts (lexicon/transliteration.h): what they score at least, and what they score when they
// surely are one name. Where neither shows that it is a name there are more words to be alike by chance.
constexpr double kLeastScore = 4, kLeastBareScore = 7, kSureScore = 9;
// Worth scoring at all: of their consonants (ConsonantTriples).
constexpr double kLeastConsonantDice = 0.2, kLeastBareConsonantDice = 0.3;
constexpr double kLeastNameStrength = 0.45, kMostNameStrength = 0.85;
constexpr size_t kShortestCognate = 4;  // Letters; shorter words are alike by chance.
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
    in_several_scripts_ = std::count_if(scripts.begin(), scripts.end(), [](int script) { return script > 0; }) > 1;
    if (in_several_scripts_) {
      for (const StoryTerm& term : story.terms) latin_of_.push_back(LatinOf(term.folded));
      consonants_ = FeaturesOfTerms([&](size_t term) {
        return story.terms[term].key < 0 && IsRomanisedName(latin_of_[term]) ? ConsonantTriples(latin_of_[term])
                                                                             : std::vector<uint32_t>();
      });
    }
    trigrams_ = FeaturesOfTerms([&](size_t term) {
      const std::string latin = in_several_scripts_ ? latin_of_[term] : LatinOf(story.terms[term].folded);
      const bool may_have_cognates = latin.size() >= kShortestCognate && !story.terms[term].ideographic;
      return may_have_cognates ? TrigramsOf(latin) : std::vector<uint32_t>();
    });
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
        if (in_several_scripts_) MatchNames(term);
      }
      matches_.BeginTerm();
      found_.MoveTo(&matches_);
    }
  }

  // What was collected.
  MatchCollector Collected() && { return std::move(matches_); }

 private:
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

  // Those that `read` finds of each term.
  template <typename Read>
  TermFeatures FeaturesOfTerms(Read read) const {
    std::vector<uint32_t> ends, all;
    for (size_t term = 0; term < story_.terms.size(); ++term) {
      const std::vector<uint32_t> own = read(term);
      all.insert(all.end(), own.begin(), own.end());
      ends.push_back(static_cast<uint32_t>(all.size()));
    }
    return TermFeatures(Rows<uint32_t>(std::move(ends), std::move(all)));
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
    ForEachAlike(
        trigrams_, term, [&](int other) { return !OfOneLanguage(other, term); },
        [&](int other, double dice) {
          if (dice >= kLeastDice) found_.Offer(other, static_cast<float>(kCognateBase + (1 - kCognateBase) * dice));
        });
  }

  // Names and borrowed words in different scripts.
  void MatchNames(int term) {
    ForEachAlike(
        consonants_, term, [&](int other) { return !OfOneScript(other, term); },
        [&](int other, double dice) {
          if (OfOneLanguage(other, term)) return;
          const bool named = IsName(term) || IsName(other);
          if (dice >= (named ? kLeastConsonantDice : kLeastBareConsonantDice))
            MatchName(term, other, named ? kLeastScore : kLeastBareScore);
        });
  }

  void MatchName(int term, int other, double least_score) {
    const double score =
        TransliterationScore(latin_of_[static_cast<size_t>(term)], latin_of_[static_cast<size_t>(other)],
                             ScoresFor(scripts_[static_cast<size_t>(term)], scripts_[static_cast<size_t>(other)]));
    if (score < least_score) return;
    const double sureness = std::min(1.0, (score - kLeastScore) / (kSureScore - kLeastScore));
    found_.Offer(other, static_cast<float>(kLeastNameStrength + sureness * (kMostNameStrength - kLeastNameStrength)));
  }

  // Calls visit(other, Dice coefficient of their features) for the terms before `term` that share some, of those that
  // `counts` lets count.
  template <typename Counts, typename Visit>
  void ForEachAlike(const TermFeatures& features, int term, Counts counts, Visit visit) {
    const std::span<const uint32_t> mine = features.Of(term);
    size_t count = 0;
    for (const uint32_t feature : mine) {
      for (const int other : features.TermsWith(feature)) {
        if (other >= term) break;
        int& overlap = overlap_[static_cast<size_t>(other)];
        const bool does = counts(other);
        met_[count] = other;
        count += does & (overlap == 0);
        overlap += does;
      }
    }
    for (const int other : std::span(met_).first(count)) {
      const int common = std::exchange(overlap_[static_cast<size_t>(other)], 0);
      visit(other, 2.0 * common / static_cast<double>(mine.size() + features.Of(other).size()));
    }
  }

  bool OfOneScript(int a, int b) const { return scripts_[static_cast<size_t>(a)] == scripts_[static_cast<size_t>(b)]; }

  bool IsName(int term) const { return At(term).term_class == TermClass::kName; }

  // For romanised words of the one script and the other.
  const LetterScores& ScoresFor(int script, int other) {
    const auto [place, is_new] = scores_.try_emplace({script, other});
    if (is_new) place->second = LetterScoresOf(script, other);
    return place->second;
  }

  const Story& story_;
  std::vector<int> languages_;  // By term; what is asked most lies side by side.
  std::vector<int> scripts_;    // By term, as ScriptOf; below 0 for keys.
  bool in_several_scripts_ = false;
  Found found_;
  MatchCollector matches_;
  Rows<Posting> postings_;    // By concept.
  TermFeatures trigrams_;     // Of words that may have cognates.
  TermFeatures consonants_;   // ConsonantTriples of words that may be names, where there are several scripts.
  std::vector<int> overlap_;  // By term: features in common with the one at hand; zero between terms.
  std::vector<int> met_;      // Terms that have some come first; room for one more than there are.
  std::vector<int> keys_;
  absl::flat_hash_map<absl::string_view, int> last_of_form_;
  std::vector<int> before_of_form_;                     // By term: the one before it of the same form, or -1.
  std::vector<std::string> latin_of_;                   // By term; empty where all are of one script.
  std::map<std::pair<int, int>, LetterScores> scores_;  // By script of a term and of one before it.
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
