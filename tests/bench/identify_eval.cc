// Language identification of lines: reads `id<TAB>text`, writes `id<TAB>code<TAB>confidence`, the form that
// language benchmarks read. With --tags it writes whole tags ("zh-Hant"); otherwise base languages.
//
//   identify_eval < sentences.tsv > predictions.tsv
#include <iostream>
#include <string>
#include <string_view>

#include "common/text/language_tag.h"
#include "ingest_service/identify/language.h"

int main(int argc, char** argv) {
  using namespace polygist;
  const bool whole_tags = argc > 1 && std::string_view(argv[1]) == "--tags";
  const ingest::LanguageModels models = ingest::LanguageModels::Load();
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string_view text = std::string_view(line).substr(tab + 1);
    const ingest::Language language = ingest::IdentifyLanguage(text, {}, models);
    std::cout << line.substr(0, tab) << '\t'
              << (whole_tags ? language.tag : text::BaseLanguage(language.tag)) << '\t'
              << language.confidence_permille / 1000.0 << '\n';
  }
}
