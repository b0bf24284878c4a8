#include "summary_service/scoring/score_sentences.h"

#include <algorithm>
#include <cmath>

#include "absl/container/flat_hash_map.h"

namespace polygist::summary {
namespace {

using Values = std::vector<double>;

// One scoring run over the sentences of a group; n counts them.
class Scorer {
 public:
  Scorer(const AnalyzedCorpus& corpus, const SentenceVectors& vectors) : corpus_(corpus), vectors_(vectors) {}

  Values Centrality() const {
    Values sums(corpus_.vocabulary.size());
    for (int n = 0; n < vectors_.size(); ++n) {
      for (const WeightedTerm& entry : vectors_[n]) sums[entry.term] += entry.weight;
    }
    Values values(vectors_.size());
    double greatest = 0;
    for (int n = 0; n < vectors_.size(); ++n) {
      for (const WeightedTerm& entry : vectors_[n]) values[n] += entry.weight * sums[entry.term];
      if (IsCandidate(n)) greatest = std::max(greatest, values[n]);
    }
    for (double& value : values) value = greatest > 0 ? std::min(1.0, value / greatest) : 0;
    return values;
  }

  Values Position() const {
    return Each([](const AnalyzedSentence& s, const AnalyzedArticle&) { static const double ex = getenv("PEX") ? atof(getenv("PEX")) : -.75; return std::pow(1.0 + s.position, ex); });
  }

  Values Progress() const {
    return Standardised(Each([](const AnalyzedSentence& s, const AnalyzedArticle& article) {
      return 1.0 - static_cast<double>(s.position) / std::max(1, article.long_sentences);
    }));
  }

  Values Quotation() const {
    return Standardised(
        Each([](const AnalyzedSentence& s, const AnalyzedArticle&) { return s.quotation ? 1.0 : 0.0; }));
  }

  Values Bigrams() const {
    absl::flat_hash_map<uint64_t, int32_t> counts;
    for (int n = 0; n < vectors_.size(); ++n) {
      for (const uint64_t bigram : BigramsOf(n)) ++counts[bigram];
    }
    Values values(vectors_.size());
    for (int n = 0; n < vectors_.size(); ++n) {
      const std::vector<uint64_t> bigrams = BigramsOf(n);
      for (const uint64_t bigram : bigrams) values[n] += std::log(static_cast<double>(counts[bigram]));
      if (!bigrams.empty()) values[n] /= static_cast<double>(bigrams.size());
    }
    return Standardised(std::move(values));
  }

  Values Title() const {
    Values values(vectors_.size());
    std::vector<int32_t> in_title(corpus_.vocabulary.size());  // Article of the title, from 1.
    for (int n = 0; n < vectors_.size(); ++n) {
      const AnalyzedSentence& s = Sentence(n);
      int32_t content = 0;
      for (const TermId token : corpus_.articles[s.ref.article].title_tokens) {
        const TermId term = corpus_.concepts[token];
        if (corpus_.vocabulary[term].stop || in_title[term] == n + 1) continue;
        in_title[term] = n + 1;
        ++content;
      }
      int32_t held = 0;
      for (const WeightedTerm& entry : vectors_[n]) held += in_title[entry.term] == n + 1;
      values[n] = content > 0 ? static_cast<double>(held) / content : 0;
    }
    return Standardised(std::move(values));
  }

 private:
  const AnalyzedSentence& Sentence(int n) const { return corpus_.sentences[vectors_.id(n)]; }
  bool IsCandidate(int n) const { return Sentence(n).tier == Tier::kBody; }

  template <typename Measure>
  Values Each(const Measure& measure) const {
    Values values(vectors_.size());
    for (int n = 0; n < vectors_.size(); ++n) {
      values[n] = measure(Sentence(n), corpus_.articles[Sentence(n).ref.article]);
    }
    return values;
  }

  // Distinct pairs of neighbouring words, at least one of them with content; ascending.
  std::vector<uint64_t> BigramsOf(int n) const {
    const std::span<const TermId> tokens = corpus_.TokensOf(Sentence(n));
    std::vector<uint64_t> bigrams;
    for (size_t i = 1; i < tokens.size(); ++i) {
      if (corpus_.vocabulary[tokens[i - 1]].stop && corpus_.vocabulary[tokens[i]].stop) continue;
      bigrams.push_back(static_cast<uint64_t>(tokens[i - 1]) << 32 | static_cast<uint64_t>(tokens[i]));
    }
    std::sort(bigrams.begin(), bigrams.end());
    bigrams.erase(std::unique(bigrams.begin(), bigrams.end()), bigrams.end());
    return bigrams;
  }

  Values Standardised(Values values) const {
    double sum = 0, squares = 0;
    int count = 0;
    for (int n = 0; n < vectors_.size(); ++n) {
      if (!IsCandidate(n)) continue;
      sum += values[n];
      squares += values[n] * values[n];
      ++count;
    }
    if (count == 0) return Values(values.size());
    const double mean = sum / count;
    const double variance = squares / count - mean * mean;
    const double scale = variance > 1e-12 ? 1 / std::sqrt(variance) : 0;
    for (double& value : values) value = (value - mean) * scale;
    return values;
  }

  const AnalyzedCorpus& corpus_;
  const SentenceVectors& vectors_;
};

}  // namespace

std::vector<double> MeasureCentrality(const AnalyzedCorpus& corpus, const SentenceVectors& vectors) {
  return Scorer(corpus, vectors).Centrality();
}

std::vector<SentenceScore> ScoreSentences(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                                          const ScoreWeights& weights) {
  const Scorer scorer(corpus, vectors);
  const std::array<Values, kScoreParts.size()> parts = {scorer.Centrality(), scorer.Position(), scorer.Progress(),
                                                        scorer.Quotation(),  scorer.Bigrams(),  scorer.Title()};
  const std::array<double, kScoreParts.size()> weight = {weights.centrality, weights.position, weights.progress,
                                                         weights.quotation,  weights.bigrams,  weights.title};
  std::vector<SentenceScore> scores(vectors.size());
  for (int n = 0; n < vectors.size(); ++n) {
    for (size_t part = 0; part < parts.size(); ++part) {
      scores[n].parts_micros[part] = std::llround(1e6 * weight[part] * parts[part][n]);
      scores[n].total_micros += scores[n].parts_micros[part];
    }
  }
  return scores;
}

}  // namespace polygist::summary
