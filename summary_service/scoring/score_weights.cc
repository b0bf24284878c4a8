#include "summary_service/scoring/score_weights.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/strings.h"
#include "summary_scoring_data.h"

namespace polygist::summary {
namespace {

absl::Status Invalid(std::string_view what, std::string_view line) {
  return Error(absl::StatusCode::kInvalidArgument, "WEIGHTS_INVALID", absl::StrCat(ToAbsl(what), ": ", ToAbsl(line)));
}

struct Field {
  std::string_view name;
  double* value;
};

// In the same order for every `weights`.
std::vector<Field> FieldsOf(Weights& weights) {
  std::vector<Field> fields = {{"bias", &weights.bias},
                               {"sharpness", &weights.sharpness},
                               {"length", &weights.length},
                               {"crowding", &weights.crowding}};
  for (size_t i = 0; i < kBigramFeatures.size(); ++i) fields.push_back({kBigramFeatures[i], &weights.bigram[i]});
  for (size_t i = 0; i < kSentenceFeatures.size(); ++i) fields.push_back({kSentenceFeatures[i], &weights.sentence[i]});
  return fields;
}

// The part of `line` before the first tab, which it loses.
std::string_view TakeColumn(std::string_view& line) {
  const size_t tab = std::min(line.find('\t'), line.size());
  const std::string_view column = line.substr(0, tab);
  line.remove_prefix(std::min(tab + 1, line.size()));
  return column;
}

// a where `share` is 0, b where it is 1.
Weights Between(Weights a, Weights b, double share) {
  const std::vector<Field> from = FieldsOf(a), to = FieldsOf(b);
  for (size_t i = 0; i < from.size(); ++i) *from[i].value += share * (*to[i].value - *from[i].value);
  return a;
}

}  // namespace

Weights ScoreWeights::For(int articles, double mixture) const {
  const double share = std::clamp(std::log(static_cast<double>(articles)) / std::log(10.0), 0.0, 1.0);
  return Between(one, Between(ten, mixed, mixture), share);
}

absl::StatusOr<ScoreWeights> ParseScoreWeights(std::string_view tsv) {
  ScoreWeights weights;
  const std::vector<Field> one = FieldsOf(weights.one), ten = FieldsOf(weights.ten), mixed = FieldsOf(weights.mixed);
  std::vector<bool> found(one.size());
  while (!tsv.empty()) {
    const size_t end = std::min(tsv.find('\n'), tsv.size());
    const std::string_view line = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (line.empty() || line.front() == '#') continue;
    std::string_view rest = line;
    const std::string_view name = TakeColumn(rest), for_one = TakeColumn(rest), for_ten = TakeColumn(rest);
    const auto field = std::find_if(one.begin(), one.end(), [&](const Field& f) { return f.name == name; });
    const size_t i = static_cast<size_t>(field - one.begin());
    if (field == one.end() || found[i]) return Invalid("not a weight, or twice", line);
    if (!absl::SimpleAtod(ToAbsl(for_one), one[i].value) || !absl::SimpleAtod(ToAbsl(for_ten), ten[i].value) ||
        !absl::SimpleAtod(ToAbsl(rest), mixed[i].value)) {
      return Invalid("not three numbers", line);
    }
    found[i] = true;
  }
  const auto missing = std::find(found.begin(), found.end(), false);
  if (missing != found.end()) return Invalid("missing", one[static_cast<size_t>(missing - found.begin())].name);
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
