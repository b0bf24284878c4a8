#include "summary_service/selection/coherence.h"

#include <algorithm>

namespace polygist::summary {
namespace {

// Of what a reader of whole articles flagged by the sentence before alone, two of three read well with one of these.
constexpr int32_t kReach = 3;

bool IsBeside(std::span<const AnalyzedSentence> sentences, int32_t n, int32_t other) {
  return other >= 0 && other < static_cast<int32_t>(sentences.size()) &&
         sentences[other].ref.article == sentences[n].ref.article && sentences[other].tier != Tier::kHeading;
}

// What n refers back by, and how many sentences back that may be; nothing when it does not.
struct Reference {
  SentenceFlag flag = SentenceFlag::kOpenQuote;
  int32_t reach = 0;
};

Reference ReferenceOf(const AnalyzedSentence& sentence) {
  switch (sentence.opener) {
    case Opener::kDemonstrative:
      return {SentenceFlag::kDanglingPronoun, 1};
    case Opener::kPronoun:
      return {SentenceFlag::kDanglingPronoun, kReach};
    case Opener::kConnective:
      return {SentenceFlag::kDanglingConnective, kReach};
    case Opener::kNone:
      break;
  }
  return {SentenceFlag::kDanglingAttribution, sentence.attribution ? kReach : 0};
}

bool IsHelped(std::span<const AnalyzedSentence> sentences, int32_t n, int32_t reach, const std::vector<bool>& chosen) {
  for (int32_t before = n - 1; before >= n - reach; --before) {
    if (!IsBeside(sentences, n, before)) return false;
    if (chosen[before]) return true;
  }
  return reach == 0;
}

}  // namespace

std::optional<Lack> LackOf(std::span<const AnalyzedSentence> sentences, int32_t n, const std::vector<bool>& chosen) {
  const OpenQuote quote = sentences[n].open_quote;
  if (IsBeside(sentences, n, n - 1)) {
    const Reference reference = ReferenceOf(sentences[n]);
    if (!IsHelped(sentences, n, reference.reach, chosen)) return Lack{reference.flag, n - 1};
    const bool began_before = quote == OpenQuote::kCloses || quote == OpenQuote::kInside;
    if (began_before && !chosen[n - 1]) return Lack{SentenceFlag::kOpenQuote, n - 1};
  }
  const bool ends_after = quote == OpenQuote::kOpens || quote == OpenQuote::kInside;
  if (ends_after && IsBeside(sentences, n, n + 1) && !chosen[n + 1]) return Lack{SentenceFlag::kOpenQuote, n + 1};
  return std::nullopt;
}

bool Stands(std::span<const AnalyzedSentence> sentences, int32_t n, const std::vector<bool>& chosen) {
  const bool refers = ReferenceOf(sentences[n]).reach > 0;
  return !LackOf(sentences, n, chosen) && (!refers || !IsBeside(sentences, n, n - 1) || chosen[n - 1]);
}

}  // namespace polygist::summary
