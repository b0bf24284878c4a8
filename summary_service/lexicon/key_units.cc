// What stands beside the numbers of KeyReader: scales, percent, currencies and units, with whatever ending.
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdint>

#include "summary_service/lexicon/key_reader.h"
#include "summary_service/lexicon/language_traits.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

// Letters that an ending adds, and that it takes the place of.
constexpr size_t kLongestEnding = 2;
constexpr size_t kLongestReplaced = 2;
// What a word must keep of itself: four letters, or all of it in Hangul, whose endings are syllables.
constexpr size_t kShortestKept = 4;
// Weekdays and months stand alone, so they keep more: all of it and a longer ending ("perjantaista", "목요일부터";
// "Mondays" are many days), or all but a letter ("пятницу").
constexpr size_t kLongestDayEnding = 3;
constexpr double kSquareMetersOfHectare = 10000;
// Letters of words for "and" between two units.
constexpr int64_t kLongestAnd = 3;

bool IsSpace(std::string_view gap) { return text::TrimWhiteSpace(gap).empty(); }

// Code points that both begin with.
size_t SharedBeginning(std::string_view a, std::string_view b) {
  size_t at_a = 0, at_b = 0, shared = 0;
  while (at_a < a.size() && at_b < b.size() && text::NextCodePoint(a, &at_a) == text::NextCodePoint(b, &at_b)) ++shared;
  return shared;
}

// Three letters, or one of Hangul. Ascends with words.
uint32_t BeginningOf(std::string_view word) {
  uint32_t beginning = 0;
  for (size_t i = 0; i < 3; ++i) beginning = beginning << 8 | (i < word.size() ? static_cast<uint8_t>(word[i]) : 0);
  return beginning;
}
bool BeginAlike(std::string_view a, std::string_view b) { return BeginningOf(a) == BeginningOf(b); }

// What one form of a word is beside another one.
struct Ending {
  size_t kept = 0;  // Code points.
  size_t replaced = 0;
  size_t added = 0;
  bool hangul = false;
};

Ending EndingOf(std::string_view word, std::string_view known) {
  const size_t kept = SharedBeginning(word, known);
  return {kept, static_cast<size_t>(text::CountCodePoints(known)) - kept,
          static_cast<size_t>(text::CountCodePoints(word)) - kept, ScriptOf(known) == USCRIPT_HANGUL};
}

bool IsCalendarEnding(const Ending& ending, const Phrase& phrase) {
  if (ending.hangul) return ending.replaced == 0 && ending.added <= kLongestDayEnding;
  if (ending.replaced == 0) {
    return ending.kept > kShortestKept && ending.added > 1 && ending.added <= kLongestDayEnding;
  }
  // The names of months are short, and other words are like them.
  const size_t least = phrase.kind == PhraseKind::kMonth ? kShortestKept + 1 : kShortestKept;
  return !phrase.upper && ending.kept >= least && ending.replaced == 1 && ending.added == 1;
}

bool IsUnitEnding(const Ending& ending, PhraseKind kind) {
  if (ending.hangul) return ending.replaced == 0 && ending.added <= kLongestEnding;
  if (ending.kept < kShortestKept || ending.replaced > kLongestReplaced) return false;
  // "Millionäre" are no millions, but nothing else begins as percent does, or stands behind numbers as units do.
  if (kind == PhraseKind::kPercent) return ending.added <= 2 * kLongestEnding;
  const bool whole = kind != PhraseKind::kScale && ending.replaced == 0 && ending.kept > kShortestKept;
  return ending.added <= kLongestEnding + whole;
}

}  // namespace

