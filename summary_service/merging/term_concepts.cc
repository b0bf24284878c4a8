#include "summary_service/merging/term_concepts.h"

#include <algorithm>
#include <bit>

#include "summary_service/lexicon/lexicon_format.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

// Translations weaker than this only add noise.
constexpr float kLeastTranslation = 0.06f;
// Best ones kept of a word.
constexpr size_t kMostTranslations = 24;
// Some come several times, so a few more are looked at; of common words there are hundreds.
constexpr size_t kRankedAtOnce = 32;
// What a story may have of text for each stem of the lexicon that it meets: less, the longer it is.
constexpr size_t kBytesPerStem = 4;
constexpr size_t kMostReserved = 20000;
// A translation at least this good makes its stem one that a rendering could be expected to show.
constexpr float kKnownTranslation = 0.3f;

// By falling weight, then by number: positive floats ascend as their bits do, and one number is sorted faster than two.
uint64_t RankOf(float weight, uint32_t found) { return uint64_t{~std::bit_cast<uint32_t>(weight)} << 32 | found; }
uint32_t FoundAt(uint64_t rank) { return static_cast<uint32_t>(rank); }

}  // namespace

ConceptFinder::ConceptFinder(const Lexicon* lexicon, const std::vector<std::string>& languages, size_t text_bytes)
    : languages_(languages), targets_(languages) {
  if (std::find(targets_.begin(), targets_.end(), "en") == targets_.end()) targets_.push_back("en");
  english_ = static_cast<int>(std::find(targets_.begin(), targets_.end(), "en") - targets_.begin());
  concepts_.resize(targets_.size());
  for (size_t i = 0; i < languages.size() && i < 32; ++i) all_languages_ |= uint32_t{1} << i;
  if (lexicon == nullptr) return;
  concept_of_found_.reserve(std::min(text_bytes / kBytesPerStem, kMostReserved));
  reach_.emplace(*lexicon, languages);
  for (const std::string& language : languages) {
    dictionaries_.push_back({WordLookup(*lexicon, language, targets_), CompoundSplitter(lexicon, language)});
  }
}

void ConceptFinder::Add(std::span<StoryTerm> terms) {
  std::vector<StoryTerm*> words;
  for (StoryTerm& term : terms) {
    if (term.key < 0) words.push_back(&term);
  }
  std::vector<std::string> stems;
  for (const StoryTerm* word : words) {
    stems.push_back(StemOf(word->folded, languages_[static_cast<size_t>(word->language)]));
  }
  FoundWords found;
  if (!words.empty() && !dictionaries_.empty()) {
    std::vector<WordToFind> to_find;
    for (size_t i = 0; i < words.size(); ++i) to_find.push_back({words[i]->folded, stems[i]});
    found = dictionaries_[static_cast<size_t>(words.front()->language)].lookup.Find(to_find);
  }
  size_t word = 0;
  for (StoryTerm& term : terms) {
    if (term.key < 0) {
      AddWord(term, stems[word], dictionaries_.empty() ? std::span<const FoundEntries>{} : found.Of(word));
      ++word;
    }
    ends_.push_back(static_cast<uint32_t>(concepts_of_terms_.size()));
  }
  AskForReach();
}

Rows<TermConcept> ConceptFinder::Finish() && {
  concepts_of_terms_.shrink_to_fit();
  return Rows<TermConcept>(std::move(ends_), std::move(concepts_of_terms_));
}

void ConceptFinder::AddWord(StoryTerm& term, std::string_view stem, std::span<const FoundEntries> entries) {
  const int own = ConceptOf(term.language, lexicon_format::Checksum(stem));
  const size_t before = concepts_of_terms_.size();
  if (!dictionaries_.empty()) {
    if (IsEnglish(term.language)) AddReach(own, stem, term);
    AddTranslations(entries, 1, term);
    if (entries.empty()) {
      const Dictionary& dictionary = dictionaries_[static_cast<size_t>(term.language)];
      for (const auto& [part, share] : dictionary.parts.PartsOf(term.folded, term.ideographic)) {
        const std::string stem_of_part = StemOf(part, languages_[static_cast<size_t>(term.language)]);
        const WordToFind to_find{part, stem_of_part};
        AddTranslations(dictionary.lookup.Find({&to_find, 1}).Of(0), share, term);
      }
    }
  }
  term.translated = concepts_of_terms_.size() > before;
  concepts_of_terms_.push_back({static_cast<uint32_t>(own), true, false, 1});
}

