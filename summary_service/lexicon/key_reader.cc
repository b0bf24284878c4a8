#include "summary_service/lexicon/key_reader.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <cmath>

#include "absl/time/civil_time.h"
#include "common/base/strings.h"
#include "common/text/words.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

constexpr size_t kLongestPhrase = 6;

// Digits of other scripts are not told from their letters.
bool MayHoldDigit(std::string_view written) {
  return std::any_of(written.begin(), written.end(),
                     [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; });
}

// The others are looked for beside a number; some of them are prepositions.
bool IsBeginning(PhraseKind kind) {
  return kind != PhraseKind::kOutOf && kind != PhraseKind::kAnd && kind != PhraseKind::kHalf &&
         kind != PhraseKind::kClock && kind != PhraseKind::kPercentBefore;
}

}  // namespace

std::vector<Key> KeyReader::Read() {
  for (size_t at = 0; at < tokens_.size();) {
    if (!MayBeginKey(at)) {
      ++at;
      continue;
    }
    size_t taken = ReadNumericDate(at);
    if (taken == 0) taken = ReadNamedDay(at);
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
    if (ReadNumeral(written, tables_.decimal)) continue;
    if (ReadNumeral(written.substr(kLetter), tables_.decimal)) {
      Split(i++, kLetter);
      split_[i].kind = text::WordKind::kNumber;
    } else if (written.size() > 3 * kLetter && IsPrefixedNumberWord(tokens_[i].folded)) {
      Split(i++, kLetter);
    }
  }
}

bool KeyReader::IsPrefixedNumberWord(std::string_view folded) const {
  if (tables_.phrases.contains(ToAbsl(folded))) return false;
  size_t letter = 0;
  text::NextCodePoint(folded, &letter);
  const auto place = tables_.phrases.find(ToAbsl(folded.substr(letter)));
  return place != tables_.phrases.end() &&
         std::any_of(place->second.begin(), place->second.end(), [](const Phrase& phrase) {
           return phrase.kind == PhraseKind::kNumber && phrase.words.size() == 1 && phrase.value > 2;
         });
}

void KeyReader::SplitScales() {
  for (size_t i = 0; i + 1 < tokens_.size(); ++i) {
    if (tokens_[i].kind != text::WordKind::kNumber || tokens_[i + 1].kind != text::WordKind::kIdeographic) continue;
    if (!Gap(i).empty()) continue;
    const std::string_view written = Written(i + 1);
    size_t one = 0;
    text::NextCodePoint(written, &one);
    size_t two = one;
    if (two < written.size()) text::NextCodePoint(written, &two);
    for (const size_t end : {two, one}) {  // "千万" before "千".
      const auto place = tables_.phrases.find(ToAbsl(written.substr(0, end)));
      if (place == tables_.phrases.end()) continue;
      const bool scales = std::any_of(place->second.begin(), place->second.end(), [](const Phrase& phrase) {
        return phrase.kind == PhraseKind::kScale && phrase.words.size() == 1;
      });
      if (!scales) continue;
      if (end < written.size()) Split(i + 1, end);
      break;
    }
  }
}

void KeyReader::JoinHanNumerals() {
  for (size_t i = 0; i + 1 < tokens_.size(); ++i) {
    if (tokens_[i].kind != text::WordKind::kIdeographic || tokens_[i + 1].kind != text::WordKind::kIdeographic)
      continue;
    if (!Gap(i).empty() || !ReadHanNumeral(Written(i))) continue;
    const size_t bytes = HanNumeralBytes(Written(i + 1));
    if (bytes == 0) continue;
    if (bytes < Written(i + 1).size()) Split(i + 1, bytes);
    if (split_.empty()) split_.assign(tokens_.begin(), tokens_.end());
    split_[i].span.end = split_[i + 1].span.end;
    split_[i].folded += split_[i + 1].folded;
    split_.erase(split_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    tokens_ = split_;
    --i;
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
  if (tokens_[at].kind != text::WordKind::kLetters) return true;
  if (phrases_[at] != nullptr) {
    // Articles are everywhere, and say something only before a phrase.
    const bool begins_more = at + 1 < tokens_.size() && phrases_[at + 1] != nullptr;
    const bool begins = std::any_of(phrases_[at]->begin(), phrases_[at]->end(), [&](const Phrase& phrase) {
      return IsBeginning(phrase.kind) && (phrase.kind != PhraseKind::kOne || begins_more) && Matches(phrase, at);
    });
    if (begins) return true;
  }
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
    if (tokens_[at + i].folded != phrase.words[i] || Gap(at + i - 1).starts_with(',')) return false;
    upper = upper || tokens_[at + i].upper;
  }
  return upper || !phrase.upper;
}

size_t KeyReader::ReadQuantity(size_t at) {
  if (const size_t taken = ReadFractionWords(at)) return taken;
  const Amount amount = ScaledAmountAt(at);
  if (amount.tokens == 0) return 0;
  if (const size_t taken = ReadShare(at, amount)) return taken;
  if (const size_t taken = ReadDate(at, amount)) return taken;
  if (const size_t taken = ReadTime(at, amount)) return taken;
  Key key;
  key.value = amount.value;
  key.in_words = amount.in_words;
  key.glued = !amount.rest.empty();
  size_t taken = amount.tokens + ReadUnit(at, amount, &key);
  if (IsYearOf(amount, key)) {
    key = {.kind = KeyKind::kYear, .value = amount.value, .year = static_cast<int>(amount.value)};
  } else if (key.kind == KeyKind::kMeasure) {
    taken += AddSmallerUnits(at + taken, &key);
  }
  return Emit(at, taken, key);
}

// "2010", and "2010 года" of languages that say the word behind it; "2000 лет" are two thousand years.
bool KeyReader::IsYearOf(const Amount& amount, const Key& key) {
  if (!amount.plain || !IsYear(amount.value)) return false;
  if (key.kind == KeyKind::kNumber) return amount.rest.empty();
  return key.kind == KeyKind::kMeasure && key.unit == "year" && std::fmod(amount.value, 100) != 0;
}

// "マリ" of "マリク", which ICU's dictionary cuts in two.
bool KeyReader::IsInKatakana(size_t at, size_t tokens) const {
  const auto is_katakana = [&](size_t i) { return ScriptOf(tokens_[i].folded) == USCRIPT_KATAKANA; };
  if (!is_katakana(at)) return false;
  const size_t end = at + tokens;
  return (at > 0 && Gap(at - 1).empty() && is_katakana(at - 1)) ||
         (end < tokens_.size() && Gap(end - 1).empty() && is_katakana(end));
}

size_t KeyReader::ReadName(size_t at) {
  if (const Phrase* day = PhraseAt(at, PhraseKind::kRelativeDay); day != nullptr && published_.has_value()) {
    return Emit(at, day->words.size(), DaysFromPublished(static_cast<int>(day->value)));
  }
  if (const Phrase* weekday = InflectedAt(at, PhraseKind::kWeekday)) {
    Key key;
    key.kind = KeyKind::kWeekday;
    key.weekday = static_cast<int>(weekday->value);
    ResolveWeekday(&key);
    return Emit(at, weekday->words.size(), key);
  }
  for (const PhraseKind kind : {PhraseKind::kCountry, PhraseKind::kLanguage}) {
    const Phrase* name = PhraseAt(at, kind);
    if (name == nullptr || IsInKatakana(at, name->words.size())) continue;
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
