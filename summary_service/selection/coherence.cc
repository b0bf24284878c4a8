#include "summary_service/selection/coherence.h"

namespace polygist::summary {

std::optional<int32_t> CompanionOf(std::span<const AnalyzedSentence> sentences, int32_t n) {
  const AnalyzedSentence& sentence = sentences[n];
  const bool needs_before =
      sentence.opener != Opener::kNone || sentence.attribution || sentence.open_quote == OpenQuote::kCloses;
  const bool needs_after = sentence.open_quote == OpenQuote::kOpens;
  if (!needs_before && !needs_after) return std::nullopt;
  const int32_t other = needs_before ? n - 1 : n + 1;
  if (other < 0 || other >= static_cast<int32_t>(sentences.size())) return std::nullopt;
  if (sentences[other].ref.article != sentence.ref.article || sentences[other].tier == Tier::kHeading) {
    return std::nullopt;
  }
  return other;
}

bool Dangles(std::span<const AnalyzedSentence> sentences, int32_t n, const std::vector<bool>& chosen) {
  const std::optional<int32_t> companion = CompanionOf(sentences, n);
  return companion.has_value() && !chosen[*companion];
}

SentenceFlag FlagOf(const AnalyzedSentence& sentence) {
  switch (sentence.opener) {
    case Opener::kPronoun:
      return SentenceFlag::kDanglingPronoun;
    case Opener::kConnective:
      return SentenceFlag::kDanglingConnective;
    case Opener::kNone:
      break;
  }
  return sentence.attribution ? SentenceFlag::kDanglingAttribution : SentenceFlag::kOpenQuote;
}

}  // namespace polygist::summary
