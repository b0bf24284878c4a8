#include "ingest_service/identify/training/word_class_file.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "ingest_service/identify/evidence.h"
#include "ingest_service/identify/letter_groups.h"

namespace polygist::ingest {
namespace {

using Entries = std::vector<std::pair<uint8_t, uint8_t>>;  // Fingerprint and class.

void Add(std::string_view word, int number, int log2_buckets, std::vector<Entries>& buckets) {
  constexpr size_t kMost = 255;
  const uint32_t hash = HashOfWord(CollectEvidence(word).words);
  Entries& entries = buckets[hash >> (32 - log2_buckets)];
  const auto fingerprint = static_cast<uint8_t>(hash & 0xFF);
  const bool is_there =
      std::any_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.first == fingerprint; });
  if (hash != 0 && !is_there && entries.size() < kMost) entries.emplace_back(fingerprint, static_cast<uint8_t>(number));
}

}  // namespace

std::string WordClassTable(const std::string& path, const std::string& circle) {
  std::vector<std::pair<std::string, int>> words;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    int number = 0;
    if (fields.size() != 3 || fields[0] != circle || !absl::SimpleAtoi(fields[1], &number)) continue;
    words.emplace_back(fields[2], number);
  }
  const int log2_buckets = words.empty() ? 1 : 17;
  std::vector<Entries> buckets(size_t{1} << log2_buckets);
  for (const auto& [word, number] : words) Add(word, number, log2_buckets, buckets);
  std::string counts, pairs;
  for (const Entries& entries : buckets) {
    counts.push_back(static_cast<char>(entries.size()));
    for (const auto& [fingerprint, number] : entries) {
      pairs.push_back(static_cast<char>(fingerprint));
      pairs.push_back(static_cast<char>(number));
    }
  }
  std::string table(1, static_cast<char>(log2_buckets));
  for (int i = 0; i < 4; ++i) table.push_back(static_cast<char>((pairs.size() / 2) >> (8 * i) & 0xFF));
  return table + counts + pairs;
}

}  // namespace polygist::ingest
