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
      if (split_.empty()) split_.assign(tokens_.begin(), tokens_.end());
      Token sign_token = split_[i];
      sign_token.span.end = sign_token.span.begin + static_cast<int64_t>(sign.size());
      sign_token.folded = text::FoldForMatching(sign);
      split_[i].span.begin = sign_token.span.end;
      split_[i].folded = std::string(written.substr(sign.size()));
      split_.insert(split_.begin() + static_cast<std::ptrdiff_t>(i), std::move(sign_token));
      tokens_ = split_;
      ++i;
      break;
    }
  }
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
  return MayHoldDigit(written.substr(0, 1)) && StartsWithDigit(at);
}

const Phrase* KeyReader::PhraseAt(size_t at, PhraseKind kind) const {
  if (at >= tokens_.size() || phrases_[at] == nullptr) return nullptr;
  for (const Phrase& phrase : *phrases_[at]) {
    if (phrase.kind == kind && Matches(phrase, at)) return &phrase;
  }
  return nullptr;
}

bool KeyReader::Matches(const Phrase& phrase, size_t at) const {
  if (phrase.upper && !tokens_[at].upper) return false;
  if (phrase.words.size() > std::min(kLongestPhrase, tokens_.size() - at)) return false;
  for (size_t i = 1; i < phrase.words.size(); ++i) {
    if (tokens_[at + i].folded != phrase.words[i]) return false;
  }
  return true;
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
  if (words == nullptr || !IsSafeNumberWord(*words)) return amount;
  return {words->value, words->words.size(), false, true, {}};
}

bool KeyReader::StartsWithDigit(size_t at) const { return ReadNumeral(Written(at), tables_.decimal).has_value(); }

bool KeyReader::IsSafeNumberWord(const Phrase& words) const {
  if (language_ != "vi" && language_ != "ko") return true;
  return words.words.size() >= 2 || text::CountCodePoints(words.words.front()) >= 4;
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

double KeyReader::ScaleBehind(size_t at, Amount* amount) const {
  if (!amount->rest.empty()) {
    const auto suffix = tables_.suffixes.find(amount->rest);
    if (suffix == tables_.suffixes.end()) return 0;
    amount->rest = {};
    return suffix->second;
  }
  const size_t next = at + amount->tokens;
  if (next >= tokens_.size() || !IsSpace(Gap(next - 1))) return 0;
  if (const Phrase* scale = PhraseAt(next, PhraseKind::kScale)) {
    amount->tokens += scale->words.size();
    return scale->value;
  }
  const auto suffix = tables_.suffixes.find(Written(next));
  if (suffix == tables_.suffixes.end() || text::CountCodePoints(Written(next)) < 2) return 0;
  ++amount->tokens;
  return suffix->second;
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

size_t KeyReader::ReadUnit(size_t at, const Amount& amount, Key* key) const {
  const size_t next = at + amount.tokens;
  const std::string_view behind = text_.substr(static_cast<size_t>(tokens_[next - 1].span.end));
  if (StartsWithPercent(behind)) {
    key->kind = KeyKind::kPercent;
    return 0;
  }
  const bool near = next < tokens_.size() && IsShortGap(Gap(next - 1));
  if (near) {
    if (const Phrase* percent = PhraseAt(next, PhraseKind::kPercent)) {
      key->kind = KeyKind::kPercent;
      return percent->words.size();
    }
    if (const size_t taken = ReadCurrencyWords(next, key)) return taken;
  }
  if (ReadCurrencySign(at, behind, key)) return 0;
  if (near && amount.rest.empty()) {
    if (const Phrase* unit = PhraseAt(next, PhraseKind::kUnit)) {
      key->kind = KeyKind::kMeasure;
      key->unit = unit->unit;
      key->factor = unit->value;
      key->value *= unit->value;
      return unit->words.size();
    }
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

size_t KeyReader::ReadCurrencyWords(size_t next, Key* key) const {
  const Phrase* currency = PhraseAt(next, PhraseKind::kCurrency);
  size_t taken = currency != nullptr ? currency->words.size() : 0;
  // Romance and Slavic languages put a word between: "150 milliards de dollars".
  if (currency == nullptr && text::CountCodePoints(Written(next)) <= 2 && NextTo(next)) {
    currency = PhraseAt(next + 1, PhraseKind::kCurrency);
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

size_t KeyReader::ReadName(size_t at) {
  if (const Phrase* weekday = PhraseAt(at, PhraseKind::kWeekday)) {
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
