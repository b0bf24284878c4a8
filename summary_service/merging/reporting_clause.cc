#include "summary_service/merging/reporting_clause.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

// Words between the verb and the name; farther names are usually somebody else's.
constexpr size_t kFarthestName = 4;
// Words between the quotation and the verb.
constexpr int kFarthestVerb = 12;
// Words of a clause that is hardly more than its verb.
constexpr size_t kVerbAlone = 4;
// Words of a speaker in a script without capitals.
constexpr size_t kLongestRun = 5;
constexpr size_t kLongestRunBehindVerb = 3;

struct ClauseWord {
  ByteSpan span;
  std::string_view folded;
  bool key = false;
};

// Scripts from Hebrew on have no capitals, but for the extensions of Latin and Greek.
bool IsWithoutCase(std::string_view word) {
  size_t offset = 0;
  const char32_t first = word.empty() ? 0 : text::NextCodePoint(word, &offset);
  return first >= 0x0590 && (first < 0x1E00 || first > 0x1FFF);
}

bool IsHiragana(std::string_view word) {
  size_t offset = word.size();
  const char32_t last = word.empty() ? 0 : text::PreviousCodePoint(word, &offset);
  return last >= 0x3041 && last <= 0x309F;
}

bool HoldsPunctuation(std::string_view gap) { return !text::TrimWhiteSpace(gap).empty(); }

ByteSpan SpanOf(const TermUse& use) { return use.span(); }
ByteSpan SpanOf(const NameMention& name) { return name.span; }

// Those of `items`, which stand in order, that lie in `span`.
template <typename Item>
std::vector<Item> Within(std::span<const Item> items, ByteSpan span) {
  const auto begin = std::partition_point(items.begin(), items.end(),
                                          [&](const Item& item) { return SpanOf(item).begin < span.begin; });
  std::vector<Item> within;
  for (auto item = begin; item != items.end() && SpanOf(*item).begin < span.end; ++item) {
    if (span.Contains(SpanOf(*item))) within.push_back(*item);
  }
  return within;
}

class ClauseReader {
 public:
  ClauseReader(std::string_view text, std::string_view language, const Story& story, std::span<const NameMention> names,
               const Clause& clause)
      : text_(text), words_of_(ReportingWordsOf(language)), clause_(clause) {
    for (const TermUse& use :
         Within(std::span(story.sentences[static_cast<size_t>(clause.sentence)].uses), clause.span)) {
      const StoryTerm& term = story.terms[static_cast<size_t>(use.term)];
      words_.push_back({use.span(), term.folded, term.key >= 0});
    }
    for (const NameMention& name : Within(names, clause.span)) names_.push_back(name.span);
  }

  Reporting Read() const {
    if (const std::optional<size_t> verb = Verb()) {
      const bool other = IsOther(*verb + 1) || (*verb > 0 && IsOther(*verb - 1));
      return {true, other ? std::nullopt : SpeakerOf(*verb), !other && words_.size() <= kVerbAlone};
    }
    if (const std::optional<ByteSpan> source = Source()) return {true, source};
    if (clause_.after) return AfterSpeech();
    if (EndsWithColon() && !names_.empty() && IsNear(names_.back(), words_.size())) return {true, names_.back()};
    return {};
  }

  std::optional<ByteSpan> Subject() const {
    if (const std::optional<ByteSpan> honoured = HonouredRun(words_.size())) return honoured;
    for (size_t at = words_.size(); at-- > 0;) {
      if (Has(words_of_.marks, words_[at].folded)) return RunBefore(at);
      if (const std::optional<ByteSpan> marked = MarkedRun(at)) return marked;
    }
    const bool near = !names_.empty() && WordAt(names_.back().end) + 1 >= words_.size();
    return near && !IsAddressee(names_.back()) ? std::optional(names_.back()) : std::nullopt;
  }

 private:
  static bool Has(const ReportingWords::Words& words, std::string_view folded) { return words.contains(folded); }

  // No verb of saying that is known, but the place of one.
  Reporting AfterSpeech() const {
    const bool particle = words_.size() > 1 && Has(words_of_.behind, words_.front().folded);
    if (!clause_.set_off && !particle) return {};
    const bool named = clause_.set_off && !names_.empty() && WordAt(names_.front().begin) < kFarthestName;
    const bool alone = words_.size() <= kVerbAlone;
    if (named && !IsAddressee(names_.front())) return {true, names_.front()};
    return {particle || alone, std::nullopt, alone && !IsOther(0) && !IsOther(1)};
  }

