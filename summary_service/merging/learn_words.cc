#include "summary_service/merging/learn_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/text/utf8.h"
#include "summary_service/merging/align_sentences.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/story_names.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {
namespace {

// A match this strong explains a word.
constexpr float kExplained = 0.35f;
// Sentences with more words left unexplained than this say too much else.
constexpr size_t kMostLeft = 14;
// A word in more sentences of its language than this share, and than a few, is mostly a function word: it meets
// everything.
constexpr double kCommonShare = 0.05;
constexpr int kFewSentences = 4;

using Pair = std::pair<int, int>;  // Terms; the one of the language that is stored first.

class WordLearner {
 public:
  WordLearner(std::span<const SourceArticle> articles, const Lexicon* lexicon, const LearnWordsOptions& options)
      : articles_(articles),
        options_(options),
        story_(ReadStory(articles, lexicon)),
        matches_(MatchTerms(story_)),
        names_(articles_, story_, matches_),
        sentences_of_(story_.terms.size()) {
    std::vector<int> sentences(story_.languages.size());
    for (const StorySentence& sentence : story_.sentences) {
      ++sentences[static_cast<size_t>(sentence.language)];
      std::set<int> terms;
      for (const TermUse& use : sentence.uses) terms.insert(use.term);
      for (const int term : terms) ++sentences_of_[static_cast<size_t>(term)];
    }
    for (const int count : sentences) {
      most_sentences_.push_back(std::max(kFewSentences, static_cast<int>(kCommonShare * count)));
    }
  }

  std::vector<LearnedWords> Learn() {
    std::set<Pair> seen;
    for (const SentenceLink& link : LinkStory(story_, matches_, {options_.least_link_permille})) {
      const int a = TextIdOf(link.a), b = TextIdOf(link.b);
      const bool is_new = seen.emplace(std::min(a, b), std::max(a, b)).second;
      if (is_new && At(link.a).language != At(link.b).language) Count(link.a, link.b);
    }
    return Choose();
  }

 private:
  const StorySentence& At(int sentence) const { return story_.sentences[static_cast<size_t>(sentence)]; }
  const StoryTerm& Term(int term) const { return story_.terms[static_cast<size_t>(term)]; }
  const std::string& LanguageOf(int term) const { return story_.languages[static_cast<size_t>(Term(term).language)]; }

  // Equal for equal sentences.
  int TextIdOf(int sentence) {
    const SourceArticle& article = articles_[static_cast<size_t>(At(sentence).article)];
    const ByteSpan span = article.sentences[static_cast<size_t>(At(sentence).sentence)].span;
    return texts_.try_emplace(Slice(article.text, span), static_cast<int>(texts_.size())).first->second;
  }

  // Whether the language of term `a` is stored first.
  bool ComesFirst(int a, int b) const {
    if (LanguageOf(a) == "en" || LanguageOf(b) == "en") return LanguageOf(b) == "en";
    return LanguageOf(a) < LanguageOf(b);
  }

  std::set<int> WordsOf(int sentence) const {
    std::set<int> words;
    for (const TermUse& use : At(sentence).uses) {
      const StoryTerm& term = Term(use.term);
      const bool word =
          term.key < 0 && !IsCommon(use.term) && !names_.IsName(use.term) && text::CountCodePoints(term.folded) > 1;
      if (word) words.insert(use.term);
    }
    return words;
  }

  bool IsCommon(int term) const {
    return sentences_of_[static_cast<size_t>(term)] > most_sentences_[static_cast<size_t>(Term(term).language)];
  }

  bool IsExplained(int term, const std::set<int>& others) const {
    const TermMatches::Row matches = matches_[static_cast<size_t>(term)];
    return std::any_of(matches.begin(), matches.end(), [&](TermMatch match) {
      return match.term() != term && match.strength() >= kExplained && others.contains(match.term());
    });
  }

  // The words of `a` that nothing in `b` explains.
  std::set<int> Left(int a, int b) const {
    const std::set<int> others = WordsOf(b);
    std::set<int> left = WordsOf(a);
    std::erase_if(left, [&](int term) { return IsExplained(term, others); });
    return left;
  }

  void Count(int a, int b) {
    for (const int term : WordsOf(a)) ++uses_[{term, At(b).language}];
    for (const int term : WordsOf(b)) ++uses_[{term, At(a).language}];
    const std::set<int> mine = Left(a, b), theirs = Left(b, a);
    if (mine.empty() || theirs.empty() || mine.size() > kMostLeft || theirs.size() > kMostLeft) return;
    for (const int x : mine) {
      for (const int y : theirs) ++together_[ComesFirst(x, y) ? Pair(x, y) : Pair(y, x)];
    }
  }

  double DiceOf(const Pair& pair, int together) const {
    const int first = uses_.at({pair.first, Term(pair.second).language});
    const int second = uses_.at({pair.second, Term(pair.first).language});
    return 2.0 * together / (first + second);
  }

  // The best partner of a word in one language, and whether another is as good.
  struct Best {
    double dice = 0;
    int together = 0;
    int partner = -1;
    bool tied = false;

    void Offer(double dice_of, int count, int other) {
      if (std::tuple(dice_of, count) < std::tuple(dice, together)) return;
      tied = partner >= 0 && std::tuple(dice_of, count) == std::tuple(dice, together);
      dice = dice_of;
      together = count;
      partner = other;
    }
    bool IsOnly(int other) const { return partner == other && !tied; }
  };

  std::vector<LearnedWords> Choose() const {
    std::map<Pair, Best> best;  // By term and the partner's language.
    for (const auto& [pair, together] : together_) {
      const double dice = DiceOf(pair, together);
      best[{pair.first, Term(pair.second).language}].Offer(dice, together, pair.second);
      best[{pair.second, Term(pair.first).language}].Offer(dice, together, pair.first);
    }
    std::vector<LearnedWords> learned;
    for (const auto& [pair, together] : together_) {
      const double dice = DiceOf(pair, together);
      if (together < options_.least_sentence_pairs || dice < options_.least_dice) continue;
      if (!best.at({pair.first, Term(pair.second).language}).IsOnly(pair.second)) continue;
      if (!best.at({pair.second, Term(pair.first).language}).IsOnly(pair.first)) continue;
      const double weight = dice * together / (together + 1);
      learned.push_back({LanguageOf(pair.first), Term(pair.first).folded, LanguageOf(pair.second),
                         Term(pair.second).folded, static_cast<int>(std::lround(1000 * weight)), together});
    }
    std::sort(learned.begin(), learned.end(), [](const LearnedWords& a, const LearnedWords& b) {
      return std::tie(a.language, a.target, b.weight_permille, a.word) <
             std::tie(b.language, b.target, a.weight_permille, b.word);
    });
    return learned;
  }

  std::span<const SourceArticle> articles_;
  const LearnWordsOptions& options_;
  const Story story_;
  const TermMatches matches_;
  const StoryNames names_;
  std::vector<int> sentences_of_;    // By term: sentences that hold it.
  std::vector<int> most_sentences_;  // By language: of a word that is no function word.
  std::map<std::string_view, int> texts_;
  std::map<Pair, int> uses_;  // By term and the other language: pairs of sentences.
  std::map<Pair, int> together_;
};

}  // namespace

std::vector<LearnedWords> LearnWords(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                                     const LearnWordsOptions& options) {
  return WordLearner(articles, lexicon, options).Learn();
}

}  // namespace polygist::summary
