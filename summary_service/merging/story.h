// The sentences of several articles as bags of comparable terms, one numbering for the whole story.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/base/byte_span.h"
#include "summary_service/lexicon/keys.h"
#include "summary_service/lexicon/lexicon.h"
#include "summary_service/merging/rows.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// What a term may stand for: a stem of some language, numbered over the story.
struct TermConcept {
  uint32_t id : 30 = 0;
  uint32_t own : 1 = 0;    // The term's own stem, not a translation.
  uint32_t pivot : 1 = 0;  // An English stem reached from another language.
  float weight = 0;        // (0, 1].
};

enum class TermClass : uint8_t { kNumber, kKey, kName, kWord };

// A distinct word form of one language, or a distinct key.
struct StoryTerm {
  int language = 0;  // Index into Story::languages; -1 for keys.
  int key = -1;      // Index into Story::keys.
  // Bit l: the lexicon knows words of Story::languages[l] for this one. The first 32 languages.
  uint32_t known_in = 0;
  TermClass term_class = TermClass::kWord;
  bool ideographic = false;
  bool translated = false;  // The lexicon has translations of it, or of parts of it.
  std::string folded;       // As text::FoldForMatching gives the word; empty for keys.
};

// A word or key of a sentence. In twelve bytes, since a story has one for each word.
struct TermUse {
  int term = 0;
  uint32_t begin = 0, end = 0;  // UTF-8 bytes of the article's text, which is shorter than 4 GiB.

  ByteSpan span() const { return {begin, end}; }
};

struct StorySentence {
  int article = 0;
  int sentence = 0;  // Index into SourceArticle::sentences.
  int language = 0;
  bool heading = false;       // A heading or the title: neither its names nor its values count for the text.
  std::vector<TermUse> uses;  // In reading order.
};

// Sentences behind so many terms have none.
inline constexpr int kTermBits = 24;
inline constexpr size_t kMostTerms = size_t{1} << kTermBits;

struct Story {
  std::vector<std::string> languages;  // Base subtags, in order of first use.
  std::vector<StoryTerm> terms;
  Rows<TermConcept> concepts;  // By term; none of keys.
  std::vector<Key> keys;
  std::vector<StorySentence> sentences;  // By article, then sentence.
  int concept_count = 0;
};

// Whether a sentence gives a day or a year and hardly any word besides: the date of its article, which states nothing.
bool IsDateLine(const Story& story, const StorySentence& sentence);

// Headings and titles take part only where `with_headings`, and only those of three words and more: they are mostly
// made of topic words. Pure and deterministic; `lexicon` may be null.
Story ReadStory(std::span<const SourceArticle> articles, const Lexicon* lexicon, bool with_headings = false);

}  // namespace polygist::summary
