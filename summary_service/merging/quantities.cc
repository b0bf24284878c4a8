#include "summary_service/merging/quantities.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "absl/strings/ascii.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "summary_service/lexicon/language_traits.h"
#include "summary_service/lexicon/names.h"
#include "summary_service/merging/number_hedges.h"

namespace polygist::summary {
namespace {

constexpr size_t kMostAnchors = 2;
constexpr size_t kAnchorReach = 4;    // Words behind the number.
constexpr size_t kContextReach = 6;   // Words on either side.
constexpr size_t kNumberOfVague = 2;  // Words before "millions" that may say how many.
constexpr size_t kHedgeReach = 48;    // Bytes before the number.

bool IsLetterBefore(std::string_view text) {
  if (text.empty()) return false;
  size_t offset = text.size();
  text::PreviousCodePoint(text, &offset);
  const std::vector<text::Word> words = text::SplitWords(text.substr(offset));
  return !words.empty() && words.front().kind != text::WordKind::kNumber;
}

// Whether the folded text ends with a whole phrase.
bool EndsWithPhrase(std::string_view folded, std::string_view phrase) {
  if (!folded.ends_with(phrase)) return false;
  const std::string_view before = folded.substr(0, folded.size() - phrase.size());
  const bool ideographic = static_cast<unsigned char>(phrase.front()) >= 0xE3;
  return ideographic || !IsLetterBefore(before);
}

Exactness ExactnessOf(const HedgePhrase* hedge) {
  if (hedge == nullptr) return Exactness::kExact;
  return hedge->hedge == Hedge::kAbout     ? Exactness::kAbout
         : hedge->hedge == Hedge::kAtLeast ? Exactness::kAtLeast
                                           : Exactness::kAtMost;
}

size_t WordsOf(std::string_view phrase) {
  return static_cast<size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
}

std::string FoldedTrimmed(std::string_view text) { return text::FoldForMatching(text::TrimWhiteSpace(text)); }

// The words of a story that may end a phrase for many: few, and each is looked at once.
class VagueWords {
 public:
  explicit VagueWords(const Story& story) : story_(story), may_end_(story.terms.size()) {}

  bool MayEnd(int term) {
    std::optional<bool>& may_end = may_end_[static_cast<size_t>(term)];
    if (!may_end) may_end = MayEndPhrase(story_.terms[static_cast<size_t>(term)]);
    return *may_end;
  }

 private:
  bool MayEndPhrase(const StoryTerm& word) const {
    const std::vector<HedgePhrase>& hedges = HedgesOf(story_.languages[static_cast<size_t>(word.language)]);
    return std::any_of(hedges.begin(), hedges.end(), [&](const HedgePhrase& hedge) {
      return hedge.hedge >= Hedge::kDozens &&
             (hedge.phrase.ends_with(word.folded) || word.folded.ends_with(hedge.phrase));
    });
  }

  const Story& story_;
  std::vector<std::optional<bool>> may_end_;  // By term, once it was asked.
};

class SentenceReader {
 public:
  SentenceReader(const SourceArticle& article, const Story& story, int sentence, VagueWords& vague_words,
                 std::vector<Quantity>* all)
      : text_(article.text),
        story_(story),
        sentence_(story.sentences[static_cast<size_t>(sentence)]),
        index_(sentence),
        begin_(article.sentences[static_cast<size_t>(sentence_.sentence)].span.begin),
        language_(story.languages[static_cast<size_t>(sentence_.language)]),
        vague_words_(vague_words),
        all_(*all) {}

  void Read() {
    for (size_t at = 0; at < sentence_.uses.size(); ++at) {
      const StoryTerm& term = TermAt(at);
      if (term.key < 0) {
        ReadVague(at);
      } else if (const Key& key = KeyOf(term); key.is_quantity() && !IsName(at, key)) {
        ReadNumber(at, key);
      }
    }
    for (size_t i = 0; i + 1 < all_.size(); ++i) Relate(&all_[i], &all_[i + 1]);
    std::erase_if(all_, [](const Quantity& quantity) { return quantity.sentence < 0; });
  }

