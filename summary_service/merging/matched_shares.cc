#include "summary_service/merging/matched_shares.h"

#include <cmath>

namespace polygist::summary {
namespace {

// What a word that no dictionary knows counts when shares are measured: a missing match says little, unless there is no
// dictionary for the two languages. Then names would be all that sentences are measured by.
constexpr double kUnknownShare = 0.3;

// When names are all that speaks for a pair: less than this share of what matches is of other terms, which match less
// than this share of what they could, with at least so many nats against them. In stories told freely one right pair
// of twenty-five is like that, and most of those that share a company or a minister.
constexpr double kMostBesideNames = 0.4;
constexpr double kLeastFit = 0.35;
constexpr double kMuchMissing = -3;

}  // namespace

MatchedShares::MatchedShares(const Story& story, const TermEvidence& evidence) : evidence_(evidence) {
  told_.reserve(story.terms.size() * story.languages.size());
  for (const StoryTerm& term : story.terms) {
    for (size_t language = 0; language < story.languages.size(); ++language) {
      told_.push_back(ToldBy(term, static_cast<int>(language)));
    }
  }
  wholes_.reserve(evidence_.SentenceCount() * evidence_.LanguageCount());
  for (size_t s = 0; s < evidence_.SentenceCount(); ++s) {
    for (size_t language = 0; language < evidence_.LanguageCount(); ++language) {
      wholes_.push_back(WholeOf(static_cast<int>(s), static_cast<int>(language)));
    }
  }
}

MatchedShares::Whole MatchedShares::WholeOf(int sentence, int language) const {
  double sums[2] = {0, 0};  // Of words that no dictionary knows, and of everything else.
  Whole whole;
  const std::span<const int> terms = evidence_.TermsOf(sentence);
  for (size_t i = 0; i < terms.size(); ++i) {
    const Told told = ToldOf(terms[i], language);
    if (told == Told::kByDictionary) whole.unknown_share = kUnknownShare;
    sums[told != Told::kNo] += evidence_.At(sentence, i, language).up;
  }
  whole.sum = sums[1] + whole.unknown_share * sums[0];
  return whole;
}

MatchedShares::Told MatchedShares::ToldBy(const StoryTerm& term, int language) {
  switch (term.term_class) {
    case TermClass::kNumber:
      return Told::kByNumber;
    case TermClass::kKey:
      return Told::kSurely;
    case TermClass::kName:
      return Told::kByName;
    case TermClass::kWord:
      return IsKnown(term, language) ? Told::kByDictionary : Told::kNo;
  }
  return Told::kNo;
}

uint32_t MatchedShares::HeldPermille(int sentence, int language, std::span<const float> best) const {
  const Whole& whole = wholes_[PlaceOf(sentence, language)];
  if (whole.sum <= 0) return 0;
  double held[2] = {0, 0};
  const std::span<const int> terms = evidence_.TermsOf(sentence);
  for (size_t i = 0; i < best.size(); ++i) {
    const bool told = ToldOf(terms[i], language) != Told::kNo;
    held[told] += evidence_.At(sentence, i, language).up * best[i];
  }
  const auto share = static_cast<float>((held[1] + whole.unknown_share * held[0]) / whole.sum);
  return static_cast<uint32_t>(std::lround(1000 * double{share}));
}

double MatchedShares::NatsOfNumbers(int sentence, int language, std::span<const float> best) const {
  const std::span<const int> terms = evidence_.TermsOf(sentence);
  double nats = 0;
  for (size_t i = 0; i < best.size(); ++i) {
    if (ToldOf(terms[i], language) == Told::kByNumber) nats += evidence_.At(sentence, i, language).up * best[i];
  }
  return nats;
}

bool MatchedShares::NamesAlone(int a, std::span<const float> best_a, int b, std::span<const float> best_b) const {
  Fit fit;
  AddFit(a, evidence_.LanguageOf(b), best_a, &fit);
  AddFit(b, evidence_.LanguageOf(a), best_b, &fit);
  return fit.rest < kMostBesideNames * (fit.names + fit.rest) && fit.rest < kLeastFit * (fit.rest - fit.missing) &&
         fit.missing < kMuchMissing;
}

void MatchedShares::AddFit(int sentence, int language, std::span<const float> best, Fit* fit) const {
  const std::span<const int> terms = evidence_.TermsOf(sentence);
  for (size_t i = 0; i < best.size(); ++i) {
    const Told told = ToldOf(terms[i], language);
    const TermWeight weight = evidence_.At(sentence, i, language);
    const bool name = told == Told::kByName;
    (name ? fit->names : fit->rest) += weight.up * best[i];
    if (!name && told != Told::kNo) fit->missing += weight.dn * (1 - best[i]);
  }
}

}  // namespace polygist::summary
