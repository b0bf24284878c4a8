#include "summary_service/selection/coherence.h"

namespace polygist::summary {
namespace {

bool IsBeside(std::span<const AnalyzedSentence> sentences, int32_t n, int32_t other) {
  return other >= 0 && other < static_cast<int32_t>(sentences.size()) &&
         sentences[other].ref.article == sentences[n].ref.article && sentences[other].tier != Tier::kHeading;
}

// What a sentence refers back by; nothing when it does not.
std::optional<SentenceFlag> ReferenceOf(const AnalyzedSentence& sentence) {
  switch (sentence.opener) {
    case Opener::kPronoun:
    case Opener::kDemonstrative:
      return SentenceFlag::kDanglingPronoun;
    case Opener::kConnective:
      return SentenceFlag::kDanglingConnective;
    case Opener::kNone:
      break;
  }
  if (sentence.attribution) return SentenceFlag::kDanglingAttribution;
  return std::nullopt;
}

// Whether a sentence before n in its article is chosen.
bool FollowsOne(std::span<const AnalyzedSentence> sentences, int32_t n, const std::vector<bool>& chosen) {
  for (int32_t before = n - 1; before >= 0 && sentences[before].ref.article == sentences[n].ref.article; --before) {
    if (chosen[before]) return true;
  }
  return false;
}

// `helped`: what n refers back to may be said farther before.
std::optional<Lack> FindLack(std::span<const AnalyzedSentence> sentences, int32_t n, const std::vector<bool>& chosen,
                             bool helped) {
  const OpenQuote quote = sentences[n].open_quote;
  if (IsBeside(sentences, n, n - 1) && !chosen[n - 1]) {
    const std::optional<SentenceFlag> reference = ReferenceOf(sentences[n]);
    if (reference && !helped) return Lack{*reference, n - 1};
    if (quote == OpenQuote::kCloses || quote == OpenQuote::kInside) return Lack{SentenceFlag::kOpenQuote, n - 1};
  }
  const bool ends_after = quote == OpenQuote::kOpens || quote == OpenQuote::kInside;
  if (ends_after && IsBeside(sentences, n, n + 1) && !chosen[n + 1]) return Lack{SentenceFlag::kOpenQuote, n + 1};
  return std::nullopt;
}

}  // namespace

std::optional<Lack> LackOf(std::span<const AnalyzedSentence> sentences, int32_t n, const std::vector<bool>& chosen) {
  const bool helped = sentences[n].opener != Opener::kDemonstrative && FollowsOne(sentences, n, chosen);
  return FindLack(sentences, n, chosen, helped);
}

std::optional<Lack> PossibleLackOf(std::span<const AnalyzedSentence> sentences, int32_t n,
                                   const std::vector<bool>& chosen) {
  return FindLack(sentences, n, chosen, false);
}

}  // namespace polygist::summary
