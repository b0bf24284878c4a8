#include "summary_service/pipeline/cross_language_links.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "summary_service/analysis/origins.h"
#include "summary_service/merging/added_links.h"
#include "summary_service/merging/translated_articles.h"

namespace polygist::summary {
namespace {

constexpr int kEvenOdds = 500;
// Weaker links tell nothing about repetition either.
constexpr int kWeakest = 430;

// From here on one of two linked sentences is enough. In stories told freely 8 lines of a hundred repeat another one,
// 10 from 575 on; from even odds on stories of ten articles lose what reports add to each other (-1.2 ROUGE-2).
constexpr int kTold = 550;

// Two sentences repeat each other from the first of these shares of what one of them says, and wholly from the second
// on. At .2 and .4 stories of ten articles in seven languages lose ROUGE-2, since reports of one event overlap.
constexpr int kOverlap = 300;
constexpr int kRepeat = 400;
// Of articles that retell each other in order every link is a repetition. Independent reports of five or six sentences
// reach .6 by chance.
constexpr double kRetold = 0.65;

// Members less surely of their group speak for nobody.
constexpr int kLeastMember = 540;
// Larger groups are no news stories: their pairs would grow with the square.
constexpr size_t kMostMembers = 100;

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

std::vector<SentenceLink> LinksAcrossLanguages(const AnalyzedCorpus& corpus, std::vector<SentenceLink> links) {
  const auto language_of = [&](int sentence) -> const std::string& {
    return corpus.articles[corpus.sentences[sentence].ref.article].base_language;
  };
  std::erase_if(links, [&](const SentenceLink& link) {
    return link.strength_permille < kWeakest || language_of(link.a) == language_of(link.b);
  });
  return links;
}

std::vector<SentenceLink> StrongestLinks(const AnalyzedCorpus& corpus, std::vector<SentenceLink> links) {
  Strongest strongest(corpus);
  for (const SentenceLink& link : links) strongest.Add(link);
  std::erase_if(links, [&](const SentenceLink& link) { return !strongest.Holds(link); });
  return links;
}

void DropUnlikely(std::vector<SentenceLink>& links) {
  std::erase_if(links, [](const SentenceLink& link) { return link.strength_permille < kEvenOdds; });
}

std::vector<SentenceLink> WithGroups(const AnalyzedCorpus& corpus, std::span<const StatementGroup> groups,
                                     std::vector<SentenceLink> links) {
  const auto share_names_alone = [&](int a, int b) {
    const auto ends_of = [](const SentenceLink& link) { return std::pair(link.a, link.b); };
    const auto there = std::ranges::lower_bound(links, std::pair(a, b), {}, ends_of);
    return there != links.end() && ends_of(*there) == std::pair(a, b) && there->names_alone;
  };
  std::vector<SentenceLink> added;
  for (const StatementGroup& group : groups) {
    std::vector<GroupMember> sure;
    for (const GroupMember& member : group.members) {
      if (!member.partly && member.strength_permille >= kLeastMember) sure.push_back(member);
    }
    if (sure.size() > kMostMembers) continue;
    for (size_t i = 0; i < sure.size(); ++i) {
      for (size_t j = i + 1; j < sure.size(); ++j) {
        if (corpus.articles[sure[i].article].base_language == corpus.articles[sure[j].article].base_language) continue;
        const int a = corpus.articles[sure[i].article].sentence_begin + sure[i].sentence;
        const int b = corpus.articles[sure[j].article].sentence_begin + sure[j].sentence;
        if (!share_names_alone(a, b)) added.push_back({a, b, kCreditPermille});
      }
    }
  }
  return WithAddedLinks(std::move(links), std::move(added));
}

std::vector<SentenceLink> Repetitions(std::span<const SourceArticle> articles, const AnalyzedCorpus& corpus,
                                      std::span<const SentenceLink> links) {
  const std::map<std::pair<int, int>, double> in_order = SharesInOrder(articles, links);
  const auto is_retold = [&](const SentenceLink& link) {
    const auto share = in_order.find({corpus.sentences[link.a].ref.article, corpus.sentences[link.b].ref.article});
    return share != in_order.end() && share->second >= kRetold;
  };
  std::vector<SentenceLink> repetitions;
  for (SentenceLink link : links) {
    const bool whole = link.strength_permille >= kTold || is_retold(link);
    const int repeated =
        1000 * (std::max(link.held_a_permille, link.held_b_permille) - kOverlap) / (kRepeat - kOverlap);
    link.strength_permille = whole ? 1000 : std::clamp(repeated, 0, 1000);
    if (link.strength_permille > 0) repetitions.push_back(link);
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
