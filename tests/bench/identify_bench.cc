// Language identification of articles of 4 KiB (the usual size), of one sentence, and of 10 MB.
#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/identify/language.h"

namespace polygist::ingest {
namespace {

struct Workload {
  const char* tag;
  const char* sentences;
};

// An easy Latin language, one of three near relatives, a two-byte script, a three-byte script.
constexpr std::array<Workload, 4> kWorkloads = {{
    {"en",
     "The council decided on Tuesday to close the old bridge until the repairs are finished. Engineers had "
     "warned for years that two of its pillars were weak, but the money was spent elsewhere. Shopkeepers on "
     "both banks fear a quiet winter and ask for a ferry. "},
    {"hr",
     "Gradsko vijeće odlučilo je u utorak zatvoriti stari most dok radovi ne završe. Stručnjaci su godinama "
     "upozoravali da su dva stupa slaba, no novac je otišao drugamo. Trgovci na obje obale boje se mirne zime i "
     "traže skelu, a općina obećava odgovor sljedeći tjedan. "},
    {"ru",
     "Городской совет решил во вторник закрыть старый мост до окончания ремонта. Инженеры годами "
     "предупреждали, что две опоры ослабли, но деньги ушли на другое. Торговцы на обоих берегах боятся тихой "
     "зимы и просят пустить паром. "},
    {"hi",
     "नगर परिषद ने मंगलवार को मरम्मत पूरी होने तक पुराने पुल को बंद करने का फैसला किया। इंजीनियर बरसों से चेतावनी दे रहे थे कि "
     "उसके दो खंभे कमजोर हैं, लेकिन पैसा कहीं और खर्च हुआ। "},
}};

std::string Repeat(std::string_view sentences, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += sentences;
  return text;
}

void IdentifyText(benchmark::State& state, const std::string& text, std::string_view tag) {
  const LanguageModels models = LanguageModels::Load();
  for (auto _ : state) {
    const Language language = IdentifyLanguage(text, {}, models);
    if (language.tag != tag) state.SkipWithError("wrong language");
    benchmark::DoNotOptimize(language);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

void BM_Article4KiB(benchmark::State& state) {
  const Workload& workload = kWorkloads[static_cast<size_t>(state.range(0))];
  state.SetLabel(workload.tag);
  IdentifyText(state, Repeat(workload.sentences, 4096), workload.tag);
}
BENCHMARK(BM_Article4KiB)->DenseRange(0, static_cast<int>(kWorkloads.size()) - 1);

// The paragraphs of an article in one language: ten of some 400 bytes.
void BM_Blocks(benchmark::State& state) {
  const LanguageModels models = LanguageModels::Load();
  const Workload& workload = kWorkloads[static_cast<size_t>(state.range(0))];
  state.SetLabel(workload.tag);
  std::string text;
  std::vector<Block> blocks;
  while (text.size() < 4096) {
    Block block;
    block.span.begin = static_cast<int64_t>(text.size());
    text += workload.sentences;
    block.span.end = static_cast<int64_t>(text.size());
    text += "\n\n";
    blocks.push_back(block);
  }
  const Language article = {.tag = workload.tag, .confidence_permille = 990, .script = ""};
  for (auto _ : state) {
    if (!IdentifyBlocks(text, blocks, article, models).empty()) state.SkipWithError("found a foreign block");
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}
BENCHMARK(BM_Blocks)->DenseRange(0, static_cast<int>(kWorkloads.size()) - 1);

void BM_Sentence(benchmark::State& state) {
  const std::string_view sentences = kWorkloads[0].sentences;
  IdentifyText(state, std::string(sentences.substr(0, sentences.find('.') + 1)), "en");
}
BENCHMARK(BM_Sentence);

void BM_TenMegabytes(benchmark::State& state) {
  IdentifyText(state, Repeat(kWorkloads[2].sentences, 10'000'000), "ru");
}
BENCHMARK(BM_TenMegabytes);

}  // namespace
}  // namespace polygist::ingest
