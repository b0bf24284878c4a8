// Plain text from bytes to cleaned text, each stage and the whole; an article of 5 kB with some
// furniture.
#include <benchmark/benchmark.h>

#include <string>

#include "ingest_service/decode/charset.h"
#include "ingest_service/extract/plain/plain_text.h"
#include "ingest_service/fingerprint/fingerprint.h"
#include "ingest_service/normalize/normalize.h"

namespace polygist::ingest {
namespace {

std::string Article() {
  std::string text =
      "Regional\n\nFerry runs aground off Brenmouth\n\nFerry runs aground off Brenmouth\n\n";
  for (int i = 1; i <= 12; ++i) {
    text +=
        "A ferry with " + std::to_string(200 + i) +
        " people on board ran aground off Brenmouth on Monday, the coast " +
        "guard said; nobody was hurt, and tugs were to pull the ship free at high tide. The "
        "“Maria” had left at six " +
        "in the morning with " + std::to_string(30 + i) +
        " cars, said the owner, who has run the line for " + std::to_string(i) +
        " years. “We felt a bump, and then the engines stopped,” a passenger told reporters.\n\n";
  }
  return text + "Share this\nMost read\nExit mobile version\n";
}

void SetBytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(text.size()));
}

void Decode(benchmark::State& state) {
  const std::string text = Article();
  for (auto _ : state) benchmark::DoNotOptimize(DecodeBytes(text, "utf-8", "text/plain"));
  SetBytes(state, text);
}

void Extract(benchmark::State& state) {
  const std::string text = Article();
  for (auto _ : state) {
    const Extraction extraction = ExtractPlainText(text, {}, {});
    if (extraction.blocks.size() != 12) state.SkipWithError("not the article");
  }
  SetBytes(state, text);
}

void Normalize(benchmark::State& state) {
  const std::string text = Article();
  const Extraction extraction = ExtractPlainText(text, {}, {});
  for (auto _ : state) benchmark::DoNotOptimize(CleanBlocks(extraction.blocks));
  SetBytes(state, text);
}

void Fingerprints(benchmark::State& state) {
  const std::string text = Article();
  for (auto _ : state) benchmark::DoNotOptimize(Fingerprint(text));
  SetBytes(state, text);
}

void DecodeExtractNormalize(benchmark::State& state) {
  const std::string text = Article();
  for (auto _ : state) {
    const DecodedText decoded = DecodeBytes(text, "", "text/plain");
    const CleanedText cleaned = CleanBlocks(ExtractPlainText(decoded.text.text(), {}, {}).blocks);
    if (cleaned.blocks.size() != 12) state.SkipWithError("not the article");
  }
  SetBytes(state, text);
}

BENCHMARK(Decode);
BENCHMARK(Extract);
BENCHMARK(Normalize);
BENCHMARK(Fingerprints);
BENCHMARK(DecodeExtractNormalize);

}  // namespace
}  // namespace polygist::ingest
