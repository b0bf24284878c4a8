// What calibrate.py measures: reads `id<TAB>text`, writes `id<TAB>base language<TAB>lead in nats`.
//
//   print_leads MODEL < TEXTS.tsv
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "common/text/language_tag.h"
#include "identify_data.h"
#include "ingest_service/identify/decision.h"

int main(int argc, char** argv) {
  using namespace polygist::ingest;
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(bytes);
  if (!judge.ok()) return 1;
  const LanguageTable table = LanguageTable::Parse(polygist::data::kLanguages);
  for (std::string line; std::getline(std::cin, line);) {
    const size_t tab = line.find('\t');
    const Evidence evidence = CollectEvidence(std::string_view(line).substr(tab + 1));
    const Decision decision = Decide(Ask(evidence, "", table, &*judge));
    std::cout << line.substr(0, tab) << '\t' << polygist::text::BaseLanguage(decision.tag) << '\t' << decision.lead
              << '\n';
  }
}
