#include "summary_service/api/explanation_proto.h"

#include "summary_service/api/comparison_proto.h"

namespace polygist::summary {
namespace {

v1::Explanation::Verdict ToVerdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::kChosen:
      return v1::Explanation::CHOSEN;
    case Verdict::kKnown:
      return v1::Explanation::KNOWN;
    case Verdict::kExcluded:
      return v1::Explanation::EXCLUDED;
    case Verdict::kNotEligible:
      return v1::Explanation::NOT_ELIGIBLE;
    case Verdict::kDoesNotFit:
      return v1::Explanation::DOES_NOT_FIT;
    case Verdict::kRepeats:
      return v1::Explanation::REPEATS;
    case Verdict::kOutscored:
      return v1::Explanation::OUTSCORED;
  }
  return v1::Explanation::VERDICT_UNSPECIFIED;
}

v1::Statement ToStatement(SentenceRef ref, std::span<const FetchedArticle> articles) {
  return summary::ToStatement(ref.article, ref.sentence, articles);
}

}  // namespace

v1::Explanation ToProto(const Explanation& explanation, std::span<const FetchedArticle> articles) {
  v1::Explanation message;
  message.set_language(explanation.language);
  *message.mutable_sentence() = ToStatement(explanation.ref, articles);
  message.set_verdict(ToVerdict(explanation.verdict));
  message.set_score_micros(explanation.score_micros);
  for (const ScorePart& part : explanation.parts) {
    v1::ScorePart* added = message.add_parts();
    added->set_name(part.name);
    added->set_value_micros(part.value_micros);
  }
  message.set_rank(explanation.rank);
  message.set_gain_micros(explanation.gain_micros);
  if (explanation.nearest) *message.mutable_nearest() = ToStatement(*explanation.nearest, articles);
  message.set_nearest_permille(explanation.nearest_permille);
  return message;
}

v1::Difference ToProto(const Difference& difference, std::span<const FetchedArticle> articles) {
  v1::Difference message;
  message.set_language(difference.language);
  for (const SentenceRef& ref : difference.lost) *message.add_lost() = ToStatement(ref, articles);
  for (const SentenceRef& ref : difference.gained) *message.add_gained() = ToStatement(ref, articles);
  return message;
}

}  // namespace polygist::summary
