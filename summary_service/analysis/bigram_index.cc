#include "summary_service/analysis/bigram_index.h"

#include "absl/hash/hash.h"
#include "summary_service/analysis/number_table.h"

namespace polygist::summary {
namespace {

using Pair = std::pair<TermId, TermId>;

size_t HashOf(Pair pair) {
  return absl::Hash<uint64_t>()(static_cast<uint64_t>(pair.first) << 32 | static_cast<uint32_t>(pair.second));
}

}  // namespace

BigramIndex::BigramIndex(const AnalyzedCorpus& corpus, const SentenceVectors& vectors) {
  NumberTable ids(corpus.tokens.size() / 2);
  std::vector<Pair> words;  // By bigram.
  const auto is = [&](Pair pair) { return [&words, pair](int32_t id) { return words[id] == pair; }; };
  std::vector<int32_t> last_sentence;  // By bigram: the last sentence it was added to.
  std::vector<int> articles;
  bigrams_.reserve(corpus.tokens.size());
  words.reserve(corpus.tokens.size());
  last_sentence.reserve(corpus.tokens.size());
  for (int n = 0; n < vectors.size(); ++n) {
    const AnalyzedSentence& sentence = corpus.sentences[vectors.id(n)];
    if (articles.empty() || articles.back() != sentence.ref.article) articles.push_back(sentence.ref.article);
    const std::span<const TermId> tokens = corpus.TokensOf(sentence);
    for (size_t i = 1; i < tokens.size(); ++i) {
      const Pair pair(tokens[i - 1], tokens[i]);
      if (corpus.stop_words[pair.first] && corpus.stop_words[pair.second]) continue;
      const BigramId id = ids.FindOrAdd(HashOf(pair), is(pair));
      if (id == static_cast<BigramId>(last_sentence.size())) {
        last_sentence.push_back(-1);
        words.push_back(pair);
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
      const Pair pair(title[i - 1], title[i]);
      if (const int32_t found = ids.Find(HashOf(pair), is(pair)); found >= 0) in_title_[found] = true;
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
