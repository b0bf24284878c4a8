#include "summary_service/scoring/score_weights.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/strings.h"
#include "summary_scoring_data.h"

namespace polygist::summary {
namespace {

absl::Status Invalid(std::string_view what, std::string_view line) {
  return Error(absl::StatusCode::kInvalidArgument, "WEIGHTS_INVALID",
               absl::StrCat(ToAbsl(what), ": ", ToAbsl(line)));
}

std::map<std::string, double*, std::less<>> FieldsOf(ScoreWeights& weights) {
  std::map<std::string, double*, std::less<>> fields = {{"bias", &weights.bias}, {"sharpness", &weights.sharpness}};
  for (size_t i = 0; i < kBigramFeatures.size(); ++i) {
    fields.emplace(kBigramFeatures[i], &weights.features[i]);
  }
  return fields;
}

}  // namespace

absl::StatusOr<ScoreWeights> ParseScoreWeights(std::string_view tsv) {
  ScoreWeights weights;
  std::map<std::string, double*, std::less<>> missing = FieldsOf(weights);
  while (!tsv.empty()) {
    const size_t end = std::min(tsv.find('\n'), tsv.size());
    const std::string_view line = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (line.empty() || line.front() == '#') continue;
    const size_t tab = line.find('\t');
    const auto field = missing.find(line.substr(0, tab));
    if (tab == std::string_view::npos || field == missing.end()) return Invalid("not a weight, or twice", line);
    if (!absl::SimpleAtod(ToAbsl(line.substr(tab + 1)), field->second)) return Invalid("not a number", line);
    missing.erase(field);
  }
  if (!missing.empty()) return Invalid("missing", missing.begin()->first);
  return weights;
}

const ScoreWeights& DefaultScoreWeights() {
  static const ScoreWeights& weights = *new ScoreWeights([] {
    absl::StatusOr<ScoreWeights> parsed = ParseScoreWeights(data::kScoreWeights);
    if (!parsed.ok()) {
      std::fprintf(stderr, "score_weights.tsv: %s\n", std::string(parsed.status().message()).c_str());
      std::abort();
    }
    return *parsed;
  }());
  return weights;
}

}  // namespace polygist::summary
