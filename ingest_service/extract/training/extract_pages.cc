// Writes the extracted text of pages, as the evaluation scripts expect it.
//
//   extract_pages FROM TO [MODEL PAGES]: for each FROM/<id>.html, which is UTF-8, writes TO/<id>.txt. With MODEL, a
//   file like data/block_model.tsv, by that model and only the pages that the file PAGES names, an id in each line: so
//   pages are judged by a model that was trained without their sites (train_blocks.py writes both).
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "ingest_service/extract/main_content.h"

namespace {

using polygist::ingest::BlockClassifier;

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(file)), {});
}

std::set<std::string> ReadLines(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::set<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.insert(line);
  return lines;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 5) return 2;
  const std::filesystem::path to = argv[2];
  std::filesystem::create_directories(to);
  const std::string model = argc == 5 ? ReadFile(argv[3]) : "";
  const BlockClassifier given(model);
  const BlockClassifier& classifier = argc == 5 ? given : BlockClassifier::Default();
  const std::set<std::string> wanted = argc == 5 ? ReadLines(argv[4]) : std::set<std::string>();
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    const std::string id = entry.path().stem().string();
    if (entry.path().extension() != ".html" || (argc == 5 && !wanted.contains(id))) continue;
    const auto extraction = polygist::ingest::ExtractHtml(ReadFile(entry.path()), {}, "", classifier);
    std::ofstream text(to / (id + ".txt"), std::ios::binary);
    for (const auto& block : extraction.blocks) text << block.text.text() << "\n\n";
  }
  return 0;
}
