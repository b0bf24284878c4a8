#include "summary_service/analysis/term_table.h"

#include <utility>

#include "absl/hash/hash.h"
#include "absl/strings/string_view.h"
#include "common/base/strings.h"

namespace polygist::summary {
namespace {

constexpr TermId kNoTerm = -1;
// Of an article; more make the tables grow.
constexpr size_t kUsualWords = 1024;

size_t HashOf(std::string_view text) { return absl::Hash<absl::string_view>()(ToAbsl(text)); }

}  // namespace

LanguageTerms::LanguageTerms(std::string base_language, std::vector<VocabularyEntry>* vocabulary, SharedTerms* shared)
    : base_language_(std::move(base_language)),
      forms_(base_language_),
      vocabulary_(vocabulary),
      shared_(shared),
      words_(kUsualWords),
      stems_(kUsualWords) {}

LanguageTerms::Seen& LanguageTerms::Look(std::string_view word, size_t hash) {
  const int32_t number = words_.FindOrAdd(hash, [&](int32_t i) { return seen_[i].word == word; });
  if (number == static_cast<int32_t>(seen_.size())) seen_.push_back({.word = word, .term = kNoTerm});
  return seen_[number];
}

TermId LanguageTerms::Find(std::string_view word, text::WordKind kind, bool capitalised) {
  const size_t hash = HashOf(word);
  Seen& seen = Look(word, hash);
  if (seen.term == kNoTerm) {
    seen.term = kind == text::WordKind::kNumber ? AddShared(word, true) : AddWord(word, hash);
  }
  ++seen.occurrences;
  seen.capitalised += capitalised;
  return seen.term;
}

TermId LanguageTerms::FindCharacters(std::string_view characters) {
  Seen& seen = Look(characters, HashOf(characters));
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
  const WordForm form = forms_.Of(word, hash);
  const int32_t number =
      stems_.FindOrAdd(HashOf(form.text), [&](int32_t i) { return (*vocabulary_)[terms_[i]].text == form.text; });
  if (number == static_cast<int32_t>(terms_.size())) {
    terms_.push_back(static_cast<TermId>(vocabulary_->size()));
    vocabulary_->push_back({.text = std::string(form.text), .language = base_language_, .stop = form.stop});
  }
  return terms_[number];
}

TermId LanguageTerms::AddShared(std::string_view text, bool number) {
  const auto [entry, added] =
      shared_->try_emplace(text::FoldForMatching(text), static_cast<TermId>(vocabulary_->size()));
  if (added) vocabulary_->push_back({.text = entry->first, .language = {}, .number = number});
  return entry->second;
}

}  // namespace polygist::summary
