// Plain text from bytes to cleaned text, each stage and the whole; an article of 4 kB with some
// furniture.
#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

#include "ingest_service/decode/charset.h"
#include "ingest_service/extract/plain/plain_text.h"
#include "ingest_service/fingerprint/fingerprint.h"
#include "ingest_service/normalize/normalize.h"

namespace polygist::ingest {
namespace {

std::string Article() {
  constexpr std::string_view kParagraphs[] = {
      "A ferry with 240 people on board ran aground off Brenmouth on Monday, the coast guard said; nobody "
      "was hurt, and tugs were to pull the ship free at high tide. It was the third accident on the line in "
      "two years, and the first with so many passengers. "
      "Then the weather was to blame; this time the sea lay calm and flat.",
      "The “Maria” had left at six in the morning with 31 cars, said the owner, who has run the line for "
      "nine years. Fog lay over the bay when the captain turned into the channel, and the light at its end "
      "was dark. He slowed down, but the current was stronger than he thought. "
      "Witnesses on the mole heard the horn three times before the ship shook and stood still.",
      "“We felt a bump, and then the engines stopped,” a passenger told reporters on the quay. The crew "
      "handed out vests and tea, she said, and most of the children slept through it all. Her own had asked "
      "only whether school would wait. "
      "One man complained that the loudspeakers had been silent for almost an hour.",
      "The harbour office will look into why the light was out. Its head, who was called back from his "
      "holiday, said that a lamp had been ordered in spring but never came, and that he would ask for the "
      "money again. Two other lights on the coast are as old. "
      "Until then two buoys with lanterns will mark the narrow part of the channel.",
      "Divers found a dent of four metres below the waterline, but no hole. Until the hull has been checked "
      "in dock the ship may carry nobody, so that commuters from the islands have to take the bus over the "
      "northern bridge, which needs an hour longer. "
      "A shuttle between both piers starts on Wednesday and is free for pupils and nurses.",
      "For the fishermen the accident comes at the worst time: the herring season opens on Friday, and the "
      "stranded ship blocks half of the channel. Their union wants the state to pay for every lost day, as "
      "it did after the storm of 2013. "
      "The ministry replied that it would look at every claim, but promised no fixed sums.",
      "The mayor thanked the volunteers who had rowed out in the dark. Eleven boats brought the passengers "
      "ashore in less than two hours; an old couple was carried down the ladder by firemen, and a dog "
      "jumped into the water and swam home by itself. "
      "Nobody would say afterwards how many trips they had made, or who had rowed the last one.",
      "Experts on shipping were not surprised. The sandbank has been moving east for decades, said a "
      "lecturer of the naval college, yet the charts in use were drawn when she was a student. New ones are "
      "promised for next year, if the survey ship is repaired by then. "
      "Her own measurements show that the water there has lost half of its depth since 1990.",
      "Insurance will cover the damage, the company hopes. Its two sister ships are booked out over the "
      "summer, and hiring another one costs about 20,000 a day. Tickets that were already sold stay valid, "
      "or can be returned at the counter on the pier. "
      "Analysts doubt it: the bank that financed the fleet has already asked for more security.",
      "Trade unions spoke of crews that are too small and shifts that are too long. On the night before the "
      "accident the helmsman had worked for eleven hours, they said; the company answered that all rules on "
      "rest were kept, and that records would show it. "
      "A court had ruled on a similar case in March and sided with the sailors of a gas tanker.",
      "In the afternoon the first tug arrived from the naval base, but its line broke at once. A second "
      "attempt with two tugs moved the bow by a few metres before the water fell. The pilots now wait for "
      "the spring tide, when the bay is deepest. "
      "If that fails too, a crane from abroad would have to lift the stern, which takes weeks.",
      "Down on the beach people had made a feast of it by then. A baker sold rolls in the shape of boats, "
      "the brass band played, and somebody had written a greeting to the captain in the sand with stones, "
      "large enough to be read from the bridge. "
      "At sunset the greeting was gone, and so were most of those who had come to look.",
  };
  std::string text = "Regional\n\nFerry runs aground off Brenmouth\n\nFerry runs aground off Brenmouth\n\n";
  for (const std::string_view paragraph : kParagraphs) {
    text += paragraph;
    text += "\n\n";
  }
  return text + "Share this\nMost read\nExit mobile version\n";
}

void SetBytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(text.size()));
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
