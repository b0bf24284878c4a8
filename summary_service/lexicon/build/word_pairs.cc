#include "summary_service/lexicon/build/word_pairs.h"

#include <algorithm>

#include "summary_service/lexicon/lexicon_format.h"
#include "summary_service/lexicon/names.h"
#include "summary_service/lexicon/tokens.h"

namespace polygist::summary::lexicon_build {
namespace {

constexpr size_t kLongestPhrase = 3;
// What each word of a phrase of one, two and three words is worth.
constexpr double kPhraseShare[] = {1, 0.6, 0.4};

// The folded words of a headword or gloss, without the marks of infinitive and article of English.
std::vector<std::string> WordsOf(std::string_view phrase, std::string_view language) {
  std::vector<std::string> words;
  for (const Token& token : Tokenize(phrase)) words.push_back(token.folded);
  const auto is_mark = [](const std::string& word) {
    return word == "to" || word == "a" || word == "an" || word == "the";
  };
  if (language == "en" && words.size() > 1 && is_mark(words.front())) words.erase(words.begin());
  return words;
}

}  // namespace

void PairTable::Add(std::string_view key, std::string_view stem, double weight) {
  const auto [place, is_new] = stem_ids_.try_emplace(std::string(stem), static_cast<uint32_t>(stems_.size()));
  if (is_new) stems_.emplace_back(stem);
  std::vector<Entry>& row = rows_[std::string(key)];
  for (Entry& entry : row) {
    if (entry.stem == place->second) {
      entry.weight = std::max(entry.weight, static_cast<float>(weight));
      return;
    }
  }
  row.push_back({place->second, static_cast<float>(weight)});
}

std::vector<std::pair<std::string_view, const std::vector<PairTable::Entry>*>> PairTable::SortedRows() const {
  std::vector<std::pair<std::string_view, const std::vector<Entry>*>> sorted;
  sorted.reserve(rows_.size());
  for (const auto& [key, entries] : rows_) sorted.emplace_back(key, &entries);
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

void WordPairs::AddGloss(const std::string& language, std::string_view head, const std::string& target,
                         std::string_view gloss, double weight) {
  if (language == "en" || (target != "en" && target < language)) {
    return AddGloss(target, gloss, language, head, weight);
  }
  const std::vector<std::string> heads = WordsOf(head, language);
  const std::vector<std::string> glosses = WordsOf(gloss, target);
  if (heads.empty() || heads.size() > kLongestPhrase || glosses.empty() || glosses.size() > kLongestPhrase) return;
  const double share = weight * kPhraseShare[heads.size() - 1] * kPhraseShare[glosses.size() - 1];
  for (const std::string& word : heads) {
    for (const std::string& translation : glosses) AddWord(language, word, target, StemOf(translation, target), share);
  }
}

void WordPairs::AddWord(const std::string& language, std::string_view folded, const std::string& target,
                        std::string_view target_stem, double weight) {
  auto place = tables_.find({language, target});
  if (place == tables_.end()) place = tables_.try_emplace({language, target}).first;
  PairTable& table = place->second;
  table.Add(folded, target_stem, weight);
  const std::string stem = StemOf(folded, language);
  table.Add(lexicon_format::kStemMark + stem, target_stem, weight);
}

}  // namespace polygist::summary::lexicon_build
