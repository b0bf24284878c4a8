// Language identification of lines: reads `id<TAB>text`, writes `id<TAB>code<TAB>confidence`, the form that
// language benchmarks read. With --tags it writes whole tags ("zh-Hant"); otherwise base languages. With --speed
// it writes how many bytes of such texts, in memory, are identified in a second of processor time.
//
//   identify_eval < sentences.tsv > predictions.tsv
//   identify_eval --speed < articles.tsv
#include <ctime>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/language_tag.h"
#include "ingest_service/identify/language.h"

namespace polygist::ingest {
namespace {

struct Item {
  std::string id, text;
};

std::vector<Item> ReadItems() {
  std::vector<Item> items;
  for (std::string line; std::getline(std::cin, line);) {
    const size_t tab = line.find('\t');
    if (tab != std::string::npos) items.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return items;
}

void WriteAnswers(const std::vector<Item>& items, const LanguageModels& models, bool whole_tags) {
  for (const Item& item : items) {
    const Language language = IdentifyLanguage(item.text, {}, models);
    std::cout << item.id << '\t' << (whole_tags ? language.tag : text::BaseLanguage(language.tag)) << '\t'
              << language.confidence_permille / 1000.0 << '\n';
  }
}

void WriteSpeed(const std::vector<Item>& items, const LanguageModels& models) {
  constexpr int kRounds = 5;
  size_t bytes = 0;
  int named = 0;
  const std::clock_t begin = std::clock();
  for (int round = 0; round < kRounds; ++round) {
    for (const Item& item : items) {
      named += IdentifyLanguage(item.text, {}, models).tag != "und";
      bytes += item.text.size();
    }
  }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::cout << items.size() << " texts of " << bytes / kRounds / items.size() << " bytes, " << named / kRounds
            << " named: " << static_cast<double>(bytes) / 1e6 / seconds << " MB/s\n";
}

}  // namespace
}  // namespace polygist::ingest

int main(int argc, char** argv) {
  using namespace polygist::ingest;
  const std::string_view mode = argc > 1 ? argv[1] : "";
  std::ios::sync_with_stdio(false);
  const LanguageModels models = LanguageModels::Load();
  const std::vector<Item> items = ReadItems();
  if (items.empty()) return 1;
  if (mode == "--speed") {
    WriteSpeed(items, models);
  } else {
    WriteAnswers(items, models, mode == "--tags");
  }
}
