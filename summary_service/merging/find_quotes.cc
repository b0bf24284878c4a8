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
#include "summary_service/merging/speaker_key.h"

namespace polygist::summary {
namespace {

// Words of a quotation that a reporting clause makes direct speech, and of one without: shorter ones are mostly
// single words set apart, titles and nicknames.
constexpr size_t kFewestWords = 4;
constexpr size_t kFewestWordsAlone = 8;

// What stands before the dash of a reporting clause inside a quotation.
constexpr std::string_view kClauseEnds = ",.!?";
constexpr std::string_view kDash = "–";
// Bytes of the longest verb of saying, with what stands before it.
constexpr size_t kLongestVerb = 64;
// Clauses between dashes looked at in one quotation.
constexpr int kMostInsertions = 4;

// Between a quotation and its reporting clause: inside the closing mark, and behind it.
constexpr std::string_view kMarksBefore[] = {",", "،", "，", "、", "!", "?", "…", "！", "？"};
constexpr std::string_view kMarksBehind[] = {",", "،", "，", "、", "-", "–", "—"};

// Bytes of the longest words that titles in capitals write small.
constexpr int64_t kLongestParticle = 4;

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
      const bool prose =
          block.kind == BlockKind::kParagraph || block.kind == BlockKind::kQuote || block.kind == BlockKind::kListItem;
      if (prose && !ReadDashSpeech(block.span)) ReadBlock(block.span);
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

  // "– Speech, says X.": a paragraph that begins with a dash, up to the first clause that begins with a verb of saying.
  bool ReadDashSpeech(ByteSpan block) {
    const std::string_view text = Slice(article_.text, block);
    if (!text.starts_with("–") && !text.starts_with("—")) return false;
    const size_t begin = text.find_first_not_of(' ', kDash.size());
    for (size_t end = text.find_first_of(kClauseEnds, begin); end < text.size();
         end = text.find_first_of(kClauseEnds, end + 1)) {
      if (!BeginsWithVerb(text.substr(end + 1))) continue;
      const int64_t place = block.begin + static_cast<int64_t>(end) + (text[end] != ',');
      const size_t s = FirstEndingBehind(place);
      if (s == article_.sentences.size() || article_.sentences[s].span.end > block.end) break;
      const Reporting reporting =
          Read({first_sentence_ + static_cast<int>(s), {place, article_.sentences[s].span.end}, true});
      const ByteSpan span{block.begin + static_cast<int64_t>(begin), place};
      const std::optional<std::pair<int, int>> held = SentencesOf(span);
      if (!held || Tokenize(Slice(article_.text, span)).size() < kFewestWords) continue;
      Add(span, *held, reporting.speaker);
      return true;
    }
    return false;
  }

  bool BeginsWithVerb(std::string_view clause) const {
    clause = clause.substr(0, kLongestVerb);
    const std::vector<Token> tokens = Tokenize(clause.substr(0, text::ValidUtf8Prefix(clause)));
    return !tokens.empty() && reporting_.say.contains(tokens.front().folded);
  }

  // `room`: from the quotation before to the one behind, within the block.
  void ReadQuotation(ByteSpan span, ByteSpan room, bool follows) {
    const size_t words = Tokenize(Slice(article_.text, span)).size();
    const std::optional<std::pair<int, int>> held = SentencesOf(span);
    if (words < kFewestWords || !held) return;
    const Clause before = ClauseBefore(span, room, held->first);
    Clause after = ClauseAfter(span, room);
    after.set_off = IsBare(before) && IsSetOff(span, after) && !IsTitle(span);
    Reporting reporting = Read(before);
    if (!reporting.speaker) {
      const Reporting behind = Read(after);
      if (behind.reports && (behind.speaker || !reporting.reports)) reporting = behind;
      if (!reporting.speaker && behind.verb_alone && before.span.end > before.span.begin) {
        reporting.speaker = ReadSubject(article_.text, language_, story_, NamesIn(before.sentence), before);
      }
    }
    if (!reporting.reports) reporting = ReadInside(span);
    const bool goes_on = !reporting.reports && follows && SpeechGoesOn(before, room);
    if (!reporting.reports && !goes_on && words < kFewestWordsAlone) return;
    if (!reporting.speaker && !goes_on && IsTitle(span)) return;
    if (goes_on) reporting.speaker = quotes_.back().speaker_span;
    Add(span, *held, reporting.speaker);
  }

  void Add(ByteSpan span, std::pair<int, int> sentences, std::optional<ByteSpan> speaker) {
    Quote quote{.article = index_, .span = span, .sentences = {}, .speaker = {}, .speaker_span = {}};
    for (int s = sentences.first; s <= sentences.second; ++s) quote.sentences.push_back(first_sentence_ + s);
    if (speaker) quote.speaker_span = *speaker;
    quote.speaker = Slice(article_.text, quote.speaker_span);
    quotes_.push_back(std::move(quote));
  }

