#include "summary_service/pipeline/gists.h"

#include <algorithm>
#include <utility>

#include "common/text/language_tag.h"
#include "summary_service/lexicon/key_text.h"
#include "summary_service/lexicon/names.h"

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

GistWriter::GistWriter(MatchedStory story, std::string language)
    : articles_(story.articles),
      story_(std::move(story.story)),
      language_(std::move(language)),
      names_(articles_, story_, story.matches) {
  FindOtherScripts(story.matches);
}

void GistWriter::FindOtherScripts(const TermMatches& matches) {
  const std::string readers = text::BaseLanguage(language_);
  for (size_t t = 0; t < story_.terms.size(); ++t) {
    const StoryTerm& term = story_.terms[t];
    const auto name = static_cast<int>(t);
    if (term.language < 0 || story_.languages[static_cast<size_t>(term.language)] != readers || !names_.IsName(name))
      continue;
    const bool latin = IsLatinScript(term.folded);
    for (const TermMatch match : matches[t]) {
      if (IsLatinScript(story_.terms[static_cast<size_t>(match.term())].folded) == latin) continue;
      const TermMatch offered(name, match.strength());
      const auto [best, is_new] = in_other_script_.try_emplace(match.term(), offered);
      if (!is_new && offered.strength() > best->second.strength()) best->second = offered;
    }
  }
}

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

std::string GistWriter::Written(int sentence, const NameMention& name) const {
  std::string joined;
  for (const int term : name.terms) {
    const auto other = in_other_script_.find(term);
    if (other == in_other_script_.end()) {
      return std::string(Slice(articles_[static_cast<size_t>(InStory(sentence).article)].text, name.span));
    }
    if (!joined.empty()) joined += ' ';
    joined += names_.WrittenForm(other->second.term());
  }
  return joined;
}

std::vector<GistItem> GistWriter::ItemsOf(int sentence) const {
  std::vector<GistItem> items;
  for (const NameMention& name : names_.In(sentence)) {
    items.push_back({GistKind::kName, Written(sentence, name), name.span});
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
