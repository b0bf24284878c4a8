#include "summary_service/merging/find_quotes.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "common/text/language_tag.h"
#include "common/text/utf8.h"
#include "summary_service/lexicon/names.h"
#include "summary_service/lexicon/quotation_marks.h"
#include "summary_service/lexicon/tokens.h"
#include "summary_service/merging/reporting_clause.h"

namespace polygist::summary {
namespace {

// Words of a quotation that a reporting clause makes direct speech, and of one without: shorter ones are mostly
// single words set apart, titles and nicknames.
constexpr size_t kFewestWords = 4;
constexpr size_t kFewestWordsAlone = 8;

using Names = std::vector<std::vector<std::string>>;  // Latin forms of the words of names.

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

// Latin forms of the words of `name` without titles in front.
std::vector<std::string> KeyWords(std::string_view name, const ReportingWords& reporting) {
  std::vector<Token> tokens = Tokenize(name);
  while (tokens.size() > 1 && reporting.title.contains(tokens.front().folded)) tokens.erase(tokens.begin());
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    const WordForms forms = FormsOf(token.folded);
    words.push_back(forms.latin.empty() ? forms.folded : forms.latin);
  }
  return words;
}

bool Holds(const std::vector<std::string>& longer, const std::vector<std::string>& shorter) {
  return std::all_of(shorter.begin(), shorter.end(), [&](const std::string& word) {
    return std::find(longer.begin(), longer.end(), word) != longer.end();
  });
}

class ArticleQuotes {
 public:
  ArticleQuotes(const SourceArticle& article, int index, int first_sentence, const Story& story,
                const StoryNames& names)
      : article_(article),
        index_(index),
        first_sentence_(first_sentence),
        language_(text::BaseLanguage(article.language)),
        reporting_(ReportingWordsOf(language_)),
        story_(story),
        names_(names) {}

  std::vector<Quote> Find() {
    for (const SourceBlock& block : article_.blocks) {
      const bool prose = block.kind == BlockKind::kParagraph || block.kind == BlockKind::kQuote ||
                         block.kind == BlockKind::kListItem;
      if (prose) ReadBlock(block.span);
    }
    if (!quotes_.empty()) AddKeys();
    return std::move(quotes_);
  }

 private:
  void ReadBlock(ByteSpan block) {
    std::vector<ByteSpan> spans = FindQuotations(Slice(article_.text, block), language_);
    for (ByteSpan& span : spans) span = {span.begin + block.begin, span.end + block.begin};
    for (size_t i = 0; i < spans.size(); ++i) {
      const int64_t from = i == 0 ? block.begin : spans[i - 1].end;
      const int64_t to = i + 1 < spans.size() ? spans[i + 1].begin : block.end;
      ReadQuotation(spans[i], {from, to}, i > 0);
    }
  }

  // `room`: from the quotation before to the one behind, within the block.
  void ReadQuotation(ByteSpan span, ByteSpan room, bool follows) {
    const size_t words = Tokenize(Slice(article_.text, span)).size();
    const std::optional<std::pair<int, int>> held = SentencesOf(span);
    if (words < kFewestWords || !held) return;
    const Clause before = ClauseBefore(span, room, held->first);
    const Clause after = ClauseAfter(span, room);
    Reporting reporting = Read(before);
    if (!reporting.speaker) {
      const Reporting behind = Read(after);
      if (behind.reports && (behind.speaker || !reporting.reports)) reporting = behind;
      if (!reporting.speaker && behind.verb_alone && before.span.end > before.span.begin) {
        reporting.speaker = ReadSubject(article_.text, language_, story_, names_, before);
      }
    }
    if (!reporting.reports && words < kFewestWordsAlone) return;
    Quote quote{.article = index_, .span = span, .sentences = {}, .speaker = {}, .speaker_span = {}};
    for (int s = held->first; s <= held->second; ++s) quote.sentences.push_back(first_sentence_ + s);
    if (reporting.speaker) {
      quote.speaker_span = *reporting.speaker;
    } else if (!reporting.reports && follows && SpeechGoesOn(before, room)) {
      quote.speaker_span = quotes_.back().speaker_span;
    }
    quote.speaker = Slice(article_.text, quote.speaker_span);
    quotes_.push_back(std::move(quote));
  }

  // Only the reporting clause of the quotation before, which ends its sentence, stands between the two.
  bool SpeechGoesOn(const Clause& before, ByteSpan room) const {
    if (quotes_.empty() || quotes_.back().span.end != room.begin) return false;
    return before.span.end <= before.span.begin || Tokenize(Slice(article_.text, before.span)).empty();
  }

  Reporting Read(const Clause& clause) const {
    if (clause.span.end <= clause.span.begin) return {};
    return ReadReporting(article_.text, language_, story_, names_, clause);
  }

