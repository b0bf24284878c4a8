// Writes the extracted text of pages, as the evaluation scripts expect it.
//
//   extract_pages FROM TO: for each FROM/<id>.html, which is UTF-8, writes TO/<id>.txt.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "ingest_service/extract/main_content.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::filesystem::path to = argv[2];
  std::filesystem::create_directories(to);
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    if (entry.path().extension() != ".html") continue;
    std::ifstream page(entry.path(), std::ios::binary);
    const std::string html((std::istreambuf_iterator<char>(page)), {});
    const auto extraction = polygist::ingest::ExtractHtml(html, {}, "");
    std::ofstream text(to / (entry.path().stem().string() + ".txt"), std::ios::binary);
    for (const auto& block : extraction.blocks) text << block.text.text() << "\n\n";
  }
  return 0;
}
