#include "ingest_service/identify/training/training_text.h"

#include <fstream>

#include "identify_data.h"
#include "ingest_service/identify/evidence.h"
#include "ingest_service/identify/language_table.h"

namespace polygist::ingest {
namespace {

struct Line {
  std::string_view tag, kind, text;
};

Line SplitLine(std::string_view line) {
  const size_t first = line.find('\t');
  const size_t second = line.find('\t', first + 1);
  return {line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)};
}

bool IsForCircles(std::string_view kind) { return kind == "near" || kind == "help" || kind == "blog"; }

// Calls visit(word) for each word of `words` (Evidence::words).
template <typename Visit>
void ForEachWord(const std::string& words, Visit&& visit) {
  for (size_t begin = 1; begin < words.size();) {
    const size_t end = words.find(' ', begin);
    visit(words.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::set<std::string> EnglishWords(const std::string& path) {
  std::set<std::string> english;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("en\t")) continue;
    ForEachWord(CollectEvidence(SplitLine(line).text).words,
                [&](std::string word) { english.insert(std::move(word)); });
  }
  return english;
}

// Word lists of all languages hold English words; they say nothing for their language.
std::string WithoutWords(const std::string& words, const std::set<std::string>& unwanted) {
  std::string kept = " ";
  ForEachWord(words, [&](const std::string& word) {
    if (!unwanted.contains(word)) kept += word + ' ';
  });
  return kept;
}

}  // namespace

Corpus ReadCorpus(const std::string& path, const std::set<std::string_view>& left_out) {
  constexpr size_t kWholeSegment = 4000;  // Bytes.
  constexpr int kFewestLetters = 4;
  constexpr size_t kShortestList = 12;  // Bytes.
  const std::set<std::string> english = EnglishWords(path);
  const LanguageTable table = LanguageTable::Parse(data::kLanguages);
  Corpus corpus;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const Line fields = SplitLine(line);
    if (left_out.contains(fields.kind)) continue;
    const Evidence evidence = CollectEvidence(fields.text, kWholeSegment);
    if (evidence.letters < kFewestLetters || !table.IsWrittenIn(fields.tag, evidence.script)) continue;
    TrainingText& texts = corpus[evidence.script][std::string(fields.tag)];
    if (fields.kind == "words") {
      std::string words = fields.tag == "en" ? evidence.words : WithoutWords(evidence.words, english);
      if (words.size() > kShortestList) texts.listed.push_back(std::move(words));
    } else {
      (IsForCircles(fields.kind) ? texts.near : texts.running).push_back(evidence.words);
    }
  }
  return corpus;
}

}  // namespace polygist::ingest
