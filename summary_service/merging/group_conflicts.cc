#include "summary_service/merging/group_conflicts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "summary_service/lexicon/keys.h"

namespace polygist::summary {
namespace {

// Quantities of one thing: disjoint sets, each named by its first member.
class Things {
 public:
  explicit Things(size_t quantities) : root_(quantities) { std::iota(root_.begin(), root_.end(), 0); }

  int Of(int quantity) {
    for (auto at = static_cast<size_t>(quantity); root_[at] != quantity; at = static_cast<size_t>(quantity)) {
      quantity = root_[at] = root_[static_cast<size_t>(root_[at])];
    }
    return quantity;
  }
  void Join(int i, int j) {
    const int a = Of(i), b = Of(j);
    root_[static_cast<size_t>(std::max(a, b))] = std::min(a, b);
  }

 private:
  std::vector<int> root_;
};

void AddValue(std::span<const SourceArticle> articles, const Story& story, const Quantity& quantity,
              Disagreement* disagreement) {
  const StorySentence& sentence = story.sentences[static_cast<size_t>(quantity.sentence)];
  if (disagreement->about.empty() && !quantity.anchor_span.empty() && quantity.kind == KeyKind::kNumber) {
    const SourceArticle& article = articles[static_cast<size_t>(sentence.article)];
    disagreement->about = std::string(Slice(article.text, quantity.anchor_span));
  }
  const std::string unit = quantity.kind == KeyKind::kPercent ? "percent" : quantity.unit;
  disagreement->values.push_back({sentence.article, sentence.sentence, quantity.span, quantity.value, unit});
}

DisagreementValue ValueOf(const Story& story, const DateValue& date) {
  const StorySentence& sentence = story.sentences[static_cast<size_t>(date.sentence)];
  const StoryTerm& term = story.terms[static_cast<size_t>(date.term)];
  const Key& key = story.keys[static_cast<size_t>(term.key)];
  return {sentence.article, sentence.sentence, date.span, key.year * 10000.0 + key.month * 100 + key.day, "date"};
}

}  // namespace

std::vector<Disagreement> GroupConflicts(std::span<const SourceArticle> articles, const Story& story,
                                         const std::vector<Quantity>& quantities,
                                         const std::vector<ValueConflict>& conflicts,
                                         const std::vector<std::pair<int, int>>& agreements) {
  Things things(quantities.size());
  for (const ValueConflict& conflict : conflicts) things.Join(conflict.a, conflict.b);
  for (const auto& [i, j] : agreements) things.Join(i, j);
  std::map<int, Disagreement> groups;
  for (const ValueConflict& conflict : conflicts) {
    const auto [place, is_new] = groups.try_emplace(things.Of(conflict.a));
    DisagreementKind& kind = place->second.kind;
    kind = is_new ? conflict.kind : std::min(kind, conflict.kind);  // DISAGREE first.
    place->second.same_statement = place->second.same_statement && conflict.same_statement;
  }
  for (size_t i = 0; i < quantities.size(); ++i) {
    const auto group = groups.find(things.Of(static_cast<int>(i)));
    if (group != groups.end()) AddValue(articles, story, quantities[i], &group->second);
  }
  std::vector<Disagreement> found;
  for (auto& [root, disagreement] : groups) found.push_back(std::move(disagreement));
  return found;
}

std::vector<Disagreement> GroupDates(const Story& story, const std::vector<DateValue>& dates,
                                     const std::vector<std::pair<int, int>>& rivals) {
  std::vector<std::set<int>> groups;
  for (const auto& [i, j] : rivals) {
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const std::set<int>& other) { return other.contains(i) || other.contains(j); });
    if (group == groups.end()) group = groups.emplace(groups.end());
    group->insert({i, j});
  }
  std::vector<Disagreement> found;
  for (const std::set<int>& group : groups) {
    Disagreement& disagreement = found.emplace_back();
    for (const int date : group) disagreement.values.push_back(ValueOf(story, dates[static_cast<size_t>(date)]));
  }
  return found;
}

}  // namespace polygist::summary
