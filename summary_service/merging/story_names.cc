#include "summary_service/merging/story_names.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "summary_service/lexicon/names.h"
#include "summary_service/merging/reporting_words.h"

namespace polygist::summary {
namespace {

// A language that writes this share of its words with a capital where no sentence begins, and few of them side by side,
// does so with every noun: names come in company ("Port Salvo"), nouns have articles and prepositions between them.
constexpr double kNounsAreUpper = 0.2;
constexpr double kMostInCompany = 0.35;
constexpr int kFewestWords = 60;
// A match this strong with a name of another language makes a word a name: the first where capitals
// tell nothing, the second in scripts without them.
constexpr float kSameName = 0.9f;
constexpr float kSameNameInOtherScript = 0.5f;
// What may stand between the words of one name, beside white space.
constexpr std::string_view kJoiners[] = {"-", ". ", "&", " & "};

// What may stand before a word in the middle of a clause: anything else begins one, and with it a capital.
bool KeepsClause(std::string_view gap) {
  for (size_t offset = 0; offset < gap.size();) {
    const char32_t c = text::NextCodePoint(gap, &offset);
    const bool keeps = c == U' ' || c == U'\u00A0' || c == U'-' || c == U'\'' || c == U'\u2019' || c == U',' ||
                       c == U'(' || c == U')' || c == U'&' || c == U'/' || c == U'.' || c == U'@' || c == U'#' ||
                       (c < 0x80 && c >= U'a' && c <= U'z');
    if (!keeps) return false;
  }
  return true;
}

bool IsAllUpper(std::string_view word) {
  bool letters = false;
  for (size_t offset = 0; offset < word.size();) {
    const size_t at = offset;
    text::NextCodePoint(word, &offset);
    const std::string_view letter = word.substr(at, offset - at);
    if (StartsUpperCase(letter)) {
      letters = true;
    } else if (letter.size() > 1 || (letter[0] >= 'a' && letter[0] <= 'z')) {
      return false;
    }
  }
  return letters;
}

}  // namespace

StoryNames::StoryNames(std::span<const SourceArticle> articles, const Story& story, const TermMatches& matches)
    : articles_(articles),
      story_(story),
      counts_(story.terms.size()),
      written_(story.terms.size()),
      capitals_everywhere_(story.languages.size()),
      in_dictionary_(story.languages.size()),
      is_name_(story.terms.size()) {
  CountCapitals();
  FindNames(matches);
}

std::string_view StoryNames::TextOf(int sentence) const {
  return articles_[static_cast<size_t>(story_.sentences[static_cast<size_t>(sentence)].article)].text;
}

std::string_view StoryNames::Written(int sentence, const TermUse& use) const {
  return Slice(TextOf(sentence), use.span());
}

bool StoryNames::BeginsClause(int sentence, size_t use) const {
  const std::vector<TermUse>& uses = story_.sentences[static_cast<size_t>(sentence)].uses;
  return use == 0 || !KeepsClause(Slice(TextOf(sentence), {uses[use - 1].span().end, uses[use].span().begin}));
}

void StoryNames::CountCapitals() {
  struct Share {
    int upper = 0;
    int words = 0;
    int in_company = 0;  // Of `upper`: directly behind another.
  };
  std::vector<Share> shares(story_.languages.size());
  for (size_t s = 0; s < story_.sentences.size(); ++s) {
    const StorySentence& sentence = story_.sentences[s];
    const int index = static_cast<int>(s);
    const auto shouted = std::count_if(sentence.uses.begin(), sentence.uses.end(),
                                       [&](const TermUse& use) { return IsAllUpper(Written(index, use)); });
    if (2 * static_cast<size_t>(shouted) > sentence.uses.size()) continue;  // Capitals tell nothing here.
    for (size_t u = 0; u < sentence.uses.size(); ++u) {
      const TermUse& use = sentence.uses[u];
      const auto term = static_cast<size_t>(use.term);
      if (story_.terms[term].key >= 0) continue;
      const std::string_view written = Written(index, use);
      const bool upper = StartsUpperCase(written);
      if (written_[term].empty() || (upper && !StartsUpperCase(written_[term]))) written_[term] = written;
      if (upper && BeginsClause(index, u)) continue;
      (upper ? counts_[term].upper : counts_[term].lower) += 1;
      Share& share = shares[static_cast<size_t>(sentence.language)];
      share.upper += upper;
      const bool behind = upper && u > 0 && IsUpperBeside(index, u - 1, u);
      const bool before = upper && u + 1 < sentence.uses.size() && IsUpperBeside(index, u + 1, u);
      share.in_company += behind;
      counts_[term].in_company += behind || before;
      ++share.words;
    }
  }
  for (size_t l = 0; l < shares.size(); ++l) {
    const Share& share = shares[l];
    capitals_everywhere_[l] = share.words >= kFewestWords && share.upper > kNounsAreUpper * share.words &&
                              share.in_company < kMostInCompany * share.upper;
  }
}

// Whether the word at `other`, right beside that at `use`, has a capital, too.
bool StoryNames::IsUpperBeside(int sentence, size_t other, size_t use) const {
  const std::vector<TermUse>& uses = story_.sentences[static_cast<size_t>(sentence)].uses;
  return Joins(sentence, uses[std::min(other, use)], uses[std::max(other, use)]) &&
         story_.terms[static_cast<size_t>(uses[other].term)].key < 0 && StartsUpperCase(Written(sentence, uses[other]));
}

bool StoryNames::IsNameAmongNouns(int term, const TermMatches& matches) const {
  const Count& count = counts_[static_cast<size_t>(term)];
  if (count.upper <= count.lower) return false;
  const StoryTerm& word = story_.terms[static_cast<size_t>(term)];
  const bool unknown = in_dictionary_[static_cast<size_t>(word.language)] && !word.translated;
  return unknown || 2 * count.in_company > count.upper || MatchesName(term, kSameName, matches);
}

bool StoryNames::MatchesName(int term, float least, const TermMatches& matches) const {
  const int language = story_.terms[static_cast<size_t>(term)].language;
  for (const TermMatch match : matches[static_cast<size_t>(term)]) {
    const int other = story_.terms[static_cast<size_t>(match.term())].language;
    if (match.strength() >= least && other >= 0 && other != language && is_name_[static_cast<size_t>(match.term())]) {
      return true;
    }
  }
  return false;
}

void StoryNames::FindNames(const TermMatches& matches) {
  for (const StoryTerm& term : story_.terms) {
    if (term.language >= 0 && term.translated) in_dictionary_[static_cast<size_t>(term.language)] = true;
  }
  for (size_t t = 0; t < story_.terms.size(); ++t) {
    const StoryTerm& term = story_.terms[t];
    if (term.language < 0 || capitals_everywhere_[static_cast<size_t>(term.language)]) continue;
    is_name_[t] = counts_[t].upper > counts_[t].lower;
  }
  std::vector<bool> added(is_name_.size());
  for (size_t t = 0; t < story_.terms.size(); ++t) {
    const StoryTerm& term = story_.terms[t];
    if (term.language < 0 || is_name_[t] || text::CountCodePoints(term.folded) < 2) continue;
    if (capitals_everywhere_[static_cast<size_t>(term.language)]) {
      added[t] = IsNameAmongNouns(static_cast<int>(t), matches);
    } else if (!IsLatinScript(term.folded) && !StartsUpperCase(written_[t])) {
      added[t] = counts_[t].upper == 0 && MatchesName(static_cast<int>(t), kSameNameInOtherScript, matches);
    }
  }
  for (size_t t = 0; t < added.size(); ++t) {
    if (added[t]) is_name_[t] = true;
  }
}

// A capitalised word at the beginning of a clause that no article writes otherwise and no dictionary knows: the first
// name before a surname.
bool StoryNames::MayBeginName(int sentence, size_t use) const {
  const std::vector<TermUse>& uses = story_.sentences[static_cast<size_t>(sentence)].uses;
  const auto term = static_cast<size_t>(uses[use].term);
  const StoryTerm& word = story_.terms[term];
  if (word.key >= 0 || counts_[term].lower > 0 || !StartsUpperCase(Written(sentence, uses[use]))) return false;
  if (use + 1 >= uses.size() || !Joins(sentence, uses[use], uses[use + 1])) return false;
  const ReportingWords& reporting = ReportingWordsOf(story_.languages[static_cast<size_t>(word.language)]);
  for (const auto* words : {&reporting.say, &reporting.source, &reporting.to, &reporting.other}) {
    if (words->contains(word.folded)) return false;
  }
  return !word.translated && IsNameUse(sentence, use + 1);
}

bool StoryNames::IsNameUse(int sentence, size_t use) const {
  const TermUse& at = story_.sentences[static_cast<size_t>(sentence)].uses[use];
  if (story_.terms[static_cast<size_t>(at.term)].key >= 0 || !IsName(at.term)) return false;
  const std::string_view written = Written(sentence, at);
  return StartsUpperCase(written) || counts_[static_cast<size_t>(at.term)].upper == 0;
}

// A particle with a name on the other side of it, and of its neighbours of the same kind.
bool StoryNames::IsInsideName(int sentence, size_t use) const {
  const StorySentence& in = story_.sentences[static_cast<size_t>(sentence)];
  const ReportingWords::Words& inside = ReportingWordsOf(story_.languages[static_cast<size_t>(in.language)]).inside;
  for (size_t u = use; u + 1 < in.uses.size() && u < use + 2; ++u) {
    if (!inside.contains(story_.terms[static_cast<size_t>(in.uses[u].term)].folded)) return false;
    if (!Joins(sentence, in.uses[u], in.uses[u + 1])) return false;
    if (IsNameUse(sentence, u + 1)) return use > 0 && Joins(sentence, in.uses[use - 1], in.uses[use]);
  }
  return false;
}

bool StoryNames::Joins(int sentence, const TermUse& use, const TermUse& next) const {
  const std::string_view gap = Slice(TextOf(sentence), {use.span().end, next.span().begin});
  if (text::TrimWhiteSpace(gap).empty() && gap.size() <= 2) return true;
  return std::find(std::begin(kJoiners), std::end(kJoiners), gap) != std::end(kJoiners);
}

std::vector<NameMention> StoryNames::In(int sentence) const {
  const std::vector<TermUse>& uses = story_.sentences[static_cast<size_t>(sentence)].uses;
  std::vector<NameMention> names;
  bool open = false;  // Whether the last name may go on.
  for (size_t u = 0; u < uses.size(); ++u) {
    if (open && IsInsideName(sentence, u)) continue;
    if (!IsNameUse(sentence, u) && !(BeginsClause(sentence, u) && MayBeginName(sentence, u))) {
      open = false;
      continue;
    }
    if (open && (Joins(sentence, uses[u - 1], uses[u]) || IsInsideName(sentence, u - 1))) {
      names.back().span.end = uses[u].span().end;
      names.back().terms.push_back(uses[u].term);
    } else {
      names.push_back({uses[u].span(), {uses[u].term}});
    }
    open = true;
  }
  return names;
}

}  // namespace polygist::summary
