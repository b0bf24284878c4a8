#include "summary_service/merging/group_conflicts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "summary_service/lexicon/keys.h"

namespace polygist::summary {
namespace {

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

ConflictGroups::ConflictGroups(size_t quantities) : root_(quantities), conflicts_(quantities) {
  std::iota(root_.begin(), root_.end(), 0);
}

int ConflictGroups::ThingOf(int quantity) {
  for (auto at = static_cast<size_t>(quantity); root_[at] != quantity; at = static_cast<size_t>(quantity)) {
    quantity = root_[at] = root_[static_cast<size_t>(root_[at])];
  }
  return quantity;
}

void ConflictGroups::Agree(int a, int b) {
  const int first = ThingOf(a), second = ThingOf(b);
  root_[static_cast<size_t>(std::max(first, second))] = std::min(first, second);
}

void ConflictGroups::Differ(int a, int b, DisagreementKind kind, bool same_statement) {
  Agree(a, b);
  conflicts_[static_cast<size_t>(a)].Add(kind, same_statement);
}

void ConflictGroups::Conflicts::Add(DisagreementKind one, bool is_same_statement) {
  kind = std::min(one, kind.value_or(one));  // DISAGREE first.
  same_statement = same_statement && is_same_statement;
}

std::vector<Disagreement> ConflictGroups::Find(std::span<const SourceArticle> articles, const Story& story,
                                               const std::vector<Quantity>& quantities) {
  std::map<int, Conflicts> groups;
  for (size_t i = 0; i < conflicts_.size(); ++i) {
    const Conflicts& own = conflicts_[i];
    if (own.kind) groups[ThingOf(static_cast<int>(i))].Add(*own.kind, own.same_statement);
  }
  std::map<int, Disagreement> found;
  for (size_t i = 0; i < quantities.size(); ++i) {
    const auto group = groups.find(ThingOf(static_cast<int>(i)));
    if (group == groups.end()) continue;
    Disagreement& disagreement = found[group->first];
    disagreement.kind = *group->second.kind;
    disagreement.same_statement = group->second.same_statement;
    AddValue(articles, story, quantities[i], &disagreement);
  }
  std::vector<Disagreement> all;
  for (auto& [thing, disagreement] : found) all.push_back(std::move(disagreement));
  return all;
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
