// The amounts of KeyReader: digits, number words and their scales.
#include <algorithm>
#include <cmath>

#include "common/text/words.h"
#include "summary_service/lexicon/key_reader.h"
#include "summary_service/lexicon/language_traits.h"

namespace polygist::summary {
namespace {

// Number words from here on go on behind a word: "two hundred and fifty".
constexpr double kLeastJoined = 100;

bool IsSpace(std::string_view gap) { return text::TrimWhiteSpace(gap).empty(); }

}  // namespace

KeyReader::Amount KeyReader::AmountAt(size_t at) const {
  Amount amount;
  if (at >= tokens_.size()) return amount;
  if (tokens_[at].kind == text::WordKind::kNumber || StartsWithDigit(at)) return DigitsAt(at);
  if (tokens_[at].kind == text::WordKind::kIdeographic) {
    const std::optional<double> han = ReadHanNumeral(Written(at));
    // A single Han digit is as often part of a word or a name, but not before a unit.
    const bool counts = at + 1 < tokens_.size() && Gap(at).empty() && PhraseAt(at + 1, PhraseKind::kUnit) != nullptr;
    if (han.has_value() && (*han >= 10 || (counts && *han > 1))) return {*han, 1, false, true, {}};
    return amount;
  }
  return WordsAt(at);
}

KeyReader::Amount KeyReader::WordsAt(size_t at) const {
  Amount amount;
  if (const Phrase* half = PhraseAt(at, PhraseKind::kHalfBefore)) {
    amount = AmountAt(at + half->words.size());
    if (amount.tokens == 0 || amount.value <= 0) return {};
    amount.value += half->value;
    amount.tokens += half->words.size();
    amount.plain = false;
    return amount;
  }
  const Phrase* words = PhraseAt(at, PhraseKind::kNumber);
  if (words == nullptr || !IsSafeNumberWord(*words, at)) return amount;
  amount = {words->value, words->words.size(), false, true, {}};
  for (;;) {
    const size_t last = at + amount.tokens - 1;
    if (!NextTo(last)) return amount;
    const Phrase* link = amount.value >= kLeastJoined ? PhraseAt(last + 1, PhraseKind::kAnd) : nullptr;
    const size_t skipped = link == nullptr ? 0 : link->words.size();
    if (skipped > 0 && !NextTo(last + skipped)) return amount;
    const Phrase* more = MoreWordsAt(last + 1 + skipped, amount.value);
    if (more == nullptr) return amount;
    amount.value += more->value;
    amount.tokens += skipped + more->words.size();
  }
}

const Phrase* KeyReader::MoreWordsAt(size_t at, double so_far) const {
  const Phrase* more = PhraseAt(at, PhraseKind::kNumber);
  if (more == nullptr || more->value < 2 || !IsSafeNumberWord(*more, at)) return nullptr;
  for (const double place : {1000.0, 100.0, 10.0}) {
    if (so_far >= place && std::fmod(so_far, place) == 0) return more->value < place ? more : nullptr;
  }
  return nullptr;
}

KeyReader::Amount KeyReader::BareScaleAt(size_t at) const {
  for (const PhraseKind kind : {PhraseKind::kPart, PhraseKind::kOne}) {
    const Phrase* words = PhraseAt(at, kind);
    if (words == nullptr) continue;
    Amount scaled{words->value, words->words.size(), false, true, {}};
    const Amount amount = scaled;
    if (ScaleBehind(at, &scaled) > 0 && scaled.tokens > amount.tokens) return amount;
  }
  const Phrase* scale = PhraseAt(at, PhraseKind::kScale);
  if (scale == nullptr || !scale->one) return {};
  if (PhraseAt(at + 1, PhraseKind::kCurrency) == nullptr && PhraseAt(at + 1, PhraseKind::kHalf) == nullptr) return {};
  return {scale->value, 1, false, true, {}};
}

void KeyReader::AddHalf(size_t at, double scale, Amount* amount) const {
  const size_t next = at + amount->tokens;
  if (!amount->rest.empty() || next >= tokens_.size() || !IsSpace(Gap(next - 1))) return;
  const Phrase* half = PhraseAt(next, PhraseKind::kHalf);
  if (half == nullptr || amount->value != std::floor(amount->value)) return;
  // Of a word that is a number with its scale ("مليونين"): half of that scale.
  for (const double of_word : {1e9, 1e6}) {
    if (scale == 1 && amount->value >= of_word) scale = of_word;
  }
  amount->value += scale * half->value;
  amount->tokens += half->words.size();
  amount->plain = false;
}

bool KeyReader::StartsWithDigit(size_t at) const { return ReadNumeral(Written(at), tables_.decimal).has_value(); }

bool KeyReader::IsSafeNumberWord(const Phrase& words, size_t at) const {
  for (const Phrase& other : *phrases_[at]) {
    if (other.kind == PhraseKind::kNumber || other.kind == PhraseKind::kScale || !Matches(other, at)) continue;
    if (other.words.size() > words.words.size()) return false;
    const bool counts = PhraseAt(at + words.words.size(), PhraseKind::kUnit) != nullptr;  // "năm giờ", five hours.
    // Behind a number it would have been taken as its unit; with counters nothing else stands there alone ("57세", "세
    // 명").
    if (other.kind == PhraseKind::kUnit && !counts && !HasTrait(language_, LanguageTrait::kCounters)) return false;
  }
  return true;
}

KeyReader::Amount KeyReader::DigitsAt(size_t at) const {
  Amount amount;
  const std::optional<Numeral> numeral = ReadNumeral(Written(at), tables_.decimal);
  if (!numeral.has_value()) return amount;
  amount = {numeral->value, 1, numeral->plain, false, numeral->rest};
  while (JoinsGroup(at + amount.tokens - 1, *numeral, amount)) {
    const Numeral group = *ReadNumeral(Written(at + amount.tokens), tables_.decimal);
    amount.value = amount.value * 1000 + std::floor(group.value);
    amount.rest = group.rest;
    amount.plain = false;
    ++amount.tokens;
  }
  return amount;
}

bool KeyReader::JoinsGroup(size_t last, const Numeral& first, const Amount& so_far) const {
  if (!first.plain || first.digits > 3 || !so_far.rest.empty() || last + 1 >= tokens_.size()) return false;
  if (text::CountCodePoints(Gap(last)) != 1 || !IsSpace(Gap(last))) return false;
  const std::optional<Numeral> next = ReadNumeral(Written(last + 1), tables_.decimal);
  return next.has_value() && next->plain && next->digits == 3;
}

KeyReader::Amount KeyReader::ScaledAmountAt(size_t at) const {
  Amount amount = AmountAt(at);
  if (amount.tokens == 0) amount = BareScaleAt(at);
  if (amount.tokens == 0) return amount;
  AddHalf(at, 1, &amount);
  double scale = ScaleBehind(at, &amount);
  if (scale == 0) return amount;
  amount.value *= scale;
  amount.plain = false;
  AddHalf(at, scale, &amount);
  for (;;) {
    const size_t next = at + amount.tokens;
    if (next >= tokens_.size() || !Gap(next - 1).empty()) return amount;
    Amount more = AmountAt(next);
    if (more.tokens == 0 || more.value * 1000 < 1) return amount;
    double smaller = ScaleBehind(next, &more);
    if (smaller == 0 && more.plain && more.value < scale) smaller = 1;  // "1万2400"
    if (smaller == 0 || smaller >= scale) return amount;
    amount.value += more.value * smaller;
    amount.tokens += more.tokens;
    amount.rest = more.rest;
    scale = smaller;
  }
}

size_t KeyReader::ReadFractionWords(size_t at) {
  const Phrase* words = PhraseAt(at, PhraseKind::kFraction);
  if (words == nullptr) return 0;
  const size_t taken = words->words.size();
  return IsMeasured(at + taken) ? 0 : EmitShare(at, taken, words->value, true);
}

// "un quart d'heure": of a unit, and none of a whole.
bool KeyReader::IsMeasured(size_t at) const {
  return at < tokens_.size() && IsShortGap(Gap(at - 1)) &&
         (InflectedAt(at, PhraseKind::kUnit) != nullptr || InflectedAt(at, PhraseKind::kScale) != nullptr);
}

size_t KeyReader::ReadShare(size_t at, const Amount& amount) {
  const size_t taken = ReadSoManyOfTen(at, amount);
  return taken > 0 || tables_.fraction_marks.empty() ? taken : ReadLowerFirst(at);
}

// "Two thirds" and "66 %" are one: as if written in another unit.
size_t KeyReader::EmitShare(size_t at, size_t taken, double percent, bool in_words) {
  return Emit(at, taken, {.kind = KeyKind::kPercent, .value = percent, .factor = 100, .in_words = in_words});
}

size_t KeyReader::ReadSoManyOfTen(size_t at, const Amount& part) {
  const size_t next = at + part.tokens;
  const Phrase* of = PhraseAt(next, PhraseKind::kOutOf);
  if (of == nullptr || !part.rest.empty() || !NextTo(next - 1)) return 0;
  const size_t whole_at = next + of->words.size();
  const Amount whole = NextTo(whole_at - 1) ? AmountAt(whole_at) : Amount{};
  const bool is_round = whole.value == 10 || whole.value == 100;
  if (!is_round || part.value <= 0 || part.value >= whole.value || !whole.rest.empty()) return 0;
  const size_t end = whole_at + whole.tokens;
  return IsMeasured(end) ? 0 : EmitShare(at, end - at, 100 * part.value / whole.value);
}

size_t KeyReader::ReadLowerFirst(size_t at) {
  const std::optional<Numeral> lower = ReadNumeral(Written(at), tables_.decimal);
  if (!lower || !lower->plain || lower->value < 2) return 0;
  const std::string_view behind = text_.substr(static_cast<size_t>(tokens_[at].span.end) - lower->rest.size());
  for (const std::string& mark : tables_.fraction_marks) {
    if (!behind.starts_with(mark)) continue;
    const std::string_view rest = text::TrimWhiteSpace(behind.substr(mark.size()));
    const std::optional<Numeral> upper = ReadNumeral(rest, tables_.decimal);
    if (!upper || upper->value <= 0 || upper->value >= lower->value) continue;
    const int64_t begin = rest.data() - text_.data();
    size_t taken = 1;
    while (at + taken < tokens_.size() && tokens_[at + taken].span.begin <= begin) ++taken;
    if (!IsMeasured(at + taken)) return EmitShare(at, taken, 100 * upper->value / lower->value);
  }
  return 0;
}

}  // namespace polygist::summary