  bool IsNear(ByteSpan name, size_t end) const { return WordAt(name.end) + kFarthestName >= end; }

  std::string_view Trimmed() const { return text::TrimWhiteSpace(Slice(text_, clause_.span)); }
  bool EndsWithColon() const { return !clause_.after && (Trimmed().ends_with(":") || Trimmed().ends_with("：")); }

  // The verb of saying nearest to the quotation.
  std::optional<size_t> Verb() const {
    const auto count = static_cast<int>(words_.size());
    for (int far = 0; far < std::min(count, kFarthestVerb); ++far) {
      const int at = clause_.after ? far : count - 1 - far;
      if (Has(words_of_.say, words_[static_cast<size_t>(at)].folded)) return static_cast<size_t>(at);
    }
    // In front of the quotation the verb may stand far off, before what is reported about: "X said on ... that".
    if (!EndsWithColon()) return std::nullopt;
    for (int at = count - 1; at >= 0; --at) {
      if (Has(words_of_.say, words_[static_cast<size_t>(at)].folded)) return static_cast<size_t>(at);
    }
    return std::nullopt;
  }

  size_t WordAt(int64_t begin) const {
    size_t at = 0;
    while (at < words_.size() && words_[at].span.begin < begin) ++at;
    return at;
  }

  bool IsOther(size_t at) const { return at < words_.size() && Has(words_of_.other, words_[at].folded); }

  bool IsAddressee(ByteSpan name) const {
    const size_t at = WordAt(name.begin);
    return at > 0 && Has(words_of_.to, words_[at - 1].folded);
  }

  std::optional<ByteSpan> SpeakerOf(size_t verb) const {
    const ByteSpan* best = nullptr;
    size_t least = kFarthestName + 1;
    for (const ByteSpan& name : names_) {
      const size_t distance = Distance(name, verb);
      if (distance >= least || IsAddressee(name)) continue;
      best = &name;
      least = distance;
    }
    return best == nullptr ? Run(verb) : std::optional(*best);
  }

  size_t Distance(ByteSpan name, size_t verb) const {
    if (name.Contains(words_[verb].span)) return kFarthestName + 1;
    const bool before = name.end <= words_[verb].span.begin;
    if (before && HasApposition(name, verb)) return 0;
    const size_t first = before ? WordAt(name.end) : verb + 1;
    const size_t last = before ? verb : WordAt(name.begin);
    return last - std::min(first, last);
  }

  // "Ana Ruiz, head of Acme, said": what stands between the commas tells more of her.
  bool HasApposition(ByteSpan name, size_t verb) const {
    if (verb == 0 || text_.substr(static_cast<size_t>(name.end), 1) != ",") return false;
    const std::string_view gap = Slice(text_, {words_[verb - 1].span.end, words_[verb].span.begin});
    return words_[verb - 1].span.begin > name.end && gap.find(',') != std::string_view::npos;
  }

  std::optional<ByteSpan> Source() const {
    for (size_t at = 0; at < words_.size(); ++at) {
      if (!Has(words_of_.source, words_[at].folded)) continue;
      for (const ByteSpan& name : names_) {
        const size_t place = WordAt(name.begin);
        if (place <= at || place - at > kFarthestName) continue;
        if (Slice(text_, {words_[at].span.end, name.begin}).find(',') != std::string_view::npos) continue;
        return name;
      }
    }
    return std::nullopt;
  }

  // In scripts without capitals: the words before the mark of the speaker, before the verb where characters are words,
  // or behind a verb that begins the clause.
  std::optional<ByteSpan> Run(size_t verb) const {
    if (!IsWithoutCase(words_[verb].folded)) return std::nullopt;
    if (const std::optional<ByteSpan> honoured = HonouredRun(verb)) return honoured;
    for (size_t at = 0; at < verb; ++at) {
      if (Has(words_of_.marks, words_[at].folded)) return RunBefore(at);
      if (const std::optional<ByteSpan> marked = MarkedRun(at)) return marked;
    }
    if (!words_of_.marks.empty() || !words_of_.suffix.empty()) return std::nullopt;
    if (verb == 0) return RunBehind(verb);
    const bool last = !clause_.after && verb + 1 == words_.size();
    return last || IsIdeographic(words_[verb].folded) ? RunBefore(verb) : std::nullopt;
  }