// The best ones.
void ConceptFinder::AddTranslations(std::span<const FoundEntries> entries, float share, StoryTerm& term) {
  found_.clear();
  for (const FoundEntries& some : entries) some.AppendTo(kLeastTranslation, &found_);
  best_.clear();
  for (uint32_t i = 0; i < found_.size(); ++i) {
    if (found_[i].weight * share >= kLeastTranslation) best_.push_back(RankOf(found_[i].weight, i));
  }
  concepts_of_best_.clear();
  ++additions_;
  const size_t before = concepts_of_terms_.size();
  for (size_t i = 0; i < best_.size() && concepts_of_terms_.size() - before < kMostTranslations; ++i) {
    if (i == concepts_of_best_.size()) RankMore();
    const FoundStem& found = found_[FoundAt(best_[i])];
    AddTranslation(found, concepts_of_best_[i] >= 0 ? concepts_of_best_[i] : ConceptOf(found), share, term);
  }
}

// Sorts the next ones of best_, and finds the concepts of those that were met before. The others' stems will be read:
// they are asked for ahead of time.
void ConceptFinder::RankMore() {
  const size_t begin = concepts_of_best_.size(), end = std::min(begin + kRankedAtOnce, best_.size());
  const auto first = best_.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = best_.begin() + static_cast<std::ptrdiff_t>(end);
  if (last != best_.end()) std::nth_element(first, last, best_.end());
  std::sort(first, last);
  for (size_t i = begin; i < end; ++i) concept_of_found_.prefetch(PlaceOf(found_[FoundAt(best_[i])]));
  for (size_t i = begin; i < end; ++i) {
    const FoundStem& found = found_[FoundAt(best_[i])];
    const auto known = concept_of_found_.find(PlaceOf(found));
    concepts_of_best_.push_back(known == concept_of_found_.end() ? -1 : known->second);
    if (concepts_of_best_.back() < 0) found.PrefetchOffset();
  }
  for (size_t i = begin; i < end; ++i) {
    if (concepts_of_best_[i] < 0) found_[FoundAt(best_[i])].PrefetchText();
  }
}

// Unless the same stem was added already: it weighs more.
void ConceptFinder::AddTranslation(const FoundStem& found, int id, float share, StoryTerm& term) {
  if (std::exchange(stems_[static_cast<size_t>(id)].last_addition, additions_) == additions_) return;
  const float weight = found.weight * share;
  const bool pivot = IsEnglish(found.target) && !IsEnglish(term.language);
  concepts_of_terms_.push_back({static_cast<uint32_t>(id), false, pivot, weight});
  if (weight < kKnownTranslation) return;
  if (found.target < 32) term.known_in |= (uint32_t{1} << found.target) & all_languages_;
  if (pivot && (term.known_in & all_languages_) != all_languages_) AddReach(id, found.stem(), term);
}

// A rendering in a language that has a word for the stem could be expected to show it.
void ConceptFinder::AddReach(int id, std::string_view stem, StoryTerm& term) {
  const std::optional<uint32_t> reached = stems_[static_cast<size_t>(id)].reached;
  if (reached)
    term.known_in |= *reached;
  else
    reaches_.push_back({&term, id, stem});
}

void ConceptFinder::AskForReach() {
  std::vector<int> ids;
  std::vector<std::string_view> stems;
  for (const Reach& reach : reaches_) {
    std::optional<uint32_t>& reached = stems_[static_cast<size_t>(reach.id)].reached;
    if (reached || (reach.term->known_in & all_languages_) == all_languages_) continue;
    reached = 0;  // Asked once.
    ids.push_back(reach.id);
    stems.push_back(reach.stem);
  }
  const std::vector<uint32_t> answers = reach_ ? reach_->ReachedBy(stems) : std::vector<uint32_t>{};
  for (size_t i = 0; i < ids.size(); ++i) stems_[static_cast<size_t>(ids[i])].reached = answers[i];
  for (const Reach& reach : reaches_) reach.term->known_in |= stems_[static_cast<size_t>(reach.id)].reached.value_or(0);
  reaches_.clear();
}

// In the lexicon.
uint64_t ConceptFinder::PlaceOf(const FoundStem& found) const {
  return (uint64_t{found.file} * targets_.size() + static_cast<uint64_t>(found.target)) << 32 | found.id;
}

// The stem is read only where its place is new.
int ConceptFinder::ConceptOf(const FoundStem& found) {
  const auto [known, is_new] = concept_of_found_.try_emplace(PlaceOf(found), 0);
  if (is_new) known->second = ConceptOf(found.target, lexicon_format::Checksum(found.stem()));
  return known->second;
}

// Stems are told apart by their checksums: of 64 bits, while a story has some hundred thousand stems.
int ConceptFinder::ConceptOf(int target, uint64_t checksum) {
  const auto [place, is_new] =
      concepts_[static_cast<size_t>(target)].try_emplace(checksum, static_cast<int>(stems_.size()));
  if (is_new) stems_.emplace_back();
  return place->second;
}

}  // namespace polygist::summary
