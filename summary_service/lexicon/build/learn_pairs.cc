#include "summary_service/lexicon/build/learn_pairs.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "summary_service/lexicon/names.h"
#include "summary_service/lexicon/tokens.h"

namespace polygist::summary::lexicon_build {
namespace {

constexpr double kHarmonicScale = 1.25;

class Vocabulary {
 public:
  uint32_t IdOf(const std::string& word) {
    const auto [place, is_new] = ids_.try_emplace(word, static_cast<uint32_t>(words_.size()));
    if (is_new) words_.push_back(word);
    return place->second;
  }
  const std::string& At(uint32_t id) const { return words_[id]; }
  size_t size() const { return words_.size(); }

 private:
  std::unordered_map<std::string, uint32_t> ids_;
  std::vector<std::string> words_;
};

// One segment: distinct words of both sides, and for each combination its number in the list of
// pairs, row by row.
struct Parallel {
  std::vector<uint32_t> words;
  std::vector<uint32_t> stems;
  std::vector<uint32_t> pairs;
};

struct WordPair {
  uint32_t word = 0;
  uint32_t stem = 0;
  int segments = 0;
  double stem_given_word = 0;
  double word_given_stem = 0;
};

class Learner {
 public:
  Learner(const std::string& language, const LearnOptions& options) : language_(language), options_(options) {}

  void Read(const std::vector<Segment>& segments) {
    for (const Segment& segment : segments) {
      Parallel parallel;
      for (const Token& token : Tokenize(segment.translated)) Append(words_.IdOf(token.folded), &parallel.words);
      for (const Token& token : Tokenize(segment.english))
        Append(stems_.IdOf(StemOf(token.folded, "en")), &parallel.stems);
      if (parallel.words.empty() || parallel.stems.empty() || parallel.words.size() > options_.longest_segment ||
          parallel.stems.size() > options_.longest_segment) {
        continue;
      }
      Number(&parallel);
      segments_.push_back(std::move(parallel));
    }
  }

  void Train() {
    for (WordPair& pair : pairs_) pair.stem_given_word = pair.word_given_stem = 1;
    for (int i = 0; i < options_.iterations; ++i) {
      Iterate(&WordPair::stem_given_word, true);
      Iterate(&WordPair::word_given_stem, false);
    }
  }

  void AddTo(WordPairs* pairs) const {
    for (const WordPair& pair : pairs_) {
      if (pair.segments < options_.least_count) continue;
      const double sum = pair.stem_given_word + pair.word_given_stem;
      const double mean = sum == 0 ? 0 : 2 * pair.stem_given_word * pair.word_given_stem / sum;
      if (mean < options_.least_weight) continue;
      pairs->AddWord(language_, words_.At(pair.word), "en", stems_.At(pair.stem), std::min(1.0, kHarmonicScale * mean));
    }
  }

 private:
  static void Append(uint32_t id, std::vector<uint32_t>* ids) {
    if (std::find(ids->begin(), ids->end(), id) == ids->end()) ids->push_back(id);
  }

  void Number(Parallel* parallel) {
    for (const uint32_t word : parallel->words) {
      for (const uint32_t stem : parallel->stems) {
        const auto [place, is_new] =
            numbers_.try_emplace(uint64_t{word} << 32 | stem, static_cast<uint32_t>(pairs_.size()));
        if (is_new) pairs_.push_back({word, stem, 0, 0, 0});
        ++pairs_[place->second].segments;
        parallel->pairs.push_back(place->second);
      }
    }
  }

  // One step of expectation and maximisation of p(other | given), where `given` is the word or the
  // stem.
  void Iterate(double WordPair::*chance, bool given_word) {
    std::vector<double> counts(pairs_.size(), 0);
    std::vector<double> totals(given_word ? words_.size() : stems_.size(), 0);
    for (const Parallel& segment : segments_) {
      const size_t width = segment.stems.size();
      const size_t others = given_word ? width : segment.words.size();
      const size_t givens = given_word ? segment.words.size() : width;
      for (size_t other = 0; other < others; ++other) {
        double sum = 0;
        const auto pair_at = [&](size_t given) {
          return segment.pairs[given_word ? given * width + other : other * width + given];
        };
        for (size_t given = 0; given < givens; ++given) sum += pairs_[pair_at(given)].*chance;
        for (size_t given = 0; given < givens; ++given) {
          const double share = pairs_[pair_at(given)].*chance / sum;
          counts[pair_at(given)] += share;
          totals[given_word ? segment.words[given] : segment.stems[given]] += share;
        }
      }
    }
    for (size_t i = 0; i < pairs_.size(); ++i) {
      const double total = totals[given_word ? pairs_[i].word : pairs_[i].stem];
      pairs_[i].*chance = total > 0 ? counts[i] / total : 0;
    }
  }

  const std::string& language_;
  const LearnOptions& options_;
  Vocabulary words_;
  Vocabulary stems_;
  std::vector<Parallel> segments_;
  std::vector<WordPair> pairs_;
  std::unordered_map<uint64_t, uint32_t> numbers_;
};

}  // namespace

void LearnPairs(const std::vector<Segment>& segments, const std::string& language, const LearnOptions& options,
                WordPairs* pairs) {
  Learner learner(language, options);
  learner.Read(segments);
  learner.Train();
  learner.AddTo(pairs);
}

}  // namespace polygist::summary::lexicon_build
