// Decoding alone: sound UTF-8, which is nearly everything; a legacy encoding that is named; one to
// be found out.
#include <benchmark/benchmark.h>

#include <string>

#include "ingest_service/decode/charset.h"

namespace polygist::ingest {
namespace {

std::string Repeat(std::string_view part, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

// "The port is closed until evening, said the mayor." in Russian.
constexpr std::string_view kRussian1251 =
    "\xCF\xEE\xF0\xF2 \xE7\xE0\xEA\xF0\xFB\xF2 \xE4\xEE \xE2\xE5\xF7\xE5\xF0\xE0, "
    "\xF1\xEE\xEE\xE1\xF9\xE8\xEB "
    "\xEC\xFD\xF0 \xE3\xEE\xF0\xEE\xE4\xE0.\n";

void Decode(benchmark::State& state, const std::string& bytes, std::string_view label, std::string_view charset) {
  for (auto _ : state) {
    const DecodedText decoded = DecodeBytes(bytes, label, "text/plain");
    if (decoded.charset != charset) state.SkipWithError("decoded from the wrong encoding");
    benchmark::DoNotOptimize(decoded.text.text().data());
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(bytes.size()));
}

void Utf8(benchmark::State& state) {
  Decode(state, Repeat("Le port reste fermé jusqu’à ce soir, a dit la maire.\n", 5000), "", "utf-8");
}
void NamedLegacy(benchmark::State& state) { Decode(state, Repeat(kRussian1251, 5000), "windows-1251", "windows-1251"); }
void UnnamedLegacy(benchmark::State& state) { Decode(state, Repeat(kRussian1251, 5000), "", "windows-1251"); }

BENCHMARK(Utf8);
BENCHMARK(NamedLegacy);
BENCHMARK(UnnamedLegacy);

}  // namespace
}  // namespace polygist::ingest