  // Between dashes inside the marks, as Slavic languages report: «Speech, — said X. — More speech».
  Reporting ReadInside(ByteSpan quotation) {
    const std::string_view text = Slice(article_.text, quotation);
    const auto place = [&](size_t offset) { return quotation.begin + static_cast<int64_t>(offset); };
    size_t dash = FindDash(text, 0);
    for (int tries = 0; tries < kMostInsertions && dash != std::string_view::npos; ++tries) {
      const size_t next = FindDash(text, dash + 1);
      const size_t mark = text.find_last_not_of(' ', dash);
      const size_t s = FirstEndingBehind(place(dash));
      if (mark != std::string_view::npos && kClauseEnds.find(text[mark]) != std::string_view::npos &&
          s < article_.sentences.size()) {
        const int64_t end = std::min(place(std::min(next, text.size())), article_.sentences[s].span.end);
        const Reporting inside = Read({first_sentence_ + static_cast<int>(s), {place(dash), end}, true});
        if (inside.speaker) return inside;
      }
      dash = next;
    }
    return {};
  }

  // A dash with spaces around it.
  static size_t FindDash(std::string_view text, size_t from) {
    return std::min(text.find(" — ", from), text.find(" – ", from));
  }

  bool IsBare(const Clause& before) const {
    return before.span.end <= before.span.begin || Tokenize(Slice(article_.text, before.span)).empty();
  }

  bool IsSetOff(ByteSpan quotation, const Clause& after) const {
    const auto any_of = [](std::span<const std::string_view> marks, auto stands) {
      return std::any_of(marks.begin(), marks.end(), stands);
    };
    const std::string_view words = Slice(article_.text, quotation);
    const std::string_view behind =
        after.span.end > after.span.begin ? text::TrimWhiteSpace(Slice(article_.text, after.span)) : std::string_view();
    return any_of(kMarksBefore, [&](std::string_view mark) { return words.ends_with(mark); }) ||
           any_of(kMarksBehind, [&](std::string_view mark) { return behind.starts_with(mark); });
  }

  // "The Long Way Down": long words behind the first, all with a capital, and no full stop.
  bool IsTitle(ByteSpan quotation) const {
    if (Slice(article_.text, quotation).ends_with('.')) return false;
    const std::vector<Token> tokens = Tokenize(Slice(article_.text, quotation));
    const auto is_long = [](const Token& token) { return token.span.end - token.span.begin > kLongestParticle; };
    return std::any_of(tokens.begin() + 1, tokens.end(), is_long) &&
           std::all_of(tokens.begin() + 1, tokens.end(), [&](const Token& t) { return t.upper || !is_long(t); });
  }

  // Only the reporting clause of the quotation before, which ends its sentence, stands between the two.
  bool SpeechGoesOn(const Clause& before, ByteSpan room) const {
    if (quotes_.empty() || quotes_.back().span.end != room.begin) return false;
    return IsBare(before);
  }

  Reporting Read(const Clause& clause) {
    if (clause.span.end <= clause.span.begin) return {};
    return ReadReporting(article_.text, language_, story_, NamesIn(clause.sentence), clause);
  }

  // Found once for all quotations of a sentence.
  const std::vector<NameMention>& NamesIn(int sentence) {
    if (sentence != named_sentence_) names_in_sentence_ = names_.In(sentence);
    named_sentence_ = sentence;
    return names_in_sentence_;
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
    std::vector<NameWords> known;
    for (size_t s = 0; s < article_.sentences.size(); ++s) {
      for (const NameMention& name : names_.In(first_sentence_ + static_cast<int>(s))) {
        known.push_back(NameWordsOf(Slice(article_.text, name.span), reporting_));
      }
    }
    for (Quote& quote : quotes_) {
      if (!quote.speaker.empty()) quote.speaker_key = SpeakerKey(NameWordsOf(quote.speaker, reporting_), known);
    }
  }

  const SourceArticle& article_;
  const int index_;
  const int first_sentence_;  // Into Story::sentences.
  const std::string language_;
  const ReportingWords& reporting_;
  const Story& story_;
  const StoryNames& names_;
  int named_sentence_ = -1;
  std::vector<NameMention> names_in_sentence_;
  std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> FindQuotes(std::span<const SourceArticle> articles, const Story& story, const StoryNames& names) {
  std::vector<Quote> quotes;
  int first_sentence = 0;
  for (size_t a = 0; a < articles.size(); ++a) {
    std::vector<Quote> found = ArticleQuotes(articles[a], static_cast<int>(a), first_sentence, story, names).Find();
    std::move(found.begin(), found.end(), std::back_inserter(quotes));
    first_sentence += static_cast<int>(articles[a].sentences.size());
  }
  return quotes;
}

}  // namespace polygist::summary