const Phrase* KeyReader::InflectedAt(size_t at, PhraseKind kind) const {
  if (const Phrase* phrase = PhraseAt(at, kind)) return phrase;
  if (at >= tokens_.size() || tokens_[at].kind != text::WordKind::kLetters) return nullptr;
  const bool calendar = kind == PhraseKind::kWeekday || kind == PhraseKind::kMonth;
  const std::string& word = tokens_[at].folded;
  const bool upper = tokens_[at].upper;  // Behind a number "dolara" is what CLDR calls "Doları".
  const Phrase* best = nullptr;
  size_t most = 0;
  for (const Phrase& phrase : calendar ? tables_.calendar : tables_.inflected) {
    if (phrase.kind != kind || (phrase.upper != upper && (calendar || upper)) ||
        !BeginAlike(word, phrase.words.front()))
      continue;
    const Ending ending = EndingOf(word, phrase.words.front());
    if (ending.kept <= most || !(calendar ? IsCalendarEnding(ending, phrase) : IsUnitEnding(ending, kind))) continue;
    best = &phrase;
    most = ending.kept;
  }
  return best;
}

bool KeyReader::MayBeCalendar(size_t at) const {
  const std::string_view word = tokens_[at].folded;
  const auto first =
      std::lower_bound(tables_.calendar.begin(), tables_.calendar.end(), BeginningOf(word),
                       [](const Phrase& day, uint32_t wanted) { return BeginningOf(day.words[0]) < wanted; });
  for (auto day = first; day != tables_.calendar.end() && BeginAlike(word, day->words[0]); ++day) {
    if (day->upper == tokens_[at].upper) return true;
  }
  return false;
}

double KeyReader::ScaleBehind(size_t at, Amount* amount) const {
  if (!amount->rest.empty()) {
    const double scale = SuffixOf(at, amount->rest);
    if (scale > 0) amount->rest = {};
    return scale;
  }
  const size_t next = at + amount->tokens;
  if (tables_.scale_before && at > 0 && IsSpace(Gap(at - 1))) {
    if (const Phrase* scale = PhraseAt(at - 1, PhraseKind::kScale)) return scale->value;
  }
  if (next >= tokens_.size() || !IsSpace(Gap(next - 1))) return 0;
  if (const Phrase* scale = InflectedAt(next, PhraseKind::kScale)) {
    amount->tokens += scale->words.size();
    return scale->value;
  }
  const auto suffix = tables_.suffixes.find(Written(next));
  if (suffix == tables_.suffixes.end() || text::CountCodePoints(Written(next)) < 2) return 0;
  ++amount->tokens;
  return suffix->second;
}

double KeyReader::SuffixOf(size_t at, std::string_view letters) const {
  const auto suffix = tables_.suffixes.find(letters);
  if (suffix != tables_.suffixes.end()) return suffix->second;
  const auto of_money = tables_.money_suffixes.find(letters);
  Key ignored;
  return of_money != tables_.money_suffixes.end() && ReadCurrencySign(at, {}, &ignored) ? of_money->second : 0;
}

size_t KeyReader::ReadUnit(size_t at, const Amount& amount, Key* key) const {
  const size_t next = at + amount.tokens;
  const std::string_view behind = text_.substr(static_cast<size_t>(tokens_[next - 1].span.end));
  if (StartsWithPercent(behind) || IsPercentBefore(at)) {
    key->kind = KeyKind::kPercent;
    return 0;
  }
  // "3,2 Mio. Euro": an abbreviated scale.
  const bool near = next < tokens_.size() &&
                    (IsShortGap(Gap(next - 1)) || (amount.tokens > 1 && text::TrimWhiteSpace(Gap(next - 1)) == "."));
  if (near) {
    if (const Phrase* percent = InflectedAt(next, PhraseKind::kPercent)) {
      key->kind = KeyKind::kPercent;
      key->value *= percent->value;
      return percent->words.size();
    }
    if (const size_t taken = ReadCurrencyWords(next, key)) return taken;
  }
  if (ReadCurrencySign(at, behind, key)) return 0;
  if (const Phrase* currency = PhraseAt(BeforeAmount(at), PhraseKind::kCurrency)) {
    key->kind = KeyKind::kMoney;
    key->unit = currency->unit;
    return 0;
  }
  const bool bare = amount.rest.empty();
  const Phrase* unit = near && bare ? InflectedAt(next, PhraseKind::kUnit) : GluedUnitOf(amount);
  size_t taken = unit != nullptr && bare ? unit->words.size() : 0;
  if (unit == nullptr) {
    unit = UnitAround(at, next);
    if (unit == nullptr) return 0;
    taken = unit->words.size() - 1;
  }
  MeasureIn(*unit, key);
  key->glued = false;
  const size_t end = static_cast<size_t>(tokens_[next + taken - 1].span.end);
  if (unit->unit == "meter" && text_.substr(end).starts_with("\u00B2")) {
    key->unit = "hectare";
    key->factor = unit->value * unit->value / kSquareMetersOfHectare;
    key->value = key->value / unit->value * key->factor;
  }
  return taken;
}

