// Speed of HTML extraction, whole and by stage.
//
// The page is generated: a news page of the size and shape usual today (some 170 kB, 1,700 elements, scripts,
// menus, an article of 30 paragraphs, comments, teasers). POLYGIST_HTML_PAGES names a folder of .html files to measure
// on instead. Items are pages.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "ingest_service/extract/block_classifier.h"
#include "ingest_service/extract/block_features.h"
#include "ingest_service/extract/main_content.h"

namespace {

using namespace polygist::ingest;

std::string MakePage() {
  std::string page = "<html lang=\"de\"><head><title>Ein Titel | Zeitung</title>";
  for (int i = 0; i < 30; ++i) page += "<script>" + std::string(3000, 'x') + "</script>";
  page += "</head><body><nav class=\"main-menu\"><ul>";
  for (int i = 0; i < 150; ++i)
    page += "<li class=\"menu-item\"><a href=\"/ressort/" + std::to_string(i) + "\">Ressort</a></li>";
  page += "</ul></nav><main><article class=\"article-body\"><h1>Ein Titel</h1>";
  for (int i = 0; i < 30; ++i) {
    page += "<p>Absatz " + std::to_string(i) +
            " erz\u00E4hlt, was geschah, wer dabei war, und <a href=\"/x\">warum</a> es wichtig ist. ";
    page += "Er hat einen zweiten Satz, damit er lang genug ist, und einen dritten. Der dritte ist kurz.</p>";
  }
  page += "</article><section class=\"related\">";
  for (int i = 0; i < 60; ++i)
    page +=
        "<div class=\"teaser card\"><a href=\"/y\"><img src=\"z.jpg\"><h3>Noch ein Titel</h3><p>Ein "
        "Anriss.</p></a></div>";
  page += "</section><div id=\"comments\">";
  for (int i = 0; i < 60; ++i)
    page +=
        "<div class=\"comment\"><span class=\"author\">Leser</span><p>Das sehe ich anders, und zwar ganz.</p></div>";
  return page + "</div></main><footer>Impressum</footer></body></html>";
}

const std::vector<std::string>& Pages() {
  static const std::vector<std::string>& pages = *[] {
    auto* read = new std::vector<std::string>;
    const char* folder = std::getenv("POLYGIST_HTML_PAGES");
    if (folder == nullptr) {
      read->push_back(MakePage());
      return read;
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      std::ifstream file(entry.path(), std::ios::binary);
      read->emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return read;
  }();
  return pages;
}

// Runs `work` on every page; reports pages and bytes.
template <typename Work>
void Measure(benchmark::State& state, Work work) {
  int64_t bytes = 0;
  for (const std::string& page : Pages()) bytes += static_cast<int64_t>(page.size());
  for (auto _ : state) {
    for (size_t i = 0; i < Pages().size(); ++i) work(i);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(Pages().size()));
  state.SetBytesProcessed(state.iterations() * bytes);
}

// One page with the results of all stages, for measuring a single one.
struct Stages {
  explicit Stages(const std::string& html)
      : document(ParseHtml(html)),
        blocks(BuildBlocks(document)),
        contexts(document, blocks),
        structure(AnalyzeStructure(document, blocks, contexts)),
        by_rules(SelectByRules(document, blocks, contexts, structure)),
        metadata(ReadMetadata(document, blocks)) {}

  PageEvidence evidence() const { return {document, blocks, contexts, structure, by_rules, metadata}; }

  HtmlDocument document;
  std::vector<TextBlock> blocks;
  ElementContexts contexts;
  PageStructure structure;
  std::vector<bool> by_rules;
  PageMetadata metadata;
};

const Stages& StagesOf(size_t page) {
  static const std::vector<Stages>& all = *[] {
    auto* made = new std::vector<Stages>;
    made->reserve(Pages().size());
    for (const std::string& html : Pages()) made->emplace_back(html);
    return made;
  }();
  return all[page];
}

void BM_Whole(benchmark::State& state) {
  Measure(state, [&](size_t i) {
    const Extraction extraction = ExtractHtml(Pages()[i], {}, "");
    if (extraction.blocks.empty()) state.SkipWithError("a page with text had no body");
  });
}
BENCHMARK(BM_Whole)->Unit(benchmark::kMillisecond);

void BM_Parse(benchmark::State& state) {
  Measure(state, [](size_t i) { benchmark::DoNotOptimize(ParseHtml(Pages()[i]).size()); });
}
BENCHMARK(BM_Parse)->Unit(benchmark::kMillisecond);

void BM_Blocks(benchmark::State& state) {
  Measure(state, [](size_t i) { benchmark::DoNotOptimize(BuildBlocks(StagesOf(i).document).size()); });
}
BENCHMARK(BM_Blocks)->Unit(benchmark::kMillisecond);

void BM_Contexts(benchmark::State& state) {
  Measure(state, [](size_t i) {
    benchmark::DoNotOptimize(ElementContexts(StagesOf(i).document, StagesOf(i).blocks).HoldsBlocks(0));
  });
}
BENCHMARK(BM_Contexts)->Unit(benchmark::kMillisecond);

void BM_Metadata(benchmark::State& state) {
  Measure(state, [](size_t i) {
    benchmark::DoNotOptimize(ReadMetadata(StagesOf(i).document, StagesOf(i).blocks).title.size());
  });
}
BENCHMARK(BM_Metadata)->Unit(benchmark::kMillisecond);

void BM_Features(benchmark::State& state) {
  Measure(state, [](size_t i) { benchmark::DoNotOptimize(ComputeFeatures(StagesOf(i).evidence()).width); });
}
BENCHMARK(BM_Features)->Unit(benchmark::kMillisecond);

void BM_Judgement(benchmark::State& state) {
  std::vector<FeatureTable> tables;
  for (size_t i = 0; i < Pages().size(); ++i) tables.push_back(ComputeFeatures(StagesOf(i).evidence()));
  Measure(state, [&](size_t i) {
    const auto judged = BlockClassifier::Default().Judge(tables[i]);
    if (judged.size() != StagesOf(i).blocks.size()) state.SkipWithError("a block was not judged");
  });
}
BENCHMARK(BM_Judgement)->Unit(benchmark::kMillisecond);

}  // namespace
