#include "summary_service/merging/cluster_sentences.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "common/text/language_tag.h"
#include "summary_service/merging/pair_values.h"
#include "summary_service/merging/translated_articles.h"

namespace polygist::summary {
namespace {

// Share from which two articles count as one report told twice.
constexpr double kNearDuplicate = 0.5;

struct Place {
  int article = 0;
  int sentence = 0;
};

std::vector<Place> PlacesOf(std::span<const SourceArticle> articles) {
  std::vector<Place> places;
  for (size_t a = 0; a < articles.size(); ++a) {
    for (size_t s = 0; s < articles[a].sentences.size(); ++s) {
      places.push_back({static_cast<int>(a), static_cast<int>(s)});
    }
  }
  return places;
}

class Clusterer {
 public:
  Clusterer(std::span<const SourceArticle> articles, std::span<const SentenceLink> links, const ClusterOptions& options)
      : articles_(articles),
        options_(options),
        origins_(OriginsOf(articles, links)),
        places_(PlacesOf(articles)),
        strengths_(places_.size(), links, [](const SentenceLink& link) { return link.strength_permille; }) {
    const int least = articles.size() > 2 ? options.least_link_permille : options.least_link_of_two_permille;
    std::copy_if(links.begin(), links.end(), std::back_inserter(links_),
                 [&](const SentenceLink& link) { return link.strength_permille >= least; });
    group_of_.resize(places_.size());
    std::iota(group_of_.begin(), group_of_.end(), 0);
    members_.resize(places_.size());
    for (size_t i = 0; i < places_.size(); ++i) members_[i] = {static_cast<int>(i)};
    partly_.resize(places_.size());
  }

  std::vector<StatementGroup> Cluster() {
    std::sort(links_.begin(), links_.end(), [](const SentenceLink& x, const SentenceLink& y) {
      return std::tie(y.strength_permille, x.a, x.b) < std::tie(x.strength_permille, y.a, y.b);
    });
    const auto headings = std::stable_partition(links_.begin(), links_.end(), [&](const SentenceLink& link) {
      return !IsInHeading(link.a) && !IsInHeading(link.b);
    });
    const std::span of_text(links_.begin(), headings);
    for (const SentenceLink& link : of_text) JoinGroups(link);
    for (const SentenceLink& link : of_text) {
      JoinPartly(link.a, GroupOf(link.b));
      JoinPartly(link.b, GroupOf(link.a));
    }
    for (const SentenceLink& link : std::span(headings, links_.end())) {
      if (IsOfHeadings(GroupOf(link.a)) || IsOfHeadings(GroupOf(link.b))) JoinGroups(link);
    }
    return MakeGroups();
  }

 private:
  int GroupOf(int sentence) const { return group_of_[static_cast<size_t>(sentence)]; }
  std::vector<int>& Members(int group) { return members_[static_cast<size_t>(group)]; }
  int ArticleOf(int sentence) const { return places_[static_cast<size_t>(sentence)].article; }

  bool IsInHeading(int sentence) const {
    const auto& [article, index] = places_[static_cast<size_t>(sentence)];
    const SourceArticle& source = articles_[static_cast<size_t>(article)];
    return IsHeading(KindOf(source, source.sentences[static_cast<size_t>(index)]));
  }
  bool IsOfHeadings(int group) {
    return std::ranges::all_of(Members(group), [&](int sentence) { return IsInHeading(sentence); });
  }

  int Strength(int a, int b) const { return strengths_.At(a, b, 0); }