 private:
  const StoryTerm& TermAt(size_t at) const { return story_.terms[static_cast<size_t>(sentence_.uses[at].term)]; }
  const Key& KeyOf(const StoryTerm& term) const { return story_.keys[static_cast<size_t>(term.key)]; }
  ByteSpan SpanAt(size_t at) const { return sentence_.uses[at].span(); }
  std::string_view Between(int64_t begin, int64_t end) const { return Slice(text_, {begin, std::max(begin, end)}); }

  // Part of a name, a label or a measure: "GPT-4", "#3", "1080p", a list number.
  bool IsName(size_t at, const Key& key) const {
    if (key.glued && !HasTrait(language_, LanguageTrait::kCounters)) return true;
    const std::string_view before = Between(begin_, SpanAt(at).begin);
    if (before.ends_with('#') || before.ends_with("\u2116")) return true;
    if (before.ends_with('-') && IsLetterBefore(before.substr(0, before.size() - 1))) return true;
    const std::string_view behind = Slice(text_, {SpanAt(at).end, static_cast<int64_t>(text_.size())});
    // "6-foot-6": the first part of a measure alone is another one.
    if (key.kind == KeyKind::kMeasure && behind.size() > 1 && behind[0] == '-' && absl::ascii_isdigit(behind[1]))
      return true;
    return at == 0 && before.empty() && (behind.starts_with('.') || behind.starts_with(')'));
  }

  void ReadNumber(size_t at, const Key& key) {
    Quantity quantity;
    quantity.sentence = index_;
    quantity.term = sentence_.uses[at].term;
    quantity.kind = key.kind;
    quantity.value = quantity.high = key.value;
    quantity.unit = key.unit;
    quantity.factor = key.factor;
    quantity.in_words = key.in_words;
    quantity.span = SpanAt(at);
    const HedgePhrase* const hedge = HedgeBefore(SpanAt(at).begin);
    quantity.exactness = ExactnessOf(hedge);
    ReadAnchors(at, &quantity);
    ReadContext(at, hedge == nullptr ? 0 : WordsOf(hedge->phrase), &quantity);
    all_.push_back(std::move(quantity));
  }

  // What is said of what is counted: "killed", "signed the letter". That it is "about" so many, the `hedges` words
  // before the number, is said of the number.
  void ReadContext(size_t at, size_t hedges, Quantity* quantity) const {
    const size_t end = std::min(sentence_.uses.size(), at + 1 + kContextReach);
    for (size_t i = at - std::min(at, kContextReach); i < end; ++i) {
      if (i < at && i + hedges >= at) continue;
      const StoryTerm& term = TermAt(i);
      if (term.key >= 0 || term.term_class == TermClass::kName || !IsContent(i)) continue;
      const int id = sentence_.uses[i].term;
      const std::vector<int>& anchors = quantity->anchors;
      if (!anchors.empty() && anchors.front() == id) continue;
      quantity->context.push_back(id);
    }
  }

  // Of the phrases for "about", "at least" and "at most"; null when none stands there.
  const HedgePhrase* HedgeBefore(int64_t begin) const {
    std::string_view before = Between(begin_, begin);
    if (before.size() > kHedgeReach) {
      size_t cut = before.size() - kHedgeReach;
      while (!text::IsCodePointBoundary(before, cut)) ++cut;
      before.remove_prefix(cut);
    }
    const std::string folded = FoldedTrimmed(before);
    for (const HedgePhrase& hedge : HedgesOf(language_)) {
      if (hedge.hedge <= Hedge::kAtMost && EndsWithPhrase(folded, hedge.phrase)) return &hedge;
    }
    return nullptr;
  }

