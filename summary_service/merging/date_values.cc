#include "summary_service/merging/date_values.h"

#include <algorithm>
#include <map>

#include "summary_service/lexicon/keys.h"

namespace polygist::summary {
namespace {

// Articles of more dates tell of several events.
constexpr size_t kFewDates = 2;

const Key* KeyOf(const Story& story, int term) {
  const int key = story.terms[static_cast<size_t>(term)].key;
  return key < 0 ? nullptr : &story.keys[static_cast<size_t>(key)];
}

int ArticleOf(const Story& story, const DateValue& date) {
  return story.sentences[static_cast<size_t>(date.sentence)].article;
}

}  // namespace

std::vector<DateValue> ReadDates(const Story& story) {
  std::vector<DateValue> dates;
  for (size_t s = 0; s < story.sentences.size(); ++s) {
    std::vector<DateValue> own;
    bool single = true;
    for (const TermUse& use : story.sentences[s].uses) {
      const Key* key = KeyOf(story, use.term);
      if (key == nullptr) continue;
      single = single && key->kind != KeyKind::kWeekday;
      if (key->kind == KeyKind::kDate) own.push_back({static_cast<int>(s), use.term, use.span});
    }
    if (single && own.size() == 1 && KeyOf(story, own[0].term)->day != 0) dates.push_back(own[0]);
  }
  return dates;
}

std::vector<std::pair<int, int>> RivalDates(const Story& story, const std::vector<DateValue>& dates) {
  std::map<int, std::vector<const Key*>> given;  // Days, by article.
  for (const StorySentence& sentence : story.sentences) {
    for (const TermUse& use : sentence.uses) {
      const Key* key = KeyOf(story, use.term);
      if (key != nullptr && key->day != 0) given[sentence.article].push_back(key);
    }
  }
  const auto given_by = [&](int article, const Key& date) {
    const std::vector<const Key*>& days = given[article];
    return std::any_of(days.begin(), days.end(), [&](const Key* day) { return KeyMatch(*day, date) > 0; });
  };
  std::vector<std::pair<int, int>> rivals;
  for (size_t i = 0; i < dates.size(); ++i) {
    for (size_t j = i + 1; j < dates.size(); ++j) {
      const int a = ArticleOf(story, dates[i]), b = ArticleOf(story, dates[j]);
      if (std::max(given[a].size(), given[b].size()) > kFewDates) continue;
      const Key& first = *KeyOf(story, dates[i].term);
      const Key& second = *KeyOf(story, dates[j].term);
      if (a == b || KeyMatch(first, second) > 0 || given_by(a, second) || given_by(b, first)) continue;
      rivals.emplace_back(static_cast<int>(i), static_cast<int>(j));
    }
  }
  return rivals;
}

std::vector<AssumedMatch> IfDatesWereEqual(const std::vector<std::pair<int, int>>& rivals,
                                           const std::vector<DateValue>& dates) {
  std::vector<AssumedMatch> assumed;
  for (const auto& [i, j] : rivals) {
    const DateValue& a = dates[static_cast<size_t>(i)];
    const DateValue& b = dates[static_cast<size_t>(j)];
    assumed.push_back({a.sentence, b.sentence, a.term, b.term});
  }
  return assumed;
}

}  // namespace polygist::summary
