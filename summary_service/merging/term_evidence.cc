#include "summary_service/merging/term_evidence.h"

#include <algorithm>
#include <cmath>

#include "summary_service/merging/word_runs.h"

namespace polygist::summary {
namespace {

// p: the chance that a sentence of this story matches the term; shrunk towards the chance in any
// text.
constexpr double kPriorWeight = 9;
constexpr double kLeastChance = 1e-4;
constexpr double kMostChance = 0.97;
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

// `frequency`: how many of the language's `sentences` match the term, each by its best match.
TermWeight WeightOf(const StoryTerm& term, int language, double frequency, double sentences) {
  double p = (frequency + kPriorWeight * AnyTextChance(term)) / (sentences + kPriorWeight);
  p = std::clamp(p, kLeastChance, kMostChance);
  const double r = std::min(0.99, std::max(Rendered(term, language), 1.05 * p));
  return {std::clamp(std::log(r / p), 0.0, kMostUp), std::log((1 - r) / (1 - p))};
}

// By language: sentences that have terms.
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

TermEvidence::TermEvidence(const Story& story, const std::vector<std::vector<TermMatch>>& matches)
    : language_count_(story.languages.size()) {
  ReadSentences(story);
  WeighTerms(story, matches);
  shares_ = SharesInRuns(terms_of_, sentences_of_, matches);
}

void TermEvidence::ReadSentences(const Story& story) {
  terms_of_.resize(story.sentences.size());
  sentences_of_.resize(story.terms.size());
  for (size_t s = 0; s < story.sentences.size(); ++s) {
    const StorySentence& sentence = story.sentences[s];
    articles_.push_back(sentence.article);
    languages_.push_back(sentence.language);
    for (const TermUse& use : sentence.uses) {
      std::vector<int>& holders = sentences_of_[static_cast<size_t>(use.term)];
      if (!holders.empty() && holders.back() == static_cast<int>(s)) continue;
      holders.push_back(static_cast<int>(s));
      terms_of_[s].push_back(use.term);
    }
  }
}

void TermEvidence::WeighTerms(const Story& story, const std::vector<std::vector<TermMatch>>& matches) {
  evidence_.resize(story.terms.size() * language_count_);
  const std::vector<double> sizes = LanguageSizes(story);
  std::vector<float> best(SentenceCount(), 0);
  std::vector<int> touched;
  std::vector<double> frequency(language_count_);
  for (size_t term = 0; term < story.terms.size(); ++term) {
    touched.clear();
    for (const TermMatch& match : matches[term]) {
      for (const int sentence : SentencesOf(match.term)) {
        float& strength = best[static_cast<size_t>(sentence)];
        if (strength == 0) touched.push_back(sentence);
        strength = std::max(strength, match.strength);
      }
    }
    // In any order: sums of that many floats are exact in doubles.
    std::fill(frequency.begin(), frequency.end(), 0);
    for (const int sentence : touched) {
      frequency[static_cast<size_t>(LanguageOf(sentence))] += best[static_cast<size_t>(sentence)];
      best[static_cast<size_t>(sentence)] = 0;
    }
    for (size_t language = 0; language < language_count_; ++language) {
      evidence_[term * language_count_ + language] =
          WeightOf(story.terms[term], static_cast<int>(language), frequency[language], sizes[language]);
    }
  }
}

std::vector<TermWeight> EvidenceSums::SumUp(int sentence, int language) const {
  const std::vector<int>& terms = evidence_.TermsOf(sentence);
  std::vector<TermWeight> sums(terms.size() + 1);
  for (size_t n = 0; n < terms.size(); ++n) {
    const TermWeight& weight = evidence_.Of(terms[n], language);
    const double share = evidence_.SharesOf(sentence)[n];
    sums[n + 1] = {sums[n].up + share * weight.up, sums[n].dn + share * weight.dn};
  }
  return sums;
}

}  // namespace polygist::summary
