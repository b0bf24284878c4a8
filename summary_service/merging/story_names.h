// The names in the sentences of a story: people, organisations, products, places that CLDR does not know.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_span.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/term_matches.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// Words of a name that stand side by side: "Sam Altman".
struct NameMention {
  ByteSpan span;           // UTF-8 bytes of the article's text.
  std::vector<int> terms;  // Of the story, in order.
};

// Told by capitals: a word is a name when the story writes it with one more often than not where no
// sentence begins. In scripts without capitals a word is a name when it matches a name of another
// language; in languages that write every noun with one, also when it mostly stands beside another
// word with a capital, or when dictionaries know the language and not the word. Pure and deterministic.
class StoryNames {
 public:
  // `articles` and `story` must outlive it; `matches` as MatchTerms(story) gives them.
  StoryNames(std::span<const SourceArticle> articles, const Story& story, const TermMatches& matches);

  // Of the sentence-th of story.sentences, in reading order; they do not overlap.
  std::vector<NameMention> In(int sentence) const;

  // Whether the term is written as a name.
  bool IsName(int term) const { return is_name_[static_cast<size_t>(term)]; }

  // The term as it is first written with a capital, or first written.
  std::string_view WrittenForm(int term) const { return written_[static_cast<size_t>(term)]; }

 private:
  struct Count {
    int upper = 0;       // Where no sentence begins.
    int lower = 0;       // Anywhere.
    int in_company = 0;  // Of `upper`: beside another word with a capital.
  };

  std::string_view TextOf(int sentence) const;
  std::string_view Written(int sentence, const TermUse& use) const;
  bool BeginsClause(int sentence, size_t use) const;
  bool MayBeginName(int sentence, size_t use) const;
  bool IsInsideName(int sentence, size_t use) const;
  bool IsNameUse(int sentence, size_t use) const;
  bool Joins(int sentence, const TermUse& use, const TermUse& next) const;
  void CountCapitals();
  void FindNames(const TermMatches& matches);
  bool IsUpperBeside(int sentence, size_t other, size_t use) const;
  bool IsNameAmongNouns(int term, const TermMatches& matches) const;
  bool MatchesName(int term, float least, const TermMatches& matches) const;

  std::span<const SourceArticle> articles_;
  const Story& story_;
  std::vector<Count> counts_;              // By term.
  std::vector<std::string_view> written_;  // By term, in the text of an article.
  std::vector<bool> capitals_everywhere_;  // By language.
  std::vector<bool> in_dictionary_;        // By language.
  std::vector<bool> is_name_;              // By term.
};

}  // namespace polygist::summary
