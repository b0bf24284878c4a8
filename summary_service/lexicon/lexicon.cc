#include "summary_service/lexicon/lexicon.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <tuple>

#include "common/base/digest.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "summary_service/lexicon/lexicon_file.h"
#include "summary_service/lexicon/lexicon_format.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

using lexicon_file::File;
using lexicon_file::Strings;
using lexicon_file::Table;

// Adds the entries of `key`, scaled by `factor`.
void Collect(const Strings& targets, const Table& table, uint32_t key, double factor, std::vector<Translation>* found) {
  for (const uint32_t entry : table.EntriesOf(key)) {
    const double weight = (entry & 0xFF) * (1000.0 / lexicon_format::kWeightUnit);
    found->push_back({table.target, targets.At(entry >> 8), static_cast<int>(weight * factor)});
  }
}

// The heaviest of each stem, best first.
void KeepBest(size_t limit, std::vector<Translation>* found) {
  std::sort(found->begin(), found->end(), [](const Translation& a, const Translation& b) {
    return std::tie(a.language, a.stem, b.weight_permille) < std::tie(b.language, b.stem, a.weight_permille);
  });
  found->erase(std::unique(found->begin(), found->end(),
                           [](const Translation& a, const Translation& b) {
                             return a.language == b.language && a.stem == b.stem;
                           }),
               found->end());
  std::stable_sort(found->begin(), found->end(),
                   [](const Translation& a, const Translation& b) { return a.weight_permille > b.weight_permille; });
  if (found->size() > limit) found->resize(limit);
}

}  // namespace

struct Lexicon::Files {
  std::vector<File> files;
  std::string digest;
};

absl::StatusOr<Lexicon> Lexicon::Open(const std::vector<std::string>& paths) {
  auto files = std::make_shared<Files>();
  DigestBuilder digest;
  for (const std::string& path : paths) {
    ASSIGN_OR_RETURN(File file, lexicon_file::ReadFile(path));
    digest.Add(static_cast<int64_t>(file.checksum));
    if (file.licence.starts_with(lexicon_format::kLearnedMark)) digest.Add(file.licence);
    files->files.push_back(std::move(file));
  }
  files->digest = digest.Hex();
  return Lexicon(std::move(files));
}

namespace {

// The keys of the table that are words, not stems. Strings are sorted by bytes, so that stems stand side by side.
int64_t WordsOf(const Table& table, const lexicon_file::Strings& strings) {
  const auto first_from = [&](std::string_view bound) {
    return std::partition_point(table.keys.begin(), table.keys.end(),
                                [&](uint32_t key) { return strings.At(key) < bound; });
  };
  constexpr char kBehindStems[] = {lexicon_format::kStemMark + 1, 0};
  constexpr char kStems[] = {lexicon_format::kStemMark, 0};
  return static_cast<int64_t>(table.keys.size()) - (first_from(kBehindStems) - first_from(kStems));
}

}  // namespace

absl::StatusOr<Lexicon> Lexicon::OpenFolder(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".lex") paths.push_back(entry.path().string());
  }
  if (paths.empty()) {
    return Error(
        absl::StatusCode::kNotFound, "LEXICON_NOT_FOUND",
        "The folder " + folder + " holds no dictionary (*.lex). Make some with deploy/lexicon.sh, or go without.");
  }
  std::sort(paths.begin(), paths.end());
  return Open(paths);
}

std::vector<Translation> Lexicon::Translate(std::string_view language, std::string_view folded,
                                            const std::vector<std::string>& targets, size_t limit) const {
  std::vector<Translation> found;
  const std::string stem_key = lexicon_format::kStemMark + StemOf(folded, language);
  for (const File& file : files_->files) {
    const auto words = file.strings.find(language);
    if (words == file.strings.end()) continue;
    const uint32_t word = words->second.Find(folded);
    const uint32_t stem = words->second.Find(stem_key);
    const auto first =
        std::lower_bound(file.tables.begin(), file.tables.end(), language,
                         [](const Table& table, std::string_view name) { return table.language < name; });
    for (auto place = first; place != file.tables.end() && place->language == language; ++place) {
      const Table& table = *place;
      if (!targets.empty() && std::find(targets.begin(), targets.end(), table.target) == targets.end()) continue;
      const Strings& strings = file.strings.find(table.target)->second;
      Collect(strings, table, word, 1, &found);
      Collect(strings, table, stem, kThroughStem, &found);
    }
  }
  KeepBest(limit, &found);
  return found;
}

absl::Status Lexicon::Verify() const {
  for (const File& file : files_->files) RETURN_IF_ERROR(lexicon_file::Verify(file));
  return absl::OkStatus();
}

bool Lexicon::Covers(std::string_view language) const {
  if (language == "en") return true;
  for (const File& file : files_->files) {
    for (const Table& table : file.tables) {
      if (table.language == language) return true;
    }
  }
  return false;
}

std::vector<LexiconPair> Lexicon::Pairs() const {
  std::map<std::pair<std::string, std::string>, int64_t> words;
  for (const File& file : files_->files) {
    for (const Table& table : file.tables) {
      int64_t& most = words[{table.language, table.target}];
      most = std::max(most, WordsOf(table, file.strings.find(table.language)->second));
    }
  }
  std::vector<LexiconPair> pairs;
  for (const auto& [pair, count] : words) pairs.push_back({pair.first, pair.second, count});
  return pairs;
}

std::vector<std::string> Lexicon::LearnedSnapshots() const {
  std::vector<std::string> names;
  for (const File& file : files_->files) {
    if (!file.licence.starts_with(lexicon_format::kLearnedMark)) continue;
    names.push_back(file.licence.substr(lexicon_format::kLearnedMark.size()));
  }
  return names;
}

std::span<const File> Lexicon::files() const { return files_->files; }

const std::string& Lexicon::digest() const { return files_->digest; }

}  // namespace polygist::summary
