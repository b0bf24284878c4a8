// The articles of one request as numbers: what scoring, selection and merging read instead of text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "summary_service/analysis/length.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// A word as it is counted: a stem of one language, a number, a Han or Kana character or a pair of them.
using TermId = int32_t;

struct VocabularyEntry {
  std::string text;   // Folded and stemmed; for people and for bridges between languages.
  bool word = false;  // Of one language: neither a number nor a character.
  bool stop = false;  // A function word: no content of its own.
  bool number = false;
  int32_t occurrences = 0;
  int32_t capitalised = 0;  // Occurrences with an upper-case letter first, not at a sentence's beginning.

  // Written like a name most of the time. (German writes every noun so; there it tells less.)
  bool name() const { return capitalised * 2 > occurrences; }
};

// How readily a sentence is taken. A later tier is used only when the ones before it hold nothing that fits.
enum class Tier {
  kBody,      // A sentence of running text.
  kShort,     // A short one, or one after which speech goes on (GroupEngine).
  kFragment,  // Too short to tell something by itself.
  kHeading,   // Headings, table rows, preformatted text.
};

// How a sentence begins that leans on the one before it.
enum class Opener {
  kNone,
  kPronoun,        // "He", "They": somebody or something that was named before.
  kDemonstrative,  // "This", "In that case": what was said just before.
  kConnective,     // "However", "But": against what was said before.
};

// Of a quotation that begins or ends outside the sentence.
enum class OpenQuote {
  kNone,
  kOpens,   // Holds its beginning.
  kInside,  // Stands between a sentence that opens it and one that closes it.
  kCloses,  // Holds its end.
};

struct AnalyzedSentence {
  SentenceRef ref;
  int32_t token_begin = 0;  // Into AnalyzedCorpus::tokens.
  int32_t token_end = 0;
  int32_t term_begin = 0;  // Into AnalyzedCorpus::terms.
  int32_t term_end = 0;
  Length length;
  Tier tier = Tier::kBody;
  int32_t position = 0;    // How many sentences of kLongSentenceWords or more precede it in its article.
  bool quotation = false;  // Holds a quotation mark.
  Opener opener = Opener::kNone;
  OpenQuote open_quote = OpenQuote::kNone;
  bool attribution = false;  // Names its speaker by a pronoun only ("he said").
};

// Shorter sentences do not count as positions: bylines, cries, "Yes.".
inline constexpr int kLongSentenceWords = 6;

struct AnalyzedArticle {
  std::string base_language;   // Base subtag, "und" when unknown.
  int32_t sentence_begin = 0;  // Into AnalyzedCorpus::sentences.
  int32_t sentence_end = 0;
  int32_t origin = 0;  // The first article it is a copy of, by fingerprint; itself when it is none (origins.h).
  std::vector<TermId> title_tokens;  // Every word of the title.
};

struct AnalyzedCorpus {
  std::vector<AnalyzedArticle> articles;    // As in the request.
  std::vector<AnalyzedSentence> sentences;  // All sentences of all articles in order: SentenceLink counts these.
  std::vector<TermId> tokens;               // Every word of every sentence in order; for Han and Kana every character.
  std::vector<TermId> terms;                // What has content, repeats kept; for Han and Kana pairs of characters.
  std::vector<bool> stop_words;             // By TermId: function words.
  std::vector<VocabularyEntry> vocabulary;  // By TermId, for bridges between languages; nobody else asks for it.
  std::vector<TermId> question;             // What the reader's question is made of, as `terms`.

  std::span<const TermId> TokensOf(const AnalyzedSentence& sentence) const {
    return std::span(tokens).subspan(sentence.token_begin, sentence.token_end - sentence.token_begin);
  }
  std::span<const TermId> TermsOf(const AnalyzedSentence& sentence) const {
    return std::span(terms).subspan(sentence.term_begin, sentence.term_end - sentence.term_begin);
  }
};

}  // namespace polygist::summary
