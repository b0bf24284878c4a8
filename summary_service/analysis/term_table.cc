#include "summary_service/analysis/term_table.h"

#include <utility>

namespace polygist::summary {
namespace {

constexpr TermId kNoTerm = -1;

}  // namespace

LanguageTerms::LanguageTerms(const std::string& base_language, std::vector<VocabularyEntry>* vocabulary,
                             SharedTerms* shared)
    : stemmer_(base_language),
      vocabulary_(vocabulary),
      shared_(shared),
      words_(vocabulary->capacity()),
      stems_(vocabulary->capacity()) {
  seen_.reserve(vocabulary->capacity());
  terms_.reserve(vocabulary->capacity());
}

LanguageTerms::Seen& LanguageTerms::Look(const WordKey& word, size_t hash) {
  const int32_t number = words_.FindOrAdd(hash, [&](int32_t i) { return seen_[i].word == word; });
  if (number == static_cast<int32_t>(seen_.size())) seen_.push_back({.word = word, .term = kNoTerm});
  return seen_[number];
}

TermId LanguageTerms::Find(std::string_view word, text::WordKind kind, bool capitalised) {
  const WordKey key(word);
  const size_t hash = key.Hash();
  Seen& seen = Look(key, hash);
  if (seen.term == kNoTerm) {
    seen.term = kind == text::WordKind::kNumber ? AddShared(word, true) : AddWord(word, hash);
  }
  ++seen.occurrences;
  seen.capitalised += capitalised;
  return seen.term;
}

TermId LanguageTerms::FindCharacters(std::string_view characters) {
  const WordKey key(characters);
  Seen& seen = Look(key, key.Hash());
  if (seen.term == kNoTerm) seen.term = AddShared(characters, false);
  ++seen.occurrences;
  return seen.term;
}

void LanguageTerms::Count() {
  for (Seen& seen : seen_) {
    VocabularyEntry& entry = (*vocabulary_)[seen.term];
    entry.occurrences += std::exchange(seen.occurrences, 0);
    entry.capitalised += std::exchange(seen.capitalised, 0);
  }
}

TermId LanguageTerms::AddWord(std::string_view word, size_t hash) {
  const StemmedWord form = stemmer_.Of(word, hash);
  const int32_t number = stems_.FindOrAdd(WordKey(form.text).Hash(),
                                          [&](int32_t i) { return (*vocabulary_)[terms_[i]].text == form.text; });
  if (number == static_cast<int32_t>(terms_.size())) {
    terms_.push_back(static_cast<TermId>(vocabulary_->size()));
    vocabulary_->push_back({.text = std::string(form.text), .word = true, .stop = form.stop});
  }
  return terms_[number];
}

TermId LanguageTerms::AddShared(std::string_view text, bool number) {
  const auto [entry, added] =
      shared_->try_emplace(text::FoldForMatching(text), static_cast<TermId>(vocabulary_->size()));
  if (added) vocabulary_->push_back({.text = entry->first, .number = number});
  return entry->second;
}

}  // namespace polygist::summary