void KeyReader::MeasureIn(const Phrase& unit, Key* key) {
  key->kind = KeyKind::kMeasure;
  key->unit = unit.unit;
  key->factor = unit.value;
  key->value *= unit.value;
}

const Phrase* KeyReader::GluedUnitOf(const Amount& amount) const {
  // Of one letter are scales, too, and names ("5m", "3G").
  return text::CountCodePoints(amount.rest) < 2 ? nullptr : GluedUnit(amount.rest);
}

const Phrase* KeyReader::GluedUnit(std::string_view letters) const {
  const auto place = tables_.phrases.find(text::FoldForMatching(letters));
  if (place == tables_.phrases.end()) return nullptr;
  const auto unit = std::find_if(place->second.begin(), place->second.end(), [](const Phrase& phrase) {
    return phrase.kind == PhraseKind::kUnit && phrase.words.size() == 1;
  });
  return unit == place->second.end() ? nullptr : &*unit;
}

size_t KeyReader::BeforeAmount(size_t at) const {
  if (!HasTrait(language_, LanguageTrait::kUnitBefore)) return tokens_.size();
  // The scale of the number may stand between: "dola milioni 3".
  if (at > 0 && tables_.scale_before && PhraseAt(at - 1, PhraseKind::kScale) != nullptr) --at;
  return at > 0 && IsSpace(Gap(at - 1)) ? at - 1 : tokens_.size();
}

const Phrase* KeyReader::UnitAround(size_t at, size_t next) const {
  const size_t before = BeforeAmount(at);
  if (before == tokens_.size() || phrases_[before] == nullptr) return nullptr;
  const auto fits = [&](const Phrase& phrase) {
    if (phrase.kind != PhraseKind::kUnit || next + phrase.words.size() - 1 > tokens_.size()) return false;
    for (size_t i = 1; i < phrase.words.size(); ++i) {
      if (tokens_[next + i - 1].folded != phrase.words[i]) return false;
    }
    return true;
  };
  const auto unit = std::find_if(phrases_[before]->begin(), phrases_[before]->end(), fits);
  return unit == phrases_[before]->end() ? nullptr : &*unit;
}

size_t KeyReader::AddSmallerUnits(size_t at, Key* key) const {
  if (key->factor == 0 || at >= tokens_.size()) return 0;
  if (const Phrase* half = PhraseAt(at, PhraseKind::kHalf); half != nullptr && NextTo(at - 1)) {
    key->value += half->value * key->factor;
    return half->words.size();
  }
  // A comma or a short word between: "2 ore, 1 minuto e 48 secondi".
  const std::string_view gap = text::TrimWhiteSpace(Gap(at - 1));
  if (!gap.empty() && gap != "," && gap != "\u060C") return 0;
  const bool word = tokens_[at].kind == text::WordKind::kLetters && gap.empty() &&
                    text::CountCodePoints(Written(at)) <= kLongestAnd && NextTo(at);
  for (const size_t skipped : {size_t{0}, size_t{1}}) {
    if (skipped == 1 && !word) break;
    const Amount amount = AmountAt(at + skipped);
    const size_t unit_at = at + skipped + amount.tokens;
    if (amount.tokens == 0 || unit_at > tokens_.size()) continue;
    const bool behind = amount.rest.empty() && unit_at < tokens_.size() && IsShortGap(Gap(unit_at - 1));
    const Phrase* unit = behind ? InflectedAt(unit_at, PhraseKind::kUnit) : GluedUnitOf(amount);
    if (unit == nullptr || unit->unit != key->unit || amount.value * unit->value >= key->factor) continue;
    key->value += amount.value * unit->value;
    key->factor = unit->value;
    const size_t taken = skipped + amount.tokens + (behind ? unit->words.size() : 0);
    return taken + AddSmallerUnits(at + taken, key);
  }
  return 0;
}

