#include "summary_service/pipeline/cross_language_links.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

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

// Links ascend: those of one sentence into one article stand side by side where it is their first one. What is
// strongest for second ones is known of one article at a time.
std::vector<SentenceLink> StrongestLinks(const AnalyzedCorpus& corpus, const std::vector<SentenceLink>& links) {
  const auto article_of = [&](int sentence) { return corpus.sentences[sentence].ref.article; };
  std::vector<SentenceLink> kept;
  std::vector<int16_t> back(corpus.sentences.size());
  for (auto begin = links.begin(), end = begin; begin != links.end(); begin = end) {
    end = std::find_if(begin, links.end(),
                       [&](const SentenceLink& link) { return article_of(link.a) != article_of(begin->a); });
    for (auto link = begin; link != end; ++link) back[link->b] = std::max(back[link->b], link->strength_permille);
    for (auto run = begin, run_end = run; run != end; run = run_end) {
      int16_t strongest = 0;
      for (; run_end != end && run_end->a == run->a && article_of(run_end->b) == article_of(run->b); ++run_end) {
        strongest = std::max(strongest, run_end->strength_permille);
      }
      std::copy_if(run, run_end, std::back_inserter(kept), [&](const SentenceLink& link) {
        return link.strength_permille == strongest && link.strength_permille == back[link.b];
      });
    }
    for (auto link = begin; link != end; ++link) back[link->b] = 0;
  }
  return kept;
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
