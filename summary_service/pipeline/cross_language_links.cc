#include "summary_service/pipeline/cross_language_links.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "summary_service/analysis/origins.h"
#include "summary_service/merging/align_sentences.h"

namespace polygist::summary {
namespace {

// Up to this strength two sentences of different stories are on one topic rather than one statement. Measured on
// merged summaries: full strength costs a point of ROUGE-2, this mapping nothing that can be told from noise.
constexpr int kTopical = 600;

// The strongest link of each sentence into each other article.
class Strongest {
 public:
  explicit Strongest(const AnalyzedCorpus& corpus) : corpus_(corpus) {}

  void Add(const SentenceLink& link) {
    Raise(link.a, link.b, link.strength_permille);
    Raise(link.b, link.a, link.strength_permille);
  }

  bool Holds(const SentenceLink& link) const {
    return link.strength_permille == strength_.at({link.a, ArticleOf(link.b)}) &&
           link.strength_permille == strength_.at({link.b, ArticleOf(link.a)});
  }

 private:
  int ArticleOf(int sentence) const { return corpus_.sentences[sentence].ref.article; }
  void Raise(int from, int to, int strength) {
    int& strongest = strength_[{from, ArticleOf(to)}];
    strongest = std::max(strongest, strength);
  }

  const AnalyzedCorpus& corpus_;
  absl::flat_hash_map<std::pair<int, int>, int> strength_;
};

// A text is a translation of another when this share of the shorter one's sentences are linked to it in the same
// order; articles about one event stay under .2.
constexpr double kTranslatedShare = 0.5;
constexpr size_t kFewestTranslated = 4;

// Length of the longest part of `numbers` that rises.
size_t LongestRise(const std::vector<int>& numbers) {
  std::vector<int> ends;  // ends[k]: the least last number of a rise of length k + 1.
  for (const int number : numbers) {
    const auto place = std::lower_bound(ends.begin(), ends.end(), number);
    if (place == ends.end()) {
      ends.push_back(number);
    } else {
      *place = number;
    }
  }
  return ends.size();
}

// Pairs of articles that are translations of each other. `links` ascending.
std::vector<std::pair<int, int>> Translations(const AnalyzedCorpus& corpus, std::span<const SentenceLink> links) {
  std::map<std::pair<int, int>, std::vector<int>> linked;  // By article pair: the second one's sentences.
  for (const SentenceLink& link : links) {
    linked[{corpus.sentences[link.a].ref.article, corpus.sentences[link.b].ref.article}].push_back(link.b);
  }
  std::vector<std::pair<int, int>> translations;
  for (const auto& [pair, sentences] : linked) {
    const AnalyzedArticle& a = corpus.articles[pair.first];
    const AnalyzedArticle& b = corpus.articles[pair.second];
    const double shorter = std::min(a.sentence_end - a.sentence_begin, b.sentence_end - b.sentence_begin);
    const size_t rise = LongestRise(sentences);
    if (rise >= kFewestTranslated && static_cast<double>(rise) >= kTranslatedShare * shorter) {
      translations.push_back(pair);
    }
  }
  return translations;
}

}  // namespace

std::vector<SentenceLink> LinkAcrossLanguages(std::span<const SourceArticle> articles, const AnalyzedCorpus& corpus,
                                              const Lexicon* lexicon) {
  const auto language_of = [&](int sentence) -> const std::string& {
    return corpus.articles[corpus.sentences[sentence].ref.article].base_language;
  };
  const bool several = std::any_of(corpus.articles.begin(), corpus.articles.end(), [&](const AnalyzedArticle& article) {
    return article.base_language != corpus.articles.front().base_language;
  });
  if (!several) return {};
  std::vector<SentenceLink> links = LinkSentences(articles, lexicon);
  std::erase_if(links, [&](const SentenceLink& link) { return language_of(link.a) == language_of(link.b); });
  Strongest strongest(corpus);
  for (const SentenceLink& link : links) strongest.Add(link);
  std::erase_if(links, [&](const SentenceLink& link) { return !strongest.Holds(link); });
  return links;
}

void WeakenForSelection(std::vector<SentenceLink>& links) {
  for (SentenceLink& link : links) {
    link.strength_permille = std::clamp((link.strength_permille - kTopical) * 1000 / (1000 - kTopical), 0, 1000);
  }
}

std::vector<int> OriginsByText(std::span<const SourceArticle> articles, const AnalyzedCorpus& corpus,
                               std::span<const SentenceLink> links) {
  std::vector<int> first = CopiesByFingerprint(articles);
  for (const auto& [a, b] : Translations(corpus, links)) {
    const int joined = std::min(first[a], first[b]), other = std::max(first[a], first[b]);
    std::replace(first.begin(), first.end(), other, joined);
  }
  std::vector<int> longest = first;
  for (size_t i = 0; i < articles.size(); ++i) {
    int& best = longest[first[i]];
    if (articles[i].sentences.size() > articles[best].sentences.size()) best = static_cast<int>(i);
  }
  std::vector<int> origins(articles.size());
  for (size_t i = 0; i < articles.size(); ++i) origins[i] = longest[first[i]];
  return origins;
}

}  // namespace polygist::summary
