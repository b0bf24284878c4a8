#include "summary_service/lexicon/key_reader.h"

#include <algorithm>
#include <cmath>

#include "absl/time/civil_time.h"
#include "common/text/words.h"

namespace polygist::summary {
namespace {

constexpr size_t kLongestPhrase = 6;

// Digits of other scripts are not told from their letters.
bool MayHoldDigit(std::string_view written) {
  return std::any_of(written.begin(), written.end(),
                     [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; });
}

bool IsSpace(std::string_view gap) { return text::TrimWhiteSpace(gap).empty(); }

}  // namespace

std::vector<Key> KeyReader::Read() {
  for (size_t at = 0; at < tokens_.size();) {
    if (!MayBeginKey(at)) {
      ++at;
      continue;
    }
    size_t taken = ReadNumericDate(at);
    if (taken == 0) taken = ReadQuantity(at);
    if (taken == 0) taken = ReadMonth(at);
    if (taken == 0) taken = ReadName(at);
    at += std::max<size_t>(taken, 1);
  }
  return std::move(keys_);
}

void KeyReader::SplitCurrencySigns() {
  for (size_t i = 0; i < tokens_.size(); ++i) {
    if (!tokens_[i].upper || !MayHoldDigit(Written(i))) continue;
    const std::string_view written = Written(i);
    for (const auto& [sign, code] : tables_.currency_signs) {
      if (!written.starts_with(sign) || !ReadNumeral(written.substr(sign.size()), tables_.decimal)) continue;
      Split(i, sign.size());
      ++i;
      break;
    }
  }
}

void KeyReader::SplitPrefixes() {
  constexpr size_t kLetter = 2;  // Bytes of one of these scripts.
  for (size_t i = 0; i < tokens_.size(); ++i) {
    const std::string_view written = Written(i);
    const auto first = static_cast<unsigned char>(written.front());
    if (first < 0xD6 || first > 0xDB || written.size() <= kLetter) continue;  // Hebrew and Arabic.
    if (ReadNumeral(written, tables_.decimal) || !ReadNumeral(written.substr(kLetter), tables_.decimal)) continue;
    Split(i++, kLetter);
    split_[i].kind = text::WordKind::kNumber;
  }
}

void KeyReader::SplitScales() {
  for (size_t i = 0; i + 1 < tokens_.size(); ++i) {
    if (tokens_[i].kind != text::WordKind::kNumber || tokens_[i + 1].kind != text::WordKind::kIdeographic) continue;
    if (!Gap(i).empty()) continue;
    const std::string_view written = Written(i + 1);
    size_t end = 0;
    text::NextCodePoint(written, &end);
    const auto place = tables_.phrases.find(std::string(written.substr(0, end)));
    if (end == written.size() || place == tables_.phrases.end()) continue;
    if (place->second.front().kind == PhraseKind::kScale) Split(i + 1, end);
  }
}

void KeyReader::Split(size_t i, size_t bytes) {
  if (split_.empty()) split_.assign(tokens_.begin(), tokens_.end());
  const std::string_view written = Written(i);
  Token first = split_[i];
  first.span.end = first.span.begin + static_cast<int64_t>(bytes);
  first.folded = text::FoldForMatching(written.substr(0, bytes));
  split_[i].span.begin = first.span.end;
  split_[i].folded = text::FoldForMatching(written.substr(bytes));
  split_.insert(split_.begin() + static_cast<std::ptrdiff_t>(i), std::move(first));
  tokens_ = split_;
}

void KeyReader::FindPhrases() {
  phrases_.reserve(tokens_.size());
  for (const Token& token : tokens_) {
    const auto place = tables_.phrases.find(token.folded);
    phrases_.push_back(place == tables_.phrases.end() ? nullptr : &place->second);
  }
}

bool KeyReader::MayBeginKey(size_t at) const {
  if (phrases_[at] != nullptr || tokens_[at].kind != text::WordKind::kLetters) return true;
  const std::string_view written = Written(at);
  return (MayHoldDigit(written.substr(0, 1)) && StartsWithDigit(at)) || MayBeCalendar(at);
}

const Phrase* KeyReader::PhraseAt(size_t at, PhraseKind kind) const {
  if (at >= tokens_.size() || phrases_[at] == nullptr) return nullptr;
  for (const Phrase& phrase : *phrases_[at]) {
    if (phrase.kind == kind && Matches(phrase, at)) return &phrase;
  }
  return nullptr;
}

bool KeyReader::Matches(const Phrase& phrase, size_t at) const {
  if (phrase.words.size() > std::min(kLongestPhrase, tokens_.size() - at)) return false;
  bool upper = tokens_[at].upper;
  for (size_t i = 1; i < phrase.words.size(); ++i) {
    if (tokens_[at + i].folded != phrase.words[i]) return false;
    upper = upper || tokens_[at + i].upper;
  }
  return upper || !phrase.upper;
}

KeyReader::Amount KeyReader::AmountAt(size_t at) const {
  Amount amount;
  if (at >= tokens_.size()) return amount;
  if (tokens_[at].kind == text::WordKind::kNumber || StartsWithDigit(at)) return DigitsAt(at);
  if (tokens_[at].kind == text::WordKind::kIdeographic) {
    const std::optional<double> han = ReadHanNumeral(Written(at));
    // A single Han digit is as often part of a word or a name.
    if (han.has_value() && *han >= 10) return {*han, 1, false, true, {}};
    return amount;
  }
  const Phrase* words = PhraseAt(at, PhraseKind::kNumber);
  if (words == nullptr || !IsSafeNumberWord(*words, at)) return amount;
  return {words->value, words->words.size(), false, true, {}};
}

bool KeyReader::StartsWithDigit(size_t at) const { return ReadNumeral(Written(at), tables_.decimal).has_value(); }

bool KeyReader::IsSafeNumberWord(const Phrase& words, size_t at) const {
  for (const Phrase& other : *phrases_[at]) {
    if (other.kind == PhraseKind::kNumber || other.kind == PhraseKind::kScale || !Matches(other, at)) continue;
    if (other.words.size() > words.words.size()) return false;
    const bool counts = PhraseAt(at + words.words.size(), PhraseKind::kUnit) != nullptr;  // "năm giờ", five hours.
    if (other.kind == PhraseKind::kUnit && !counts) return false;
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
  if (amount.tokens == 0) return amount;
  double scale = ScaleBehind(at, &amount);
  if (scale == 0) return amount;
  amount.value *= scale;
  amount.plain = false;
  for (;;) {
    const size_t next = at + amount.tokens;
    if (next >= tokens_.size() || !Gap(next - 1).empty()) return amount;
    Amount more = AmountAt(next);
    if (more.tokens == 0 || more.value * 1000 < 1) return amount;
    const double smaller = ScaleBehind(next, &more);
    if (smaller == 0 || smaller >= scale) return amount;
    amount.value += more.value * smaller;
    amount.tokens += more.tokens;
    scale = smaller;
  }
}

size_t KeyReader::ReadQuantity(size_t at) {
  const Amount amount = ScaledAmountAt(at);
  if (amount.tokens == 0) return 0;
  if (const size_t taken = ReadDate(at, amount)) return taken;
  if (const size_t taken = ReadTime(at, amount)) return taken;
  Key key;
  key.value = amount.value;
  key.in_words = amount.in_words;
  key.glued = !amount.rest.empty();
  const size_t taken = amount.tokens + ReadUnit(at, amount, &key);
  if (key.kind == KeyKind::kNumber && amount.plain && IsYear(amount.value) && amount.rest.empty()) {
    key.kind = KeyKind::kYear;
    key.year = static_cast<int>(amount.value);
  }
  return Emit(at, taken, key);
}

size_t KeyReader::ReadName(size_t at) {
  if (const Phrase* weekday = InflectedAt(at, PhraseKind::kWeekday)) {
    Key key;
    key.kind = KeyKind::kWeekday;
    key.weekday = static_cast<int>(weekday->value);
    ResolveWeekday(&key);
    return Emit(at, weekday->words.size(), key);
  }
  for (const PhraseKind kind : {PhraseKind::kCountry, PhraseKind::kLanguage}) {
    const Phrase* name = PhraseAt(at, kind);
    if (name == nullptr) continue;
    Key key;
    key.kind = kind == PhraseKind::kCountry ? KeyKind::kCountry : KeyKind::kLanguage;
    key.unit = name->unit;
    return Emit(at, name->words.size(), key);
  }
  return 0;
}

size_t KeyReader::Emit(size_t at, size_t taken, Key key) {
  key.span = {tokens_[at].span.begin, tokens_[at + taken - 1].span.end};
  if (key.kind == KeyKind::kDate && key.year > 0 && key.day > 0) {
    key.weekday = WeekdayOf(absl::CivilDay(key.year, key.month, key.day));
  }
  keys_.push_back(std::move(key));
  return taken;
}

}  // namespace polygist::summary
