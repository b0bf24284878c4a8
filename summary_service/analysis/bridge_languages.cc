#include "summary_service/analysis/bridge_languages.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <mutex>
#include <numeric>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "common/text/latin_letters.h"
#include "common/text/utf8.h"

namespace polygist::summary {
namespace {

constexpr int kPrefixLetters = 6;
constexpr int kShortestWord = 4;
constexpr int kConsonants = 4;
constexpr int kConsonantsOfNames = 3;

// Letters below this are romanised: all alphabets and syllabaries of the plane but Hangul and Han.
constexpr char32_t kTableEnd = 0x3100;
// Letters romanised together. The rules of all alphabets take a tenth of a second to load, and a story has few.
constexpr char32_t kBlock = 0x40;

class RomanTable {
 public:
  // `c`: a letter, not of ASCII, below kTableEnd. Thread-safe.
  const std::string& Of(char32_t c) {
    Block& block = blocks_[c / kBlock];
    std::call_once(block.made, [&] { block.letters = MakeBlock(c / kBlock * kBlock); });
    return block.letters[c % kBlock];
  }

 private:
  struct Block {
    std::once_flag made;
    std::vector<std::string> letters;
  };

  static std::vector<std::string> MakeBlock(char32_t first) {
    std::vector<std::string> letters(kBlock);
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> romanise;
    for (char32_t c = first; c < first + kBlock; ++c) {
      if (c >= text::kFirstLatinLetter && c <= text::kLastLatinLetter) {
        letters[c - first] = text::LatinLetters(c);
        continue;
      }
      if (romanise == nullptr) {
        romanise.reset(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, error));
      }
      if (U_FAILURE(error)) return letters;
      icu::UnicodeString letter(static_cast<UChar32>(c));
      romanise->transliterate(letter);
      std::string latin;
      letter.toUTF8String(latin);
      std::copy_if(latin.begin(), latin.end(), std::back_inserter(letters[c - first]),
                   [](char byte) { return byte >= 'a' && byte <= 'z'; });
    }
    return letters;
  }

  std::array<Block, kTableEnd / kBlock> blocks_;
};

char ClassOf(char letter) {
  switch (letter) {
    case 'b':
    case 'p':
    case 'f':
    case 'v':
      return 'b';
    case 'd':
    case 't':
      return 't';
    case 'g':
    case 'k':
    case 'c':
    case 'q':
    case 'x':
      return 'k';
    case 's':
    case 'z':
      return 's';
    case 'l':
    case 'm':
    case 'n':
    case 'r':
    case 'j':
      return letter;
    default:
      return 0;
  }
}

// Terms joined to one by shared keys.
class Joiner {
 public:
  explicit Joiner(size_t terms) : parent_(terms) { std::iota(parent_.begin(), parent_.end(), 0); }

  void Join(const std::string& key, TermId term) {
    const auto [entry, added] = first_.try_emplace(key, term);
    if (added) return;
    const TermId a = Root(entry->second), b = Root(term);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  TermId Root(TermId term) {
    while (parent_[term] != term) term = parent_[term] = parent_[parent_[term]];
    return term;
  }

 private:
  std::vector<TermId> parent_;
  absl::flat_hash_map<std::string, TermId> first_;
};

bool IsLatin(std::string_view word) {
  size_t offset = 0;
  return text::NextCodePoint(word, &offset) < 0x250;
}

}  // namespace

std::string Romanised(std::string_view word) {
  static RomanTable& table = *new RomanTable();
  std::string latin;
  for (size_t i = 0; i < word.size();) {
    const char32_t c = text::NextCodePoint(word, &i);
    if (c < 0x80) {
      if (c >= U'a' && c <= U'z') latin += static_cast<char>(c);
    } else if (c < kTableEnd && u_isalpha(static_cast<UChar32>(c))) {
      latin += table.Of(c);
    }
  }
  return latin;
}

std::string ConsonantSkeleton(std::string_view romanised) {
  std::string skeleton;
  for (size_t i = 0; i < romanised.size(); ++i) {
    char letter = romanised[i];
    if (letter == 't' && i + 1 < romanised.size() && (romanised[i + 1] == 's' || romanised[i + 1] == 'z')) continue;
    const char kind = ClassOf(letter);
    if (kind != 0 && (skeleton.empty() || skeleton.back() != kind)) skeleton += kind;
  }
  return skeleton;
}

AnalyzedCorpus BridgeLanguages(const AnalyzedCorpus& corpus) {
  Joiner joiner(corpus.vocabulary.size());
  // By skeleton: whether a word of it is written like a name.
  absl::flat_hash_map<std::string, bool> named;
  std::vector<std::string> skeletons(corpus.vocabulary.size());
  for (size_t t = 0; t < corpus.vocabulary.size(); ++t) {
    const VocabularyEntry& term = corpus.vocabulary[t];
    if (term.stop || !term.word) continue;
    const std::string romanised = Romanised(term.text);
    if (IsLatin(term.text) && romanised.size() >= kShortestWord) {
      joiner.Join(romanised.substr(0, kPrefixLetters), static_cast<TermId>(t));
    }
    skeletons[t] = ConsonantSkeleton(romanised);
    if (term.name()) named[skeletons[t]] = true;
  }
  for (size_t t = 0; t < skeletons.size(); ++t) {
    const size_t needed = named.contains(skeletons[t]) ? kConsonantsOfNames : kConsonants;
    if (skeletons[t].size() >= needed) joiner.Join("/" + skeletons[t], static_cast<TermId>(t));
  }
  AnalyzedCorpus bridged{.articles = corpus.articles,
                         .sentences = corpus.sentences,
                         .tokens = corpus.tokens,
                         .terms = corpus.terms,
                         .stop_words = corpus.stop_words,
                         .vocabulary = {},
                         .question = corpus.question};
  for (TermId& term : bridged.terms) term = joiner.Root(term);
  for (TermId& term : bridged.question) term = joiner.Root(term);
  return bridged;
}

}  // namespace polygist::summary
