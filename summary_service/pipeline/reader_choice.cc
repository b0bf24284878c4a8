#include "summary_service/pipeline/reader_choice.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "common/text/language_tag.h"

namespace polygist::summary {
namespace {

constexpr int kFullStrength = 1000;
// A match of keys from here on is the same number, said with or without its unit.
constexpr double kSameNumber = 0.55;

class ReaderChooser {
 public:
  explicit ReaderChooser(const ReaderChoiceInput& input) : input_(input), shown_(input.sentences.size()) {
    for (const AnalyzedArticle& article : input.articles) {
      preferences_.push_back(PreferenceOf(article.base_language, input.reading_languages));
    }
    for (size_t n = 0; n < shown_.size(); ++n) shown_[n] = {static_cast<int32_t>(n), kFullStrength, 0};
  }

  std::vector<int32_t> Choose() {
    for (const SentenceLink& link : input_.links) {
      if (link.strength_permille < input_.least_strength_permille) continue;
      Offer(link.a, link.b, link.strength_permille);
      Offer(link.b, link.a, link.strength_permille);
    }
    std::vector<int32_t> chosen;
    for (const Shown& shown : shown_) chosen.push_back(shown.n);
    return chosen;
  }

 private:
  struct Shown {
    int32_t n = 0;
    int strength_permille = 0;
    int missing = 0;  // Numbers.
  };

  const AnalyzedSentence& At(int32_t n) const { return input_.sentences[static_cast<size_t>(n)]; }
  size_t Preference(int32_t n) const { return preferences_[static_cast<size_t>(At(n).ref.article)]; }

  bool Leans(int32_t n) const {
    return At(n).opener != Opener::kNone || At(n).open_quote != OpenQuote::kNone || At(n).tier != Tier::kBody;
  }

  void Offer(int32_t n, int32_t other, int strength_permille) {
    const size_t place = static_cast<size_t>(n);
    if (input_.fixed[place] || input_.hidden[static_cast<size_t>(other)]) return;
    if (Preference(other) >= Preference(n)) return;
    const std::optional<int> missing = MissingNumbers(n, other);
    if (!missing) return;
    Shown& shown = shown_[place];
    const Shown offered{other, strength_permille, *missing};
    if (shown.n == n || IsBetter(offered, shown)) shown = offered;
  }

  // How many numbers and times of `n` the other sentence does not have; nothing when it has none of them.
  std::optional<int> MissingNumbers(int32_t n, int32_t other) const {
    int numbers = 0, missing = 0;
    for (const Key& key : input_.keys[static_cast<size_t>(n)]) {
      if (!key.is_quantity() && key.kind != KeyKind::kTime) continue;
      const std::vector<Key>& theirs = input_.keys[static_cast<size_t>(other)];
      const bool held =
          std::any_of(theirs.begin(), theirs.end(), [&](const Key& one) { return KeyMatch(key, one) >= kSameNumber; });
      ++numbers;
      missing += !held;
    }
    return numbers > 0 && missing == numbers ? std::nullopt : std::optional(missing);
  }

  bool IsBetter(const Shown& a, const Shown& b) const {
    const auto worth = [&](const Shown& shown) {
      return input_.scores[static_cast<size_t>(shown.n)] * shown.strength_permille;
    };
    return std::tuple(Preference(a.n), a.missing, Leans(a.n), -worth(a), a.n) <
           std::tuple(Preference(b.n), b.missing, Leans(b.n), -worth(b), b.n);
  }

  const ReaderChoiceInput& input_;
  std::vector<size_t> preferences_;  // By article.
  std::vector<Shown> shown_;         // By n.
};

}  // namespace

size_t PreferenceOf(std::string_view language, std::span<const std::string> reading_languages) {
  const std::string base = text::BaseLanguage(language);
  size_t place = 0;
  while (place < reading_languages.size() && text::BaseLanguage(reading_languages[place]) != base) ++place;
  return place;
}

std::vector<int32_t> ChooseForReader(const ReaderChoiceInput& input) { return ReaderChooser(input).Choose(); }

std::vector<SentenceLink> ShownOnce(std::span<const int32_t> shown) {
  std::map<int32_t, std::vector<int>> told_by;  // By the sentence shown.
  for (size_t n = 0; n < shown.size(); ++n) told_by[shown[n]].push_back(static_cast<int>(n));
  std::vector<SentenceLink> links;
  for (const auto& [n, tellers] : told_by) {
    for (size_t i = 0; i < tellers.size(); ++i) {
      for (size_t j = i + 1; j < tellers.size(); ++j) links.push_back({tellers[i], tellers[j], kFullStrength});
    }
  }
  std::sort(links.begin(), links.end());
  return links;
}

}  // namespace polygist::summary