  // "hundreds of artists": a word, or the last word of a phrase. "Six more millions" is exact.
  void ReadVague(size_t at) {
    if (!vague_words_.MayEnd(sentence_.uses[at].term)) return;
    for (size_t before = at - std::min(at, kNumberOfVague); before < at; ++before) {
      if (TermAt(before).key >= 0 && KeyOf(TermAt(before)).is_quantity()) return;
    }
    const std::string folded = FoldedTrimmed(Between(begin_, SpanAt(at).end));
    for (const HedgePhrase& hedge : HedgesOf(language_)) {
      if (hedge.hedge < Hedge::kDozens || !EndsWithPhrase(folded, hedge.phrase)) continue;
      Quantity quantity;
      quantity.sentence = index_;
      quantity.term = sentence_.uses[at].term;
      quantity.value = hedge.hedge == Hedge::kDozens      ? 20
                       : hedge.hedge == Hedge::kHundreds  ? 100
                       : hedge.hedge == Hedge::kThousands ? 1000
                                                          : 1e6;
      quantity.high = hedge.hedge == Hedge::kDozens ? 200 : quantity.value * 10;
      quantity.exactness = Exactness::kVague;
      quantity.span = SpanAt(at);
      ReadAnchors(at, &quantity);
      all_.push_back(std::move(quantity));
      return;
    }
  }

  // What is counted stands behind the number; in some languages before it.
  void ReadAnchors(size_t at, Quantity* quantity) const {
    if (HasTrait(language_, LanguageTrait::kCountedBefore) && at > 0 && TermAt(at - 1).key < 0)
      AddAnchor(at - 1, quantity);
    size_t reach = 0;
    for (size_t next = at + 1; next < sentence_.uses.size() && reach < kAnchorReach; ++next, ++reach) {
      const std::string_view gap = Between(SpanAt(next - 1).end, SpanAt(next).begin);
      if (gap.find_first_of(".,;:!?()\"\n") != std::string_view::npos || TermAt(next).key >= 0) return;
      if (IsContent(next)) AddAnchor(next, quantity);
      if (quantity->anchors.size() == kMostAnchors) return;
    }
  }

  // The shortest words, single ideographs among them, are articles, prepositions and counters.
  bool IsContent(size_t at) const {
    const std::string_view word = Slice(text_, SpanAt(at));
    return text::CountCodePoints(word) >
           (HasTrait(language_, LanguageTrait::kSyllables) ? 1 : MostLettersOfParticle(word));
  }

  void AddAnchor(size_t at, Quantity* quantity) const {
    if (quantity->anchors.empty()) quantity->anchor_span = SpanAt(at);
    quantity->anchors.push_back(sentence_.uses[at].term);
  }

  bool IsHedge(std::string_view between, Hedge hedge) const {
    const std::string folded = FoldedTrimmed(between);
    for (const HedgePhrase& phrase : HedgesOf(language_)) {
      if (phrase.hedge == hedge && folded == phrase.phrase) return true;
    }
    return false;
  }

  // Joins the ends of a range, and a part with its whole.
  void Relate(Quantity* first, Quantity* second) const {
    if (first->sentence < 0 || first->exactness == Exactness::kVague) return;
    const std::string_view between = Between(first->span.end, second->span.begin);
    const std::string_view bare = text::TrimWhiteSpace(between);
    const bool dash = bare == "-" || bare == "\u2013" || bare == "\u2014";
    if ((dash || IsHedge(between, Hedge::kTo)) && first->value < second->value && first->kind <= second->kind) {
      second->high = second->value;
      second->value = first->value;
      second->exactness = Exactness::kRange;
      second->span = Hull(first->span, second->span);
      first->sentence = -1;
    } else if (IsHedge(between, Hedge::kOf) && first->value < second->value) {
      first->whole = second->value;
      first->anchors = second->anchors;
      first->anchor_span = second->anchor_span;
    }
  }

  std::string_view text_;
  const Story& story_;
  const StorySentence& sentence_;
  int index_;
  int64_t begin_;
  std::string_view language_;
  VagueWords& vague_words_;
  std::vector<Quantity>& all_;
};

}  // namespace

std::vector<Quantity> ReadQuantities(std::span<const SourceArticle> articles, const Story& story) {
  std::vector<Quantity> all;
  VagueWords vague_words(story);
  for (size_t s = 0; s < story.sentences.size(); ++s) {
    const StorySentence& sentence = story.sentences[s];
    if (sentence.heading) continue;
    std::vector<Quantity> own;
    SentenceReader(articles[static_cast<size_t>(sentence.article)], story, static_cast<int>(s), vague_words, &own)
        .Read();
    std::move(own.begin(), own.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace polygist::summary
