#include "summary_service/merging/term_evidence.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

#include "summary_service/merging/word_runs.h"

namespace polygist::summary {
namespace {

// p: the chance that a sentence of this story matches the term; shrunk towards the chance in any
// text. Headings say again what the text says and do not count.
constexpr double kPriorWeight = 9;
constexpr double kLeastChance = 1e-4;
constexpr double kMostChance = 0.97;
// Share of its own match that is not taken for chance, and the numbers it is asked of. Between .6 and .95 the labelled
// stories gain alike.
constexpr double kOwnMatch = 0.7;
constexpr double kTellingNumber = 100;
// up is cut here: one rare term must not decide alone.
constexpr double kMostUp = 6.5;

// r: the chance that a rendering of the sentence in `language` carries a match of the term.
double Rendered(const StoryTerm& term, int language) {
  if (term.language == language) return term.term_class == TermClass::kName ? 0.75 : 0.5;
  switch (term.term_class) {
    case TermClass::kNumber:
      return 0.85;
    case TermClass::kKey:
      return 0.75;
    case TermClass::kName:
      return 0.65;
    case TermClass::kWord:
      return IsKnown(term, language) ? 0.5 : 0.16;
  }
  return 0;
}

// The chance in any text, where nothing is known about the term.
double AnyTextChance(const StoryTerm& term) {
  switch (term.term_class) {
    case TermClass::kNumber:
      return 0.008;
    case TermClass::kKey:
      return 0.015;
    case TermClass::kName:
      return 0.008;
    default:
      return 0.01;
  }
}

// Of a telling number one match is most likely that of a rendering, and says little about chance. Of names, words and
// smaller numbers it says as much as others: there this costs more than it gives.
double ByChance(const Story& story, const StoryTerm& term, double frequency) {
  const bool telling = term.term_class == TermClass::kNumber && term.key >= 0 &&
                       story.keys[static_cast<size_t>(term.key)].value >= kTellingNumber;
  return telling ? frequency - kOwnMatch * std::min(1.0, frequency) : frequency;
}

// `frequency`: how many of the language's `sentences` match the term, each by its best match.
TermWeight WeightOf(const StoryTerm& term, int language, double frequency, double sentences) {
  double p = (frequency + kPriorWeight * AnyTextChance(term)) / (sentences + kPriorWeight);
  p = std::clamp(p, kLeastChance, kMostChance);
  const double r = std::min(0.99, std::max(Rendered(term, language), 1.05 * p));
  return {std::clamp(std::log(r / p), 0.0, kMostUp), std::log((1 - r) / (1 - p))};
}

// By language: sentences that have terms, without headings.
std::vector<double> LanguageSizes(const Story& story) {
  std::vector<double> sizes(story.languages.size(), 0);
  for (const StorySentence& sentence : story.sentences) {
    if (!sentence.uses.empty()) ++sizes[static_cast<size_t>(sentence.language)];
  }
  return sizes;
}

}  // namespace

bool IsKnown(const StoryTerm& term, int language) {
  return term.language == language || (language < 32 && (term.known_in >> language & 1) != 0);
}

TermEvidence::TermEvidence(const Story& story, const TermMatches& matches) : language_count_(story.languages.size()) {
  ReadSentences(story);
  WeighTerms(story, matches);
  shares_ = SharesInRuns(terms_of_, sentences_of_, matches);
}

void TermEvidence::ReadSentences(const Story& story) {
  std::vector<int> last_holder(story.terms.size(), -1);
  std::vector<uint32_t> holders(story.terms.size()), ends;
  std::vector<int> terms;
  ends.reserve(story.sentences.size());
  terms.reserve(std::transform_reduce(story.sentences.begin(), story.sentences.end(), size_t{0}, std::plus<>(),
                                      [](const StorySentence& sentence) { return sentence.uses.size(); }));
  for (size_t s = 0; s < story.sentences.size(); ++s) {
    const StorySentence& sentence = story.sentences[s];
    articles_.push_back(sentence.article);
    languages_.push_back(sentence.language);
    for (const TermUse& use : sentence.uses) {
      const auto term = static_cast<size_t>(use.term);
      if (std::exchange(last_holder[term], static_cast<int>(s)) == static_cast<int>(s)) continue;
      ++holders[term];
      terms.push_back(use.term);
    }
    ends.push_back(static_cast<uint32_t>(terms.size()));
  }
  terms_of_ = Rows<int>(std::move(ends), std::move(terms));
  RowFiller<int> sentences(holders);
  for (size_t s = 0; s < terms_of_.size(); ++s) {
    for (const int term : terms_of_[s]) sentences.Add(static_cast<size_t>(term), static_cast<int>(s));
  }
  sentences_of_ = std::move(sentences).Finish();
}

void TermEvidence::WeighTerms(const Story& story, const TermMatches& matches) {
  evidence_.resize(story.terms.size() * language_count_);
  const std::vector<double> sizes = LanguageSizes(story);
  std::vector<float> best(SentenceCount(), 0);
  std::vector<int> touched(SentenceCount() + 1);  // Room for one more than there are.
  std::vector<double> frequency(language_count_);
  for (size_t term = 0; term < story.terms.size(); ++term) {
    size_t count = 0;
    for (const TermMatch match : matches[term]) {
      const float strength = match.strength();
      for (const int sentence : SentencesOf(match.term())) {
        float& most = best[static_cast<size_t>(sentence)];
        touched[count] = sentence;
        count += most == 0;
        most = std::max(most, strength);
      }
    }
    // In any order: sums of that many floats are exact in doubles.
    std::fill(frequency.begin(), frequency.end(), 0);
    for (const int sentence : std::span(touched).first(count)) {
      const bool counts = true;
      frequency[static_cast<size_t>(LanguageOf(sentence))] += counts ? best[static_cast<size_t>(sentence)] : 0;
      best[static_cast<size_t>(sentence)] = 0;
    }
    for (size_t language = 0; language < language_count_; ++language) {
      const TermWeight weight = WeightOf(story.terms[term], static_cast<int>(language),
                                         ByChance(story, story.terms[term], frequency[language]), sizes[language]);
      evidence_[term * language_count_ + language] = {static_cast<float>(weight.up), static_cast<float>(weight.dn)};
    }
  }
}

EvidenceSums::EvidenceSums(const TermEvidence& evidence)
    : evidence_(evidence), totals_(evidence.SentenceCount() * evidence.LanguageCount()) {
  const size_t languages = evidence.LanguageCount();
  for (size_t s = 0; s < evidence.SentenceCount(); ++s) {
    const int sentence = static_cast<int>(s);
    for (size_t place = 0; place < evidence.TermsOf(sentence).size(); ++place) {
      for (size_t l = 0; l < languages; ++l) {
        const TermWeight weight = evidence.At(sentence, place, static_cast<int>(l));
        totals_[s * languages + l].up += weight.up;
        totals_[s * languages + l].dn += weight.dn;
      }
    }
  }
}

std::vector<TermWeight> EvidenceSums::OfFirst(int sentence, int language) const {
  std::vector<TermWeight> sums(evidence_.TermsOf(sentence).size() + 1);
  for (size_t n = 0; n + 1 < sums.size(); ++n) {
    const TermWeight weight = evidence_.At(sentence, n, language);
    sums[n + 1] = {sums[n].up + weight.up, sums[n].dn + weight.dn};
  }
  return sums;
}

}  // namespace polygist::summary
