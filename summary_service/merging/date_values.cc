#include "summary_service/merging/date_values.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "summary_service/lexicon/keys.h"
#include "summary_service/merging/reporting_words.h"

namespace polygist::summary {
namespace {

// Articles of more dates tell of several events.
constexpr size_t kFewDates = 2;
// Where a story gives more days than this, hundreds of articles, that two differ tells nothing; and every two are
// compared.
constexpr size_t kMostDates = 300;
constexpr int kWeek = 7;
// Years further apart are of different events.
constexpr int kMostYears = 5;
// Words between a day and a verb of saying that it goes with, and one more.
constexpr size_t kSayingReach = 3;

const Key* KeyOf(const Story& story, int term) {
  const int key = story.terms[static_cast<size_t>(term)].key;
  return key < 0 ? nullptr : &story.keys[static_cast<size_t>(key)];
}

int ArticleOf(const Story& story, const DateValue& date) {
  return story.sentences[static_cast<size_t>(date.sentence)].article;
}

bool IsDay(const Key& key) { return key.kind == KeyKind::kDate || key.kind == KeyKind::kWeekday; }

bool SaysSomebody(const Story& story, const StorySentence& sentence, size_t at) {
  const StoryTerm& word = story.terms[static_cast<size_t>(sentence.uses[at].term)];
  return word.key < 0 &&
         ReportingWordsOf(story.languages[static_cast<size_t>(sentence.language)]).say.contains(word.folded);
}

// A few words away, no punctuation between.
bool IsBesideSaying(const Story& story, const StorySentence& sentence, size_t at) {
  const auto follows = [&](size_t next) {
    return sentence.uses[next].span().begin - sentence.uses[next - 1].span().end <= 1;
  };
  for (size_t i = at + 1; i < sentence.uses.size() && i <= at + kSayingReach && follows(i); ++i) {
    if (SaysSomebody(story, sentence, i)) return true;
  }
  for (size_t i = at; i > 0 && i + kSayingReach > at && follows(i); --i) {
    if (SaysSomebody(story, sentence, i - 1)) return true;
  }
  return false;
}

// The only year of a sentence without days.
std::optional<DateValue> OnlyYearOf(const Story& story, int sentence) {
  std::optional<DateValue> only;
  for (const TermUse& use : story.sentences[static_cast<size_t>(sentence)].uses) {
    const Key* key = KeyOf(story, use.term);
    if (key == nullptr || key->kind != KeyKind::kYear) continue;
    if (only.has_value()) return std::nullopt;
    only = DateValue{sentence, use.term, use.span()};
  }
  return only;
}

// The only day that the sentence gives: of "Tuesday, 9 March" the date.
std::optional<DateValue> OnlyDayOf(const Story& story, int sentence) {
  const StorySentence& of = story.sentences[static_cast<size_t>(sentence)];
  const std::vector<TermUse>& uses = of.uses;
  std::optional<size_t> only;
  for (size_t at = 0; at < uses.size(); ++at) {
    const Key* key = KeyOf(story, uses[at].term);
    if (key == nullptr || !IsDay(*key)) continue;
    if (only.has_value()) {
      const Key* other = KeyOf(story, uses[*only].term);
      if (other->kind == key->kind || KeyMatch(*other, *key) == 0) return std::nullopt;
      if (key->kind == KeyKind::kWeekday) continue;
    }
    only = at;
  }
  if (!only.has_value()) return OnlyYearOf(story, sentence);
  if (KeyOf(story, uses[*only].term)->day == 0) return std::nullopt;
  if (IsBesideSaying(story, of, *only) || IsDateLine(story, of)) return std::nullopt;
  return DateValue{sentence, uses[*only].term, uses[*only].span()};
}

// The distinct days of each article, or its years.
std::map<int, std::vector<const Key*>> DaysByArticle(const Story& story, bool years) {
  std::map<int, std::set<int>> terms;
  for (const StorySentence& sentence : story.sentences) {
    for (const TermUse& use : sentence.uses) {
      const Key* key = KeyOf(story, use.term);
      if (key != nullptr && (years ? key->kind == KeyKind::kYear : key->day != 0))
        terms[sentence.article].insert(use.term);
    }
  }
  std::map<int, std::vector<const Key*>> days;
  for (const auto& [article, of_article] : terms) {
    for (const int term : of_article) days[article].push_back(KeyOf(story, term));
  }
  return days;
}

// Whether a weekday may stand for a day near the other one. Dates may be of any time.
bool AreOfOneTime(const Key& a, const Key& b) {
  const bool year = a.kind == KeyKind::kYear;
  if (year != (b.kind == KeyKind::kYear)) return false;
  if (year) return std::abs(a.year - b.year) <= kMostYears;
  if (a.kind != KeyKind::kWeekday && b.kind != KeyKind::kWeekday) return true;
  return std::abs(DaysBetween(a, b)) <= kWeek;
}

}  // namespace

std::vector<DateValue> ReadDates(const Story& story) {
  std::vector<DateValue> dates;
  for (size_t s = 0; s < story.sentences.size(); ++s) {
    if (story.sentences[s].heading) continue;
    if (const std::optional<DateValue> date = OnlyDayOf(story, static_cast<int>(s))) dates.push_back(*date);
  }
  return dates;
}

std::vector<std::pair<int, int>> RivalDates(const Story& story, const std::vector<DateValue>& dates) {
  if (dates.size() > kMostDates) return {};
  std::map<int, std::vector<const Key*>> given[] = {DaysByArticle(story, false), DaysByArticle(story, true)};
  const auto days_of = [&](int article, const Key& like) -> const std::vector<const Key*>& {
    return given[like.kind == KeyKind::kYear][article];
  };
  const auto given_by = [&](int article, const Key& date) {
    const std::vector<const Key*>& days = days_of(article, date);
    return std::any_of(days.begin(), days.end(), [&](const Key* day) { return KeyMatch(*day, date) > 0; });
  };
  std::vector<std::pair<int, int>> rivals;
  for (size_t i = 0; i < dates.size(); ++i) {
    for (size_t j = i + 1; j < dates.size(); ++j) {
      const int a = ArticleOf(story, dates[i]), b = ArticleOf(story, dates[j]);
      const Key& first = *KeyOf(story, dates[i].term);
      const Key& second = *KeyOf(story, dates[j].term);
      if (a == b || std::max(days_of(a, first).size(), days_of(b, second).size()) > kFewDates) continue;
      if (!AreOfOneTime(first, second) || given_by(a, second) || given_by(b, first)) continue;
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
