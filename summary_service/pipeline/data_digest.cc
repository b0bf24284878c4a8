#include "summary_service/pipeline/data_digest.h"

#include "common/base/digest.h"
#include "language_traits_data.h"
#include "name_characters_data.h"
#include "number_expressions_data.h"
#include "number_hedges_data.h"
#include "summary_analysis_data.h"
#include "summary_scoring_data.h"
#include "transliterations_data.h"

namespace polygist::summary {

std::string EmbeddedDataDigest() {
  DigestBuilder digest;
  digest.Add(data::kAttributions).Add(data::kOpeners).Add(data::kStopWords);
  return digest.Add(data::kScoreWeights)
      .Add(data::kNumberHedges)
      .Add(data::kNumberExpressions)
      .Add(data::kNameCharacters)
      .Add(data::kLanguageTraits)
      .Add(data::kTransliterations)
      .Hex();
}

}  // namespace polygist::summary