  // The name in front of the last word that honours it ("Itō-san"): words of one script, without kana in between.
  std::optional<ByteSpan> HonouredRun(size_t verb) const {
    for (size_t at = verb; at-- > 1;) {
      if (!Honours(words_[at].folded) || !MayBeName(words_[at - 1].folded)) continue;
      size_t begin = at - 1;
      const bool spaced = words_[begin].span.end < words_[at].span.begin;
      while (!spaced && begin > 0 && at - begin < kLongestRun && MayBeName(words_[begin - 1].folded)) --begin;
      return ByteSpan{words_[begin].span.begin, words_[at - 1].span.end};
    }
    return std::nullopt;
  }

  bool Honours(std::string_view word) const {
    return Has(words_of_.honour, word) ||
           std::any_of(words_of_.suffix.begin(), words_of_.suffix.end(), [&](const std::string& mark) {
             return word.ends_with(mark) && Has(words_of_.honour, word.substr(0, word.size() - mark.size()));
           });
  }

  bool MayBeName(std::string_view word) const {
    if (Has(words_of_.other, word) || Has(words_of_.marks, word)) return false;
    return !IsHiragana(word);
  }

  // Korean sets the mark behind the word without a space.
  std::optional<ByteSpan> WithoutMark(size_t at) const {
    for (const std::string& mark : words_of_.suffix) {
      const std::string_view word = words_[at].folded;
      if (word.size() > 2 * mark.size() && word.ends_with(mark) && Slice(text_, words_[at].span).ends_with(mark)) {
        return ByteSpan{words_[at].span.begin, words_[at].span.end - static_cast<int64_t>(mark.size())};
      }
    }
    return std::nullopt;
  }

  // Such words end many things: only a short run that nothing stands before is a speaker.
  std::optional<ByteSpan> MarkedRun(size_t at) const {
    const std::optional<ByteSpan> marked = WithoutMark(at);
    if (!marked || IsOther(at) || at >= kLongestRunBehindVerb) return std::nullopt;
    const size_t begin = Has(words_of_.behind, words_.front().folded) ? 1 : 0;
    if (begin > at || HoldsOther(begin, at)) return std::nullopt;
    return ByteSpan{words_[begin].span.begin, marked->end};
  }

  bool HoldsOther(size_t begin, size_t end) const {
    for (size_t at = begin; at < end; ++at) {
      if (IsOther(at)) return true;
    }
    return false;
  }

  std::optional<ByteSpan> RunBefore(size_t end) const {
    size_t begin = end;
    while (begin > 0 && end - begin < kLongestRun && !words_[begin - 1].key &&
           !Has(words_of_.of, words_[begin - 1].folded) &&
           (begin == end || !HoldsPunctuation(Slice(text_, {words_[begin - 1].span.end, words_[begin].span.begin})))) {
      --begin;
    }
    const bool whole = begin == 0 || words_[begin - 1].key || Has(words_of_.of, words_[begin - 1].folded) ||
                       HoldsPunctuation(Slice(text_, {words_[begin - 1].span.end, words_[begin].span.begin}));
    while (begin < end && Has(words_of_.behind, words_[begin].folded)) ++begin;
    if (begin == end || !whole || HoldsOther(begin, end)) return std::nullopt;
    return ByteSpan{words_[begin].span.begin, words_[end - 1].span.end};
  }

  std::optional<ByteSpan> RunBehind(size_t verb) const {
    size_t end = verb + 1;
    const size_t longest = EndsWithColon() ? kLongestRun : kLongestRunBehindVerb;
    while (end < words_.size() && end - verb <= longest && !words_[end].key && !Has(words_of_.to, words_[end].folded) &&
           !HoldsPunctuation(Slice(text_, {words_[end - 1].span.end, words_[end].span.begin}))) {
      ++end;
    }
    const bool whole = end == words_.size() || words_[end].key ||
                       HoldsPunctuation(Slice(text_, {words_[end - 1].span.end, words_[end].span.begin}));
    if (end == verb + 1 || !whole || HoldsOther(verb + 1, end)) return std::nullopt;
    return ByteSpan{words_[verb + 1].span.begin, words_[end - 1].span.end};
  }

  const std::string_view text_;
  const ReportingWords& words_of_;
  const Clause& clause_;
  std::vector<ClauseWord> words_;
  std::vector<ByteSpan> names_;
};

}  // namespace

Reporting ReadReporting(std::string_view text, std::string_view language, const Story& story,
                        std::span<const NameMention> names, const Clause& clause) {
  return ClauseReader(text, language, story, names, clause).Read();
}

std::optional<ByteSpan> ReadSubject(std::string_view text, std::string_view language, const Story& story,
                                    std::span<const NameMention> names, const Clause& clause) {
  return ClauseReader(text, language, story, names, clause).Subject();
}

}  // namespace polygist::summary
