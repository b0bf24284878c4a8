#include "summary_service/analysis/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "common/text/utf8.h"
#include "common/text/words.h"

namespace polygist::summary {
namespace {

// Words of languages without a stemmer are compared by their beginning: endings carry inflection in most of
// them. Six letters keep "minist|r" and "minist|erstvo" together and "prezident" and "premiér" apart.
constexpr int kStemLetters = 6;

sb_stemmer* OpenStemmer(const std::string& base_language) {
  const std::string name = base_language == "ms" ? "id" : base_language;
  return sb_stemmer_new(name.c_str(), "UTF_8");
}

std::string_view FirstLetters(std::string_view word, int letters) {
  size_t end = 0;
  for (int i = 0; i < letters && end < word.size(); ++i) text::NextCodePoint(word, &end);
  return word.substr(0, end);
}

// The first bytes of a language's name as a number; 0 for a name that is too long.
uint32_t KeyOf(std::string_view language) {
  uint32_t key = 0;
  if (language.size() <= sizeof key) std::memcpy(&key, language.data(), language.size());
  return key;
}

// A word of a language with its form: one cache line, no memory of its own.
struct Remembered {
  static constexpr size_t kTextBytes = 57;

  uint32_t language = 0;  // 0: nothing is remembered.
  uint8_t word_bytes = 0;
  uint8_t form_bytes = 0;
  bool stop = false;
  char text[kTextBytes];  // The word, then its form.

  bool IsOf(uint32_t of_language, std::string_view word) const {
    return language == of_language && language != 0 && word.size() == word_bytes &&
           std::memcmp(text, word.data(), word.size()) == 0;
  }
  StemmedWord form() const { return {{text + word_bytes, form_bytes}, stop}; }

  // Words too long for it are rare: they are found each time.
  void Keep(uint32_t of_language, std::string_view word, const StemmedWord& form) {
    language = 0;
    if (word.size() + form.text.size() > kTextBytes) return;
    std::memcpy(text, word.data(), word.size());
    std::memcpy(text + word.size(), form.text.data(), form.text.size());
    language = of_language;
    word_bytes = static_cast<uint8_t>(word.size());
    form_bytes = static_cast<uint8_t>(form.text.size());
    stop = form.stop;
  }
};
static_assert(sizeof(Remembered) == 64);

// The places where a word may be remembered, the one that came last first. Two would be too few for a text of some
// thousand different words: many would be forgotten before they come again.
using Places = std::array<Remembered, 4>;

Places& PlacesOf(uint32_t language, size_t hash) {
  constexpr size_t kPlaces = Stemmer::kRememberedBytes / sizeof(Places);
  thread_local std::vector<Places> places(kPlaces);
  return places[((hash >> 16) + language) % kPlaces];
}

}  // namespace

void Stemmer::SnowballDeleter::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer(const std::string& base_language)
    : language_key_(KeyOf(base_language)),
      stop_words_(StopWordsOf(base_language)),
      snowball_(OpenStemmer(base_language)) {}

Stemmer::~Stemmer() = default;

StemmedWord Stemmer::Of(std::string_view word, size_t hash) {
  Places& places = PlacesOf(language_key_, hash);
  for (const Remembered& place : places) {
    if (place.IsOf(language_key_, word)) return place.form();
  }
  const StemmedWord form = Find(word);
  std::copy_backward(places.begin(), places.end() - 1, places.end());
  places[0].Keep(language_key_, word, form);
  return form;
}

StemmedWord Stemmer::Find(std::string_view word) {
  folded_ = text::FoldForMatching(word);
  if (stop_words_.contains(folded_)) return {folded_, true};
  if (snowball_ == nullptr) return {FirstLetters(folded_, kStemLetters), false};
  const sb_symbol* stem = sb_stemmer_stem(snowball_.get(), reinterpret_cast<const sb_symbol*>(folded_.data()),
                                          static_cast<int>(folded_.size()));
  return {{reinterpret_cast<const char*>(stem), static_cast<size_t>(sb_stemmer_length(snowball_.get()))}, false};
}

}  // namespace polygist::summary
