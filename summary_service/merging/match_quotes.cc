#include "summary_service/merging/match_quotes.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_split.h"
#include "common/base/strings.h"
#include "common/text/language_tag.h"
#include "summary_service/lexicon/names.h"
#include "summary_service/lexicon/tokens.h"
#include "summary_service/lexicon/transliteration.h"
#include "summary_service/merging/pair_values.h"

namespace polygist::summary {
namespace {

// Least strength between quotes of one speaker, and between quotes one of which names none.
constexpr int kLeastOfOneSpeaker = 480;
constexpr int kLeastOfUnknown = 580;
// Quotes of one article are as long as those of another up to this factor; a fragment is not the speech.
constexpr double kMostTimesLonger = 2.5;
// Share of common words from which two quotes of one language are one, whatever the links say.
constexpr double kSameWords = 0.6;
// Likeness of the consonants of two names' words, and what words in different scripts score (lexicon/transliteration.h;
// 1 to 3 of 1,000 unrelated names do).
constexpr double kSameSound = 0.6;
constexpr double kSameName = 1;

std::vector<std::string> WordsOfKey(std::string_view key) {
  return absl::StrSplit(ToAbsl(key), ' ', absl::SkipEmpty());
}

// Words of one script.
bool SoundAlike(const std::string& a, const std::string& b) {
  const std::string x = FormsOf(a).skeleton, y = FormsOf(b).skeleton;
  return x.size() >= 2 && y.size() >= 2 && Dice(TrigramsOf(x), TrigramsOf(y)) >= kSameSound;
}

bool MayBeOneName(const std::string& a, const std::string& b, const LetterScores& scores) {
  return IsRomanisedName(a) && IsRomanisedName(b) && TransliterationScore(a, b, scores) >= kSameName;
}

// A quote made ready for comparing.
struct Speech {
  std::string language;
  std::vector<std::string> words;     // Folded, in order.
  std::vector<std::string> distinct;  // The same, sorted, each once.
};

class QuoteMatcher {
 public:
  QuoteMatcher(std::span<const SourceArticle> articles, std::vector<Quote> quotes, std::span<const SentenceLink> links,
               std::span<const int> origins)
      : articles_(articles),
        quotes_(std::move(quotes)),
        origins_(origins),
        strengths_(SentencesOf(articles), links, [](const SentenceLink& link) { return link.strength_permille; }),
        group_of_(quotes_.size()) {
    for (const Quote& quote : quotes_) {
      const SourceArticle& article = articles[static_cast<size_t>(quote.article)];
      Speech speech{text::BaseLanguage(article.language), {}, {}};
      for (const Token& token : Tokenize(Slice(article.text, quote.span))) speech.words.push_back(token.folded);
      const std::set<std::string> distinct(speech.words.begin(), speech.words.end());
      speech.distinct.assign(distinct.begin(), distinct.end());
      speeches_.push_back(std::move(speech));
    }
    std::iota(group_of_.begin(), group_of_.end(), size_t{0});
  }

  std::vector<QuoteGroup> Match() {
    for (const auto& [strength, a, b] : Pairs()) Join(a, b);
    std::vector<QuoteGroup> groups;
    for (size_t g = 0; g < quotes_.size(); ++g) {
      if (group_of_[g] == g) groups.push_back(MakeGroup(g));
    }
    std::stable_sort(groups.begin(), groups.end(), [](const QuoteGroup& a, const QuoteGroup& b) {
      return a.quotes.size() > 1 && b.quotes.size() == 1;
    });
    return groups;
  }

 private:
  static size_t SentencesOf(std::span<const SourceArticle> articles) {
    size_t sentences = 0;
    for (const SourceArticle& article : articles) sentences += article.sentences.size();
    return sentences;
  }

