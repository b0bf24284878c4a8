#include "summary_service/merging/query_matches.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "common/text/language_tag.h"
#include "summary_service/lexicon/tokens.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {
namespace {

// Weaker matches are cognates by chance and far-fetched translations.
constexpr float kLeastMatch = 0.4f;
// From here on a match is the word itself, not a rendering.
constexpr float kSameWord = 0.95f;
// A sentence below this holds nothing but a common word of the question.
constexpr double kLeastScore = 0.15;
// Languages the question is read as when the reader's are not known.
constexpr size_t kMostGuesses = 3;

std::vector<std::string> GuessLanguages(std::string_view query, const Lexicon* lexicon,
                                        std::span<const SourceArticle> articles) {
  std::set<std::string> languages;
  if (lexicon == nullptr) {
    for (const SourceArticle& article : articles) languages.insert(text::BaseLanguage(article.language));
  } else {
    for (const LexiconPair& pair : lexicon->Pairs()) languages.insert({pair.language, pair.target});
  }
  const std::vector<Token> words = Tokenize(query);
  std::vector<std::pair<int, std::string>> known;  // Words that are not known, language.
  for (const std::string& language : languages) {
    const auto count = std::count_if(words.begin(), words.end(), [&](const Token& word) {
      return lexicon != nullptr && !lexicon->Translate(language, word.folded, {}, 1).empty();
    });
    known.emplace_back(static_cast<int>(words.size()) - static_cast<int>(count), language);
  }
  std::sort(known.begin(), known.end());
  std::vector<std::string> guesses;
  for (const auto& [unknown, language] : known) {
    if (unknown == known.front().first && guesses.size() < kMostGuesses) guesses.push_back(language);
  }
  return guesses;
}

// The question as an article of one sentence.
SourceArticle AsArticle(std::string_view query, const std::string& language) {
  SourceArticle article;
  article.language = language;
  article.text = query;
  const ByteSpan whole{0, static_cast<int64_t>(query.size())};
  article.blocks.push_back({BlockKind::kParagraph, whole});
  article.sentences.push_back({whole, {}, 0});
  return article;
}

class QueryMatcher {
 public:
  QueryMatcher(const Story& story, size_t sentences)
      : story_(story), sentences_(sentences), matches_(MatchTerms(story)) {}

  std::vector<double> Match() {
    CollectWords();
    std::vector<double> scores(sentences_);
    double whole = 0;
    for (const auto& [begin, strength] : strength_by_word_) {
      const std::vector<double> held = HeldBy(strength);
      double sum = 0;
      for (const double one : held) sum += one;
      const double weight = std::log(1 + static_cast<double>(sentences_) / (0.5 + sum));
      whole += weight;
      for (size_t s = 0; s < sentences_; ++s) scores[s] += weight * held[s];
    }
    if (whole <= 0) return {};
    for (double& score : scores) score = score / whole < kLeastScore ? 0 : score / whole;
    const bool none = std::all_of(scores.begin(), scores.end(), [](double score) { return score == 0; });
    return none ? std::vector<double>{} : scores;
  }

 private:
  using Strengths = std::map<int, float>;  // By term.

  // The terms that match each word of the question, over the languages it is read as.
  void CollectWords() {
    for (size_t s = sentences_; s < story_.sentences.size(); ++s) {
      for (const TermUse& use : story_.sentences[s].uses) {
        Strengths& strengths = strength_by_word_[use.span().begin];
        for (const TermMatch match : matches_[static_cast<size_t>(use.term)]) {
          float& strength = strengths[match.term()];
          if (match.strength() >= kLeastMatch) strength = std::max(strength, match.strength());
        }
      }
    }
    for (auto& [begin, strengths] : strength_by_word_) ShareAmongMeanings(&strengths);
  }

  // A word with several renderings in a language means each of them less surely: divided by the root of their number.
  void ShareAmongMeanings(Strengths* strengths) const {
    std::map<int, std::set<int>> meanings;  // By language: stems.
    const auto is_rendering = [&](int term, float strength) {
      return strength > 0 && strength < kSameWord && story_.terms[static_cast<size_t>(term)].language >= 0;
    };
    for (const auto& [term, strength] : *strengths) {
      const StoryTerm& known = story_.terms[static_cast<size_t>(term)];
      if (!is_rendering(term, strength)) continue;
      for (const TermConcept& meaning : story_.concepts[static_cast<size_t>(term)]) {
        if (meaning.own) meanings[known.language].insert(meaning.id);
      }
    }
    for (auto& [term, strength] : *strengths) {
      if (!is_rendering(term, strength)) continue;
      const size_t count = meanings[story_.terms[static_cast<size_t>(term)].language].size();
      strength /= static_cast<float>(std::sqrt(static_cast<double>(std::max<size_t>(count, 1))));
    }
  }

  std::vector<double> HeldBy(const Strengths& strengths) const {
    std::vector<double> held(sentences_);
    for (size_t s = 0; s < sentences_; ++s) {
      for (const TermUse& use : story_.sentences[s].uses) {
        const auto place = strengths.find(use.term);
        if (place != strengths.end()) held[s] = std::max(held[s], static_cast<double>(place->second));
      }
    }
    return held;
  }

  const Story& story_;
  const size_t sentences_;  // Of the articles; the question's follow.
  const TermMatches matches_;
  std::map<int64_t, Strengths> strength_by_word_;  // By where the word stands in the question.
};

}  // namespace

std::vector<double> MatchQuery(std::span<const SourceArticle> articles, const Lexicon* lexicon, std::string_view query,
                               std::span<const std::string> reading_languages) {
  std::vector<SourceArticle> all(articles.begin(), articles.end());
  size_t sentences = 0;
  for (const SourceArticle& article : articles) sentences += article.sentences.size();
  std::vector<std::string> languages(reading_languages.begin(), reading_languages.end());
  if (languages.empty()) languages = GuessLanguages(query, lexicon, articles);
  for (const std::string& language : languages) all.push_back(AsArticle(query, language));
  const Story story = ReadStory(all, lexicon);
  return QueryMatcher(story, sentences).Match();
}

}  // namespace polygist::summary
