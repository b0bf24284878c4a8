#include "summary_service/lexicon/build/paraphrases.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "summary_service/lexicon/lexicon_format.h"

namespace polygist::summary::lexicon_build {
namespace {

constexpr const char* kPivot = "en";

struct Paraphrase {
  std::string_view stem;
  double weight = 0;
};
using Paraphrases = std::map<std::string, std::vector<Paraphrase>, std::less<>>;

// A word of a language and an English stem, by their numbers.
struct Meeting {
  uint32_t word = 0;
  uint32_t stem = 0;
  double weight = 0;
};

class Pivoting {
 public:
  explicit Pivoting(const ParaphraseOptions& options) : options_(options) {}

  void Read(const PairTable& table) {
    const std::vector<Meeting> meetings = MeetingsOf(table);
    std::unordered_map<uint32_t, double> of_word, of_stem;
    for (const Meeting& meeting : meetings) {
      of_word[meeting.word] += meeting.weight;
      of_stem[meeting.stem] += meeting.weight;
    }
    std::map<std::pair<uint32_t, uint32_t>, double> chances;
    for (size_t begin = 0, end = 0; begin < meetings.size(); begin = end) {
      while (end < meetings.size() && meetings[end].word == meetings[begin].word) ++end;
      for (size_t i = begin; i < end; ++i) {
        for (size_t j = begin; j < end; ++j) {
          if (i == j) continue;
          chances[{meetings[i].stem, meetings[j].stem}] += meetings[i].weight / of_stem[meetings[i].stem] *
                                                           meetings[j].weight / of_word[meetings[j].word];
        }
      }
    }
    for (const auto& [stem, sum] : of_stem) ++languages_of_[stem];
    for (const auto& [ends, chance] : chances) {
      auto& [sum, languages] = sums_[ends];
      sum += chance;
      ++languages;
    }
  }

  Paraphrases Best() const {
    std::map<uint32_t, std::vector<std::pair<double, uint32_t>>> found;
    for (const auto& [ends, evidence] : sums_) {
      const auto& [sum, languages] = evidence;
      const double chance = sum / languages_of_.at(ends.first);
      if (languages >= options_.least_languages && chance >= options_.least_chance)
        found[ends.first].emplace_back(-chance, ends.second);
    }
    Paraphrases best;
    for (auto& [stem, others] : found) {
      std::sort(others.begin(), others.end());
      others.resize(std::min(others.size(), options_.most));
      std::vector<Paraphrase>& kept = best[stems_[stem]];
      for (const auto& [chance, other] : others)
        kept.push_back({stems_[other], std::min(options_.heaviest, -options_.scale * chance)});
    }
    return best;
  }

 private:
  // By word. Stems of words are left out: they join what their words do not share.
  std::vector<Meeting> MeetingsOf(const PairTable& table) {
    std::vector<uint32_t> number(table.stems().size());
    for (size_t i = 0; i < number.size(); ++i) {
      const auto [place, is_new] = numbers_.try_emplace(table.stems()[i], static_cast<uint32_t>(stems_.size()));
      if (is_new) stems_.push_back(table.stems()[i]);
      number[i] = place->second;
    }
    std::vector<Meeting> meetings;
    uint32_t word = 0;
    for (const auto& [key, row] : table.SortedRows()) {
      if (key.front() == lexicon_format::kStemMark) continue;
      for (const PairTable::Entry& entry : *row) {
        if (entry.weight >= options_.least_weight) meetings.push_back({word, number[entry.stem], entry.weight});
      }
      ++word;
    }
    return meetings;
  }

  const ParaphraseOptions& options_;
  std::unordered_map<std::string, uint32_t> numbers_;
  std::vector<std::string> stems_;
  std::unordered_map<uint32_t, int> languages_of_;  // By stem: how many languages have it.
  std::map<std::pair<uint32_t, uint32_t>, std::pair<double, int>> sums_;
};

// The rows of `table` with what paraphrases add to them.
std::vector<std::tuple<std::string, std::string, double>> Additions(const PairTable& table,
                                                                    const Paraphrases& paraphrases,
                                                                    double least_weight) {
  std::vector<std::tuple<std::string, std::string, double>> additions;
  for (const auto& [key, row] : table.SortedRows()) {
    for (const PairTable::Entry& entry : *row) {
      const auto place = entry.weight < least_weight ? paraphrases.end() : paraphrases.find(table.stems()[entry.stem]);
      if (place == paraphrases.end()) continue;
      for (const Paraphrase& other : place->second)
        additions.emplace_back(key, other.stem, other.weight * static_cast<double>(entry.weight));
    }
  }
  return additions;
}

}  // namespace

void AddParaphrases(const ParaphraseOptions& options, WordPairs* pairs) {
  Pivoting pivoting(options);
  for (const auto& [languages, table] : pairs->tables()) {
    if (languages.second == kPivot && languages.first != kPivot) pivoting.Read(table);
  }
  const Paraphrases paraphrases = pivoting.Best();
  for (auto& [languages, table] : pairs->tables()) {
    if (languages.second != kPivot || languages.first == kPivot) continue;
    for (const auto& [key, stem, weight] : Additions(table, paraphrases, options.least_weight))
      pairs->AddKey(languages.first, key, kPivot, stem, weight);
  }
  for (const auto& [stem, others] : paraphrases) {
    for (const Paraphrase& other : others)
      pairs->AddKey(kPivot, lexicon_format::kStemMark + stem, kPivot, other.stem, other.weight);
  }
}

}  // namespace polygist::summary::lexicon_build