  // Negated strength, so that sorting puts the surest first; then the quotes.
  std::vector<std::tuple<int, size_t, size_t>> Pairs() const {
    std::vector<std::tuple<int, size_t, size_t>> pairs;
    for (size_t a = 0; a < quotes_.size(); ++a) {
      for (size_t b = a + 1; b < quotes_.size(); ++b) {
        if (const int strength = Strength(a, b); strength > 0) pairs.emplace_back(-strength, a, b);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
  }

  // 0 when the two are not one speech.
  int Strength(size_t a, size_t b) const {
    if (quotes_[a].article == quotes_[b].article || !AreOfLikeLength(a, b)) return 0;
    const bool known = !quotes_[a].speaker_key.empty() && !quotes_[b].speaker_key.empty();
    const int strength = std::max(LinkStrength(quotes_[a], quotes_[b]), WordStrength(speeches_[a], speeches_[b]));
    if (strength < (known ? kLeastOfOneSpeaker : kLeastOfUnknown)) return 0;
    return MayBeOneSpeaker(quotes_[a], quotes_[b]) ? strength : 0;
  }

  bool AreOfLikeLength(size_t a, size_t b) const {
    const auto x = static_cast<double>(speeches_[a].words.size()), y = static_cast<double>(speeches_[b].words.size());
    return std::max(x, y) <= kMostTimesLonger * std::min(x, y);
  }

  // Mean over the sentences of the quote that has fewer of the best link into the other's.
  int LinkStrength(const Quote& a, const Quote& b) const {
    const bool swapped = a.sentences.size() > b.sentences.size();
    const std::vector<int>& few = swapped ? b.sentences : a.sentences;
    const std::vector<int>& many = swapped ? a.sentences : b.sentences;
    int sum = 0;
    for (const int x : few) {
      int best = 0;
      for (const int y : many) best = std::max<int>(best, strengths_.At(x, y, 0));
      sum += best;
    }
    return sum / static_cast<int>(few.size());
  }

  static int WordStrength(const Speech& a, const Speech& b) {
    if (a.language != b.language) return 0;
    size_t common = 0;
    for (auto x = a.distinct.begin(), y = b.distinct.begin(); x != a.distinct.end() && y != b.distinct.end();) {
      const int order = x->compare(*y);
      common += order == 0;
      x += order <= 0;
      y += order >= 0;
    }
    const double dice = 2.0 * static_cast<double>(common) / static_cast<double>(a.distinct.size() + b.distinct.size());
    return dice >= kSameWords ? static_cast<int>(1000 * dice) : 0;
  }

  std::vector<size_t> Members(size_t group) const {
    std::vector<size_t> members;
    for (size_t q = 0; q < quotes_.size(); ++q) {
      if (group_of_[q] == group) members.push_back(q);
    }
    return members;
  }

  // Groups join when every two of their quotes may be one speech and no article gives it twice.
  void Join(size_t a, size_t b) {
    const size_t keep = std::min(group_of_[a], group_of_[b]), gone = std::max(group_of_[a], group_of_[b]);
    if (keep == gone) return;
    const std::vector<size_t> kept = Members(keep), joining = Members(gone);
    for (const size_t x : kept) {
      for (const size_t y : joining) {
        if (quotes_[x].article == quotes_[y].article || !MayBeOneSpeaker(quotes_[x], quotes_[y])) return;
      }
    }
    for (const size_t member : joining) group_of_[member] = keep;
  }

  QuoteGroup MakeGroup(size_t group) const {
    QuoteGroup made;
    const std::vector<size_t> members = Members(group);
    std::set<int> distinct;
    for (const size_t member : members) {
      Quote quote = quotes_[member];
      quote.strength_permille = MeanStrength(member, members);
      const SourceArticle& article = articles_[static_cast<size_t>(quote.article)];
      distinct.insert(origins_[static_cast<size_t>(quote.article)]);
      AddOnce(speeches_[member].language, &made.languages);
      if (!article.source.empty()) AddOnce(article.source, &made.sources);
      if (quote.speaker.size() > made.speaker.size()) made.speaker = quote.speaker;
      if (quote.speaker_key.size() > made.speaker_key.size()) made.speaker_key = quote.speaker_key;
      made.quotes.push_back(std::move(quote));
    }
    made.independent_origins = static_cast<int>(distinct.size());
    made.wording_differs = WordingDiffers(members);
    return made;
  }

  int MeanStrength(size_t member, const std::vector<size_t>& members) const {
    int sum = 0;
    for (const size_t other : members) {
      if (other == member) continue;
      sum += std::max(LinkStrength(quotes_[member], quotes_[other]), WordStrength(speeches_[member], speeches_[other]));
    }
    return members.size() < 2 ? 0 : std::clamp(sum / static_cast<int>(members.size() - 1), 1, 1000);
  }

  // A shortened quote is the same wording.
  bool WordingDiffers(const std::vector<size_t>& members) const {
    for (size_t i = 0; i < members.size(); ++i) {
      for (size_t j = i + 1; j < members.size(); ++j) {
        const Speech &a = speeches_[members[i]], &b = speeches_[members[j]];
        if (a.language != b.language) continue;
        const auto& longer = a.words.size() >= b.words.size() ? a.words : b.words;
        const auto& shorter = a.words.size() >= b.words.size() ? b.words : a.words;
        if (std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) == longer.end()) return true;
      }
    }
    return false;
  }

  static void AddOnce(const std::string& name, std::vector<std::string>* names) {
    if (std::find(names->begin(), names->end(), name) == names->end()) names->push_back(name);
  }

  std::span<const SourceArticle> articles_;
  const std::vector<Quote> quotes_;
  std::span<const int> origins_;
  std::vector<Speech> speeches_;
  const PairValues<int16_t> strengths_;
  std::vector<size_t> group_of_;  // By quote: the first of its group.
};

}  // namespace

bool MayBeOneSpeaker(const Quote& a, const Quote& b) {
  std::vector<std::string> shorter = WordsOfKey(a.speaker_key), longer = WordsOfKey(b.speaker_key);
  int script = ScriptOf(a.speaker), other_script = ScriptOf(b.speaker);
  if (shorter.size() > longer.size()) {
    std::swap(shorter, longer);
    std::swap(script, other_script);
  }
  const LetterScores scores = script == other_script ? LetterScores{} : LetterScoresOf(script, other_script);
  const auto are_one = [&](const std::string& word, const std::string& other) {
    return word == other || (script == other_script ? SoundAlike(word, other) : MayBeOneName(word, other, scores));
  };
  return std::all_of(shorter.begin(), shorter.end(), [&](const std::string& word) {
    return std::any_of(longer.begin(), longer.end(), [&](const std::string& other) { return are_one(word, other); });
  });
}

std::vector<QuoteGroup> MatchQuotes(std::span<const SourceArticle> articles, std::vector<Quote> quotes,
                                    std::span<const SentenceLink> links, std::span<const int> origins) {
  return QuoteMatcher(articles, std::move(quotes), links, origins).Match();
}

}  // namespace polygist::summary