  // Mean strength between a sentence and those of a group that are of other articles; 0 for none.
  int MeanStrength(int sentence, const std::vector<int>& group) const {
    int sum = 0, pairs = 0;
    for (const int other : group) {
      if (ArticleOf(other) == ArticleOf(sentence)) continue;
      sum += Strength(sentence, other);
      ++pairs;
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  void JoinGroups(const SentenceLink& link) {
    const int keep = std::min(GroupOf(link.a), GroupOf(link.b));
    const int gone = std::max(GroupOf(link.a), GroupOf(link.b));
    if (keep == gone) return;
    int64_t sum = 0, pairs = 0;
    for (const int a : Members(keep)) {
      for (const int b : Members(gone)) {
        if (ArticleOf(a) == ArticleOf(b)) continue;
        sum += Strength(a, b);
        ++pairs;
      }
    }
    if (pairs == 0 || sum < options_.least_mean_permille * pairs) return;
    for (const int member : Members(gone)) {
      group_of_[static_cast<size_t>(member)] = keep;
      Members(keep).push_back(member);
    }
    Members(gone).clear();
  }

  void JoinPartly(int sentence, int group) {
    if (GroupOf(sentence) == group || Members(group).empty()) return;
    const bool alone = Members(group).size() == 1;
    if (alone && Members(GroupOf(sentence)).size() < 2) return;
    std::vector<int>& partly = partly_[static_cast<size_t>(group)];
    if (std::find(partly.begin(), partly.end(), sentence) != partly.end()) return;
    const int least = alone ? options_.least_besides_permille : options_.least_partly_permille;
    if (MeanStrength(sentence, Members(group)) >= least) partly.push_back(sentence);
  }

  std::vector<StatementGroup> MakeGroups() {
    std::vector<StatementGroup> groups;
    // The number of a group is its first sentence, so this is reading order.
    for (size_t g = 0; g < members_.size(); ++g) {
      if (members_[g].size() + partly_[g].size() < 2) continue;
      StatementGroup group;
      for (const int sentence : members_[g]) group.members.push_back(MemberOf(sentence, members_[g], false));
      for (const int sentence : partly_[g]) group.members.push_back(MemberOf(sentence, members_[g], true));
      std::sort(group.members.begin(), group.members.end());
      Describe(&group);
      groups.push_back(std::move(group));
    }
    return groups;
  }

  GroupMember MemberOf(int sentence, const std::vector<int>& group, bool partly) const {
    const Place& place = places_[static_cast<size_t>(sentence)];
    return {place.article, place.sentence, MeanStrength(sentence, group), partly};
  }

  void Describe(StatementGroup* group) const {
    std::set<int> distinct;
    for (const GroupMember& member : group->members) {
      const SourceArticle& article = articles_[static_cast<size_t>(member.article)];
      distinct.insert(origins_[static_cast<size_t>(member.article)]);
      AddOnce(text::BaseLanguage(article.language), &group->languages);
      if (!article.source.empty()) AddOnce(article.source, &group->sources);
    }
    group->independent_origins = static_cast<int>(distinct.size());
  }

  static void AddOnce(const std::string& name, std::vector<std::string>* names) {
    if (std::find(names->begin(), names->end(), name) == names->end()) names->push_back(name);
  }

  std::span<const SourceArticle> articles_;
  const ClusterOptions& options_;
  std::vector<int> origins_;
  std::vector<Place> places_;
  PairValues<int16_t> strengths_;
  std::vector<SentenceLink> links_;        // Those to join by; best first when they are.
  std::vector<int> group_of_;              // By sentence: the smallest sentence of its group.
  std::vector<std::vector<int>> members_;  // By group.
  std::vector<std::vector<int>> partly_;   // By group.
};

bool IsNearDuplicate(const SourceArticle& a, const SourceArticle& b) {
  if (a.fingerprint.empty() || a.fingerprint.size() != b.fingerprint.size()) return false;
  size_t equal = 0;
  for (size_t i = 0; i < a.fingerprint.size(); ++i) equal += a.fingerprint[i] == b.fingerprint[i];
  return static_cast<double>(equal) >= kNearDuplicate * static_cast<double>(a.fingerprint.size());
}

}  // namespace

std::vector<StatementGroup> ClusterSentences(std::span<const SourceArticle> articles,
                                             std::span<const SentenceLink> links, const ClusterOptions& options) {
  return Clusterer(articles, links, options).Cluster();
}

std::vector<int> OriginsOf(std::span<const SourceArticle> articles, std::span<const SentenceLink> links) {
  const std::vector<std::pair<int, int>> translated = TranslatedArticles(articles, links);
  std::vector<int> origins(articles.size());
  for (size_t i = 0; i < articles.size(); ++i) {
    origins[i] = static_cast<int>(i);
    for (size_t j = 0; j < i; ++j) {
      const std::pair<int, int> pair(static_cast<int>(j), static_cast<int>(i));
      if ((!articles[i].source.empty() && articles[i].source == articles[j].source) ||
          IsNearDuplicate(articles[i], articles[j]) || std::binary_search(translated.begin(), translated.end(), pair)) {
        origins[i] = origins[j];
        break;
      }
    }
  }
  return origins;
}

}  // namespace polygist::summary
