#include "summary_service/pipeline/cross_language_links.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "summary_service/analysis/origins.h"
#include "summary_service/merging/align_sentences.h"
#include "summary_service/merging/translated_articles.h"

namespace polygist::summary {
namespace {

constexpr int kEvenOdds = 500;
// Weaker links tell nothing about translations either.
constexpr int kWeakest = 430;

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
  std::vector<SentenceLink> links = LinkSentences(articles, lexicon, {kWeakest});
  std::erase_if(links, [&](const SentenceLink& link) { return language_of(link.a) == language_of(link.b); });
  Strongest strongest(corpus);
  for (const SentenceLink& link : links) strongest.Add(link);
  std::erase_if(links, [&](const SentenceLink& link) { return !strongest.Holds(link); });
  return links;
}

void DropUnlikely(std::vector<SentenceLink>& links) {
  std::erase_if(links, [](const SentenceLink& link) { return link.strength_permille < kEvenOdds; });
}

std::vector<SentenceLink> Repetitions(std::span<const SentenceLink> links) {
  std::vector<SentenceLink> repetitions;
  for (const SentenceLink& link : links) {
    if (link.strength_permille >= kCreditPermille) repetitions.push_back({link.a, link.b, 1000});
  }
  return repetitions;
}

std::vector<int> OriginsByText(std::span<const SourceArticle> articles, std::span<const SentenceLink> links) {
  std::vector<int> first = CopiesByFingerprint(articles);
  for (const auto& [a, b] : TranslatedArticles(articles, links)) {
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
