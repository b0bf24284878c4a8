#include "summary_service/lexicon/currency_names.h"

#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>
#include <utility>

#include "common/text/utf8.h"
#include "common/text/words.h"
#include "summary_service/lexicon/tokens.h"

namespace polygist::summary {
namespace {

using icu::UnicodeString;

constexpr int64_t kShortestShared = 3;  // Letters of a word that stands for its family.

// Currencies of news, by families of one name; the first is meant where nothing else is said.
const std::vector<std::vector<std::string>>& Families() {
  static const auto& families = *new std::vector<std::vector<std::string>>{{"USD", "CAD", "AUD"},
                                                                           {"EUR"},
                                                                           {"GBP", "EGP", "SYP"},
                                                                           {"JPY"},
                                                                           {"CNY"},
                                                                           {"RUB", "BYN"},
                                                                           {"INR", "PKR", "LKR"},
                                                                           {"IDR"},
                                                                           {"KRW", "KPW"},
                                                                           {"CHF", "XAF", "RWF"},
                                                                           {"TRY"},
                                                                           {"BRL"},
                                                                           {"UAH"},
                                                                           {"PLN"},
                                                                           {"CZK", "SEK", "NOK"},
                                                                           {"VND"},
                                                                           {"MYR"}};
  return families;
}

std::string ToUtf8(const UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

class Namer {
 public:
  explicit Namer(const icu::Locale& locale) : locale_(locale) {}

  CurrencyNames Name() && {
    for (const std::vector<std::string>& family : Families()) AddFamily(family);
    return std::move(found_);
  }

 private:
  void AddFamily(const std::vector<std::string>& codes) {
    AddSign(codes.front());
    std::vector<std::set<std::string>> words_of;
    for (const std::string& code : codes) {
      std::set<std::string> words;
      for (std::string& name : NamesOf(code)) {
        for (const Token& token : Tokenize(name)) words.insert(token.folded);
        found_.names.push_back({std::move(name), code});
      }
      words_of.push_back(std::move(words));
    }
    if (words_of.size() < 2) return AddSharedWithEnglish(codes.front(), words_of.front());
    for (const std::string& word : words_of.front()) {
      const bool shared =
          std::all_of(words_of.begin(), words_of.end(), [&](const auto& words) { return words.contains(word); });
      if (shared && text::CountCodePoints(word) >= kShortestShared) found_.names.push_back({word, codes.front()});
    }
  }

  // CLDR writes "Euro" where prose writes "euro": so it does every currency that English names by a single word.
  void AddSharedWithEnglish(const std::string& code, const std::set<std::string>& words) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    UnicodeString iso = UnicodeString::fromUTF8(code);
    const UChar* name = ucurr_getName(iso.getTerminatedBuffer(), "en", UCURR_LONG_NAME, nullptr, &length, &error);
    if (U_FAILURE(error)) return;
    const std::string english = text::FoldForMatching(ToUtf8(UnicodeString(name, length)));
    if (words.contains(english)) found_.names.push_back({english, code});
  }

  void AddSign(const std::string& code) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    UnicodeString iso = UnicodeString::fromUTF8(code);
    for (const UCurrNameStyle style : {UCURR_NARROW_SYMBOL_NAME, UCURR_SYMBOL_NAME}) {
      const UChar* sign = ucurr_getName(iso.getTerminatedBuffer(), locale_.getName(), style, nullptr, &length, &error);
      if (U_SUCCESS(error)) found_.signs.try_emplace(ToUtf8(UnicodeString(sign, length)), code);
    }
  }

  std::vector<std::string> NamesOf(const std::string& code) const {
    std::vector<std::string> names;
    UnicodeString iso = UnicodeString::fromUTF8(code);
    for (const char* plural : {"one", "few", "many", "other"}) {
      UErrorCode error = U_ZERO_ERROR;
      int32_t length = 0;
      const UChar* name =
          ucurr_getPluralName(iso.getTerminatedBuffer(), locale_.getName(), nullptr, plural, &length, &error);
      if (U_SUCCESS(error)) names.push_back(ToUtf8(UnicodeString(name, length)));
    }
    return names;
  }

  const icu::Locale& locale_;
  CurrencyNames found_;
};

}  // namespace

CurrencyNames NameCurrencies(const icu::Locale& locale) { return Namer(locale).Name(); }

}  // namespace polygist::summary