  // First and last sentence that hold the span.
  std::optional<std::pair<int, int>> SentencesOf(ByteSpan span) const {
    std::optional<std::pair<int, int>> held;
    for (size_t s = FirstEndingBehind(span.begin); s < article_.sentences.size(); ++s) {
      if (!article_.sentences[s].span.Overlaps(span)) break;
      if (!held) held = {static_cast<int>(s), static_cast<int>(s)};
      held->second = static_cast<int>(s);
    }
    return held;
  }

  size_t FirstEndingBehind(int64_t place) const {
    const auto at = std::partition_point(article_.sentences.begin(), article_.sentences.end(),
                                         [&](const SourceSentence& sentence) { return sentence.span.end <= place; });
    return static_cast<size_t>(at - article_.sentences.begin());
  }

  // What stands before the quotation in its sentence; the sentence before when that announces it with a colon.
  Clause ClauseBefore(ByteSpan span, ByteSpan room, int sentence) const {
    const ByteSpan own = article_.sentences[static_cast<size_t>(sentence)].span;
    const ByteSpan clause{std::max(own.begin, room.begin), span.begin};
    const bool bare = Tokenize(Slice(article_.text, {clause.begin, std::max(clause.begin, clause.end)})).empty();
    if (bare && sentence > 0) {
      const ByteSpan previous = article_.sentences[static_cast<size_t>(sentence - 1)].span;
      const std::string_view text = text::TrimWhiteSpace(Slice(article_.text, previous));
      if (previous.end > room.begin && (text.ends_with(":") || text.ends_with("："))) {
        return {first_sentence_ + sentence - 1, {std::max(previous.begin, room.begin), previous.end}, false};
      }
    }
    return {first_sentence_ + sentence, WithoutMarks(clause, false), false};
  }

  Clause ClauseAfter(ByteSpan span, ByteSpan room) const {
    const size_t s = FirstEndingBehind(span.end);
    if (s == article_.sentences.size() || article_.sentences[s].span.begin > span.end) return {};
    const ByteSpan clause = WithoutMarks({span.end, std::min(article_.sentences[s].span.end, room.end)}, true);
    return {first_sentence_ + static_cast<int>(s), clause, true};
  }

  // Cuts the quotation mark at the quotation's end of the clause, so that what is left starts or ends as written.
  ByteSpan WithoutMarks(ByteSpan clause, bool after) const {
    if (clause.end <= clause.begin) return clause;
    const std::string_view text = Slice(article_.text, clause);
    if (after) {
      size_t offset = 0;
      while (offset < text.size() && text[offset] == ' ') ++offset;
      text::NextCodePoint(text, &offset);
      return {clause.begin + static_cast<int64_t>(offset), clause.end};
    }
    size_t offset = text.size();
    while (offset > 0 && text[offset - 1] == ' ') --offset;
    if (offset > 0) text::PreviousCodePoint(text, &offset);
    return {clause.begin, clause.begin + static_cast<int64_t>(offset)};
  }

  void AddKeys() {
    Names known;
    for (size_t s = 0; s < article_.sentences.size(); ++s) {
      for (const NameMention& name : names_.In(first_sentence_ + static_cast<int>(s))) {
        known.push_back(KeyWords(Slice(article_.text, name.span), reporting_));
      }
    }
    for (Quote& quote : quotes_) {
      if (!quote.speaker.empty()) quote.speaker_key = Joined(Fullest(KeyWords(quote.speaker, reporting_), known));
    }
  }

  // The one longer name of the article that holds all words of this one; itself when there are several.
  static std::vector<std::string> Fullest(std::vector<std::string> words, const Names& known) {
    const std::vector<std::string>* fullest = nullptr;
    for (const std::vector<std::string>& name : known) {
      if (name.size() <= words.size() || !Holds(name, words)) continue;
      if (fullest != nullptr && *fullest != name) return words;
      fullest = &name;
    }
    return fullest == nullptr ? words : *fullest;
  }

  const SourceArticle& article_;
  const int index_;
  const int first_sentence_;  // Into Story::sentences.
  const std::string language_;
  const ReportingWords& reporting_;
  const Story& story_;
  const StoryNames& names_;
  std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> FindQuotes(std::span<const SourceArticle> articles, const Story& story,
                              const StoryNames& names) {
  std::vector<Quote> quotes;
  int first_sentence = 0;
  for (size_t a = 0; a < articles.size(); ++a) {
    std::vector<Quote> found =
        ArticleQuotes(articles[a], static_cast<int>(a), first_sentence, story, names).Find();
    std::move(found.begin(), found.end(), std::back_inserter(quotes));
    first_sentence += static_cast<int>(articles[a].sentences.size());
  }
  return quotes;
}

}  // namespace polygist::summary
