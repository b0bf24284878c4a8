#include "summary_service/pipeline/data_digest.h"

#include "common/base/digest.h"
#include "name_characters_data.h"
#include "number_expressions_data.h"
#include "number_hedges_data.h"
#include "summary_analysis_data.h"
#include "summary_scoring_data.h"

namespace polygist::summary {

std::string EmbeddedDataDigest() {
  DigestBuilder digest;
  digest.Add(data::kAttributions).Add(data::kOpeners).Add(data::kStopWords);
  return digest.Add(data::kScoreWeights)
      .Add(data::kNumberHedges)
      .Add(data::kNumberExpressions)
      .Add(data::kNameCharacters)
      .Hex();
}

}  // namespace polygist::summary
