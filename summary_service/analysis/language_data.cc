#include "summary_service/analysis/language_data.h"

#include <libstemmer.h>
#include <unicode/uloc.h>

#include "summary_service/analysis/openers.h"
#include "summary_service/analysis/stop_words.h"

namespace polygist::summary {
namespace {

bool HasStemmer(const std::string& language) {
  sb_stemmer* stemmer = sb_stemmer_new(language.c_str(), "UTF_8");
  if (stemmer == nullptr) return false;
  sb_stemmer_delete(stemmer);
  return true;
}

}  // namespace

std::vector<LanguageData> KnownLanguages() {
  std::vector<LanguageData> known;
  for (const char* const* language = uloc_getISOLanguages(); *language != nullptr; ++language) {
    LanguageData data;
    data.language = *language;
    if (data.language.size() != 2) continue;  // No data here is for a language with a three-letter tag only.
    data.stemmer = HasStemmer(data.language);
    data.stop_words = !StopWordsOf(data.language).empty();
    data.coherence_lists = HasOpeners(data.language);
    if (data.stemmer || data.stop_words || data.coherence_lists) known.push_back(data);
  }
  return known;
}

}  // namespace polygist::summary
