#include "summary_service/pipeline/gists.h"

#include <algorithm>
#include <utility>

#include "common/text/language_tag.h"
#include "summary_service/lexicon/key_text.h"

namespace polygist::summary {
namespace {

GistKind KindOf(KeyKind kind) {
  switch (kind) {
    case KeyKind::kNumber:
      return GistKind::kNumber;
    case KeyKind::kPercent:
      return GistKind::kPercent;
    case KeyKind::kMoney:
      return GistKind::kMoney;
    case KeyKind::kMeasure:
      return GistKind::kMeasure;
    case KeyKind::kDate:
    case KeyKind::kYear:
    case KeyKind::kWeekday:
      return GistKind::kDate;
    case KeyKind::kTime:
      return GistKind::kTime;
    case KeyKind::kCountry:
      return GistKind::kCountry;
    case KeyKind::kLanguage:
      return GistKind::kLanguage;
  }
  return GistKind::kName;
}

}  // namespace

GistWriter::GistWriter(const MatchedStory& story, std::string language)
    : articles_(story.articles),
      story_(story.story),
      language_(std::move(language)),
      names_(story.articles, story.story, story.matches) {}

Gist GistWriter::Write(SentenceRef ref) const {
  const auto at = std::find_if(story_.sentences.begin(), story_.sentences.end(), [&](const StorySentence& sentence) {
    return sentence.article == ref.article && sentence.sentence == ref.sentence;
  });
  Gist gist{.language = language_, .items = {}};
  if (at == story_.sentences.end()) return gist;
  for (GistItem& item : ItemsOf(static_cast<int>(at - story_.sentences.begin()))) {
    const bool again = std::any_of(gist.items.begin(), gist.items.end(),
                                   [&](const GistItem& other) { return other.text == item.text; });
    if (!again && !item.text.empty()) gist.items.push_back(std::move(item));
  }
  return gist;
}

std::vector<GistItem> GistWriter::ItemsOf(int sentence) const {
  std::vector<GistItem> items;
  for (const NameMention& name : names_.In(sentence)) {
    items.push_back({GistKind::kName, names_.WrittenIn(text::BaseLanguage(language_), sentence, name), name.span});
  }
  for (const TermUse& use : InStory(sentence).uses) {
    const int index = story_.terms[static_cast<size_t>(use.term)].key;
    if (index < 0) continue;
    const Key& key = story_.keys[static_cast<size_t>(index)];
    // "indonésien" is the language, the country's or a person: only the word itself is surely right.
    const std::string_view text = articles_[static_cast<size_t>(InStory(sentence).article)].text;
    items.push_back({KindOf(key.kind),
                     key.kind == KeyKind::kLanguage ? std::string(Slice(text, use.span())) : KeyText(key, language_),
                     use.span()});
  }
  std::sort(items.begin(), items.end(),
            [](const GistItem& a, const GistItem& b) { return a.span.begin < b.span.begin; });
  return items;
}

}  // namespace polygist::summary
