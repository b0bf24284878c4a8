// Writes what the trainer reads: every block of every page with the features the service computes.
//
//   dump_blocks FROM TO: for all FROM/<id>.html (UTF-8), in the order of their names, writes
//   TO.names (one feature per line), TO.f32 (rows of little-endian floats) and TO.tsv (one line per block:
//   page id, kind, level, text).
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "ingest_service/extract/block_features.h"

namespace {

using namespace polygist::ingest;

void DumpPage(const std::string& id, const std::string& html, std::ofstream& rows, std::ofstream& texts) {
  const HtmlDocument document = ParseHtml(html);
  const auto blocks = BuildBlocks(document);
  const ElementContexts contexts(document, blocks);
  const PageStructure structure = AnalyzeStructure(document, blocks, contexts);
  const auto by_rules = SelectByRules(document, blocks, contexts, structure);
  const PageMetadata metadata = ReadMetadata(document, blocks);
  const FeatureTable table = ComputeFeatures({document, blocks, contexts, structure, by_rules, metadata});
  rows.write(reinterpret_cast<const char*>(table.values.data()),
             static_cast<std::streamsize>(table.values.size() * sizeof(float)));
  for (const TextBlock& block : blocks) {
    std::string line = block.text;
    std::replace(line.begin(), line.end(), '\t', ' ');
    texts << id << '\t' << static_cast<int>(block.kind) << '\t' << block.level << '\t' << line << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string to = argv[2];
  std::vector<std::filesystem::path> pages;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    if (entry.path().extension() == ".html") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  std::ofstream names(to + ".names");
  for (const std::string& name : FeatureNames()) names << name << '\n';
  std::ofstream rows(to + ".f32", std::ios::binary);
  std::ofstream texts(to + ".tsv", std::ios::binary);
  for (const auto& path : pages) {
    std::ifstream page(path, std::ios::binary);
    DumpPage(path.stem().string(), std::string((std::istreambuf_iterator<char>(page)), {}), rows, texts);
  }
  return 0;
}
