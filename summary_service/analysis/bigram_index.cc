#include "summary_service/analysis/bigram_index.h"

#include <set>

#include "absl/container/flat_hash_map.h"

namespace polygist::summary {
namespace {

uint64_t KeyOf(TermId first, TermId second) {
  return static_cast<uint64_t>(first) << 32 | static_cast<uint64_t>(static_cast<uint32_t>(second));
}

}  // namespace

BigramIndex::BigramIndex(const AnalyzedCorpus& corpus, const SentenceVectors& vectors) {
  absl::flat_hash_map<uint64_t, BigramId> ids;
  ids.reserve(corpus.tokens.size());
  std::vector<int32_t> last_sentence;  // By bigram: the last sentence it was added to.
  std::set<int> articles;
  for (int n = 0; n < vectors.size(); ++n) {
    const AnalyzedSentence& sentence = corpus.sentences[vectors.id(n)];
    articles.insert(sentence.ref.article);
    const std::span<const TermId> tokens = corpus.TokensOf(sentence);
    for (size_t i = 1; i < tokens.size(); ++i) {
      if (corpus.vocabulary[tokens[i - 1]].stop && corpus.vocabulary[tokens[i]].stop) continue;
      const BigramId id =
          ids.try_emplace(KeyOf(tokens[i - 1], tokens[i]), static_cast<BigramId>(ids.size())).first->second;
      if (id == static_cast<BigramId>(last_sentence.size())) {
        last_sentence.push_back(-1);
        words_.emplace_back(tokens[i - 1], tokens[i]);
      }
      if (last_sentence[id] == n) continue;
      last_sentence[id] = n;
      bigrams_.push_back(id);
    }
    begins_.push_back(static_cast<int32_t>(bigrams_.size()));
  }
  in_title_.resize(ids.size());
  for (const int article : articles) {
    const std::vector<TermId>& title = corpus.articles[article].title_tokens;
    for (size_t i = 1; i < title.size(); ++i) {
      const auto found = ids.find(KeyOf(title[i - 1], title[i]));
      if (found != ids.end()) in_title_[found->second] = true;
    }
  }
  Invert();
}

void BigramIndex::Invert() {
  holder_begins_.assign(in_title_.size() + 1, 0);
  for (const BigramId bigram : bigrams_) ++holder_begins_[bigram + 1];
  for (size_t b = 0; b < in_title_.size(); ++b) holder_begins_[b + 1] += holder_begins_[b];
  holders_.resize(bigrams_.size());
  std::vector<int32_t> next(holder_begins_.begin(), holder_begins_.end() - 1);
  for (int n = 0; n < sentences(); ++n) {
    for (const BigramId bigram : Of(n)) holders_[next[bigram]++] = n;
  }
}

}  // namespace polygist::summary