bool KeyReader::IsShortGap(std::string_view gap) {
  // "milliards d'euros": the elided word is no token of its own.
  for (const std::string_view apostrophe : {"'", "\u2019"}) {
    if (gap.ends_with(apostrophe) && text::CountCodePoints(text::TrimWhiteSpace(gap)) <= 3) return true;
  }
  return IsSpace(gap) || gap == "-" || gap == "\u2011" || gap == "\u2010";
}

bool KeyReader::StartsWithPercent(std::string_view behind) {
  for (size_t offset = 0; offset < behind.size();) {
    const char32_t c = text::NextCodePoint(behind, &offset);
    if (c == U'%' || c == U'\uFF05' || c == U'\u066A') return true;
    if (c != U' ' && c != U'\u00A0' && c != U'\u202F') return false;
  }
  return false;
}

bool KeyReader::IsPercentBefore(size_t at) const {
  for (size_t words = 1; words <= std::min<size_t>(at, 2) && IsSpace(Gap(at - 1)); ++words) {
    const Phrase* percent = PhraseAt(at - words, PhraseKind::kPercentBefore);
    if (percent != nullptr && percent->words.size() == words) return true;
  }
  if (!tables_.percent_before) return false;
  if (at > 0 && IsSpace(Gap(at - 1)) && PhraseAt(at - 1, PhraseKind::kPercent) != nullptr) return true;
  return text_.substr(0, static_cast<size_t>(tokens_[at].span.begin)).ends_with('%');
}

size_t KeyReader::ReadCurrencyWords(size_t next, Key* key) const {
  const Phrase* currency = InflectedAt(next, PhraseKind::kCurrency);
  size_t taken = currency != nullptr ? currency->words.size() : 0;
  // Romance and Slavic languages put a word between: "150 milliards de dollars".
  if (currency == nullptr && text::CountCodePoints(Written(next)) <= 2 && NextTo(next)) {
    currency = InflectedAt(next + 1, PhraseKind::kCurrency);
    taken = currency != nullptr ? currency->words.size() + 1 : 0;
  }
  if (currency == nullptr) return 0;
  key->kind = KeyKind::kMoney;
  key->unit = currency->unit;
  return taken;
}

bool KeyReader::ReadCurrencySign(size_t at, std::string_view behind, Key* key) const {
  const std::string_view before = text_.substr(0, static_cast<size_t>(tokens_[at].span.begin));
  for (const auto& [sign, code] : tables_.currency_signs) {
    if (EndsWithSign(before, sign) || behind.starts_with(sign) ||
        (behind.starts_with("\u00A0") && behind.substr(2).starts_with(sign)) ||
        (behind.starts_with(" ") && behind.substr(1).starts_with(sign) && IsSymbol(sign))) {
      key->kind = KeyKind::kMoney;
      key->unit = code;
      return true;
    }
  }
  return false;
}

bool KeyReader::EndsWithSign(std::string_view before, std::string_view sign) {
  before = text::TrimWhiteSpace(before.substr(before.size() - std::min<size_t>(before.size(), 12)));
  if (!before.ends_with(sign)) return false;
  if (IsSymbol(sign)) return true;
  before.remove_suffix(sign.size());
  return before.empty() || before.ends_with(' ') || before.ends_with('(');
}

}  // namespace polygist::summary
