#include "summary_service/analysis/term_table.h"

#include <libstemmer.h>

#include <utility>

#include "common/text/utf8.h"

namespace polygist::summary {
namespace {

// Words of languages without a stemmer are compared by their beginning: endings carry inflection in most of
// them. Six letters keep "minist|r" and "minist|erstvo" together and "prezident" and "premiér" apart.
constexpr int kStemLetters = 6;

sb_stemmer* OpenStemmer(const std::string& base_language) {
  const std::string name = base_language == "ms" ? "id" : base_language;
  return sb_stemmer_new(name.c_str(), "UTF_8");
}

std::string FirstLetters(const std::string& word, int letters) {
  size_t end = 0;
  for (int i = 0; i < letters && end < word.size(); ++i) text::NextCodePoint(word, &end);
  return word.substr(0, end);
}

}  // namespace

void LanguageTerms::StemmerDeleter::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

LanguageTerms::LanguageTerms(std::string base_language, std::vector<VocabularyEntry>* vocabulary, SharedTerms* shared)
    : base_language_(std::move(base_language)),
      stop_words_(StopWordsOf(base_language_)),
      stemmer_(OpenStemmer(base_language_)),
      vocabulary_(vocabulary),
      shared_(shared) {}

LanguageTerms::~LanguageTerms() = default;

TermId LanguageTerms::Find(std::string_view word, text::WordKind kind) {
  const auto [entry, added] = seen_.try_emplace(word, 0);
  if (added) entry->second = Add(word, kind);
  ++(*vocabulary_)[entry->second].occurrences;
  return entry->second;
}

TermId LanguageTerms::FindCharacters(std::string_view characters) {
  const auto [entry, added] = seen_.try_emplace(characters, 0);
  if (added) entry->second = Intern(text::FoldForMatching(characters), *shared_, VocabularyEntry{});
  ++(*vocabulary_)[entry->second].occurrences;
  return entry->second;
}

TermId LanguageTerms::Add(std::string_view word, text::WordKind kind) {
  std::string folded = text::FoldForMatching(word);
  if (kind == text::WordKind::kNumber) {
    return Intern(std::move(folded), *shared_, VocabularyEntry{.text = {}, .language = {}, .number = true});
  }
  const bool stop = stop_words_.contains(folded);
  std::string stem = stop ? std::move(folded) : Stem(folded);
  return Intern(std::move(stem), own_, VocabularyEntry{.text = {}, .language = base_language_, .stop = stop});
}

TermId LanguageTerms::Intern(std::string text, SharedTerms& terms, const VocabularyEntry& term) {
  const auto [entry, added] = terms.try_emplace(std::move(text), static_cast<TermId>(vocabulary_->size()));
  if (added) {
    vocabulary_->push_back(term);
    vocabulary_->back().text = entry->first;
  }
  return entry->second;
}

std::string LanguageTerms::Stem(const std::string& folded) const {
  if (stemmer_ == nullptr) return FirstLetters(folded, kStemLetters);
  const sb_symbol* stem = sb_stemmer_stem(
      stemmer_.get(), reinterpret_cast<const sb_symbol*>(folded.data()), static_cast<int>(folded.size()));
  return {reinterpret_cast<const char*>(stem),
          static_cast<size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace polygist::summary
