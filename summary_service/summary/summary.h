// Summaries and what is asked of them: the values every room of the summary service shares.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "common/base/byte_span.h"
#include "summary_service/summary/disagreement.h"

namespace polygist::summary {

// The language tag of a summary over all languages (BCP 47, ISO 639-2 "multiple languages").
inline constexpr char kMergedLanguage[] = "mul";

enum class BudgetUnit {
  kSentences,
  kWords,       // What white space separates; each Han or Kana character counts as one.
  kCharacters,  // Code points of the sentences, and one for each line break between two of them.
  kRatio,       // Permille of the words of the sentences at hand; never less than the shortest sentence.
};

// A hard upper bound of a summary's length.
struct Budget {
  BudgetUnit unit = BudgetUnit::kSentences;
  int64_t amount = 3;  // At least 1; kRatio: at most 1000.

  friend bool operator==(const Budget&, const Budget&) = default;
};

// The sentence-th sentence of the article-th article of a request, both from 0.
struct SentenceRef {
  int article = 0;
  int sentence = 0;

  friend auto operator<=>(const SentenceRef&, const SentenceRef&) = default;
};

struct SummaryOptions {
  // Lengths wanted, shortest first. The summary of each length contains the one before it. In one unit ascending.
  std::vector<Budget> budgets = {Budget{}};
  bool per_language = true;    // One summary for each language among the articles.
  bool merged = true;          // One summary over all languages.
  bool disagreements = false;  // Of all articles; only with the merged summary.
  // What the reader wants to know, in any language. Empty: whatever matters most.
  std::string query;
  // When not empty, only articles of these sources, or languages ("pt" takes "pt-BR" too).
  std::vector<std::string> sources;
  std::vector<std::string> languages;
  // Sentences that must be in the summary (as far as the budget goes, in this order), or must not.
  std::vector<SentenceRef> must_include;
  std::vector<SentenceRef> must_exclude;
  // Indices of articles the reader knows. They are not summarized, and what they say counts as told.
  std::vector<int> already_read;
  // Articles published before this count as read; those without a time do not.
  std::optional<absl::Time> since;
  // BCP 47 tags of the languages that the reader has, best first. The merged summary shows each statement in the best
  // of them that an article says it in. Empty: as the most telling sentence says it.
  std::vector<std::string> reading_languages;
};

// One named addend of a score.
struct ScorePart {
  std::string name;  // lower_snake_case: "centrality", "position", ... (scoring/score_sentences.h)
  int64_t value_micros = 0;

  friend bool operator==(const ScorePart&, const ScorePart&) = default;
};

// Odd but usable. `code` is stable, UPPER_SNAKE_CASE.
struct SummaryWarning {
  std::string code;
  std::string message;

  friend bool operator==(const SummaryWarning&, const SummaryWarning&) = default;
};

// Something about a chosen sentence that a reader may stumble over. Stable names on the wire.
enum class SentenceFlag {
  kExcerpt,              // Only the beginning: no whole sentence fits the budget.
  kDanglingPronoun,      // Opens with a pronoun whose antecedent is not in the summary.
  kDanglingConnective,   // Opens with a connective ("however") whose other side is not in the summary.
  kOpenQuote,            // Holds half of a quotation.
  kDanglingAttribution,  // Says who speaks by a pronoun whose antecedent is not in the summary.
};

// A sentence of another article that says the same.
struct Evidence {
  SentenceRef ref;
  int strength_permille = 0;  // (0, 1000]: how surely.

  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

// What a sentence names that needs no language. Stable names on the wire.
enum class GistKind { kName, kNumber, kMoney, kPercent, kMeasure, kDate, kTime, kCountry, kLanguage };

struct GistItem {
  GistKind kind = GistKind::kName;
  std::string text;  // For the reader.
  ByteSpan span;     // UTF-8 bytes of the article's text.

  friend bool operator==(const GistItem&, const GistItem&) = default;
};

// For a reader who does not have the sentence's language.
struct Gist {
  std::string language;         // BCP 47: whose CLDR forms are used.
  std::vector<GistItem> items;  // In reading order.
};

struct SummarySentence {
  SentenceRef ref;
  // Bytes of the sentence that are shown, from its beginning; less than its size only with kExcerpt.
  int64_t shown_bytes = 0;
  int64_t score_micros = 0;      // The sum of `parts`.
  std::vector<ScorePart> parts;  // In a fixed order.
  int rank = 0;                  // Place among all candidates by score, from 1.
  int first_budget = 0;          // Index of the shortest of SummaryOptions::budgets whose summary holds it.
  std::vector<SentenceFlag> flags;
  // Who says the same: articles (indices, ascending) holding this sentence or one linked to it, this one
  // included. Copies of one text are one origin.
  std::vector<int> supporting_articles;
  int independent_origins = 1;
  std::vector<std::string> supporting_sources;    // Sorted, without repeats and empty names.
  std::vector<std::string> supporting_languages;  // Sorted, without repeats.
  std::vector<Evidence> evidence;                 // On which the support rests; by article, then place.
  // With SummaryOptions::reading_languages: the sentence that was chosen and that this one is shown in the place of;
  // and the gist, when the reader has no language that says it.
  std::optional<Evidence> stands_for;
  std::optional<Gist> gist;
};

// The summary of one budget: the sentences whose first_budget is at most its index.
struct SummaryLength {
  int sentences = 0;  // 0 when there is only an excerpt.
  int64_t words = 0;
  int64_t characters = 0;                  // As of BudgetUnit::kCharacters.
  std::optional<SummarySentence> excerpt;  // When no whole sentence fits, but one of a longer budget's is there.
};

struct Summary {
  std::string language;                    // BCP 47; kMergedLanguage for the merged one.
  std::vector<int> articles;               // Indices of the articles it is over, ascending.
  std::vector<SummarySentence> sentences;  // In reading order, of the longest budget.
  std::vector<SummaryWarning> warnings;
  std::vector<SummaryLength> lengths;  // By budget.
};

struct Summaries {
  std::vector<Summary> per_language;  // Ascending by language tag.
  std::optional<Summary> merged;
  std::vector<Disagreement> disagreements;  // Only with SummaryOptions::disagreements.
};

}  // namespace polygist::summary
