// The text that the trainer learns from, as collect.py writes it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace polygist::ingest {

// Evidence::words of segments.
struct TrainingText {
  std::vector<std::string> running;
  std::vector<std::string> listed;  // Random words, without those that English has too.
  std::vector<std::string> near;    // More running text, also of a variety that stands nearest: for circles only.
};

using TextByTag = std::map<std::string, TrainingText>;
using Corpus = std::map<std::string, TextByTag>;  // By script.

// Reads lines `tag<TAB>kind<TAB>text` of languages that data/languages.tsv knows in the script of the text.
// The kinds in `left_out` are left out.
Corpus ReadCorpus(const std::string& path, const std::set<std::string_view>& left_out);

}  // namespace polygist::ingest
