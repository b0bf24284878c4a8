// Speed of sentence splitting on one core, UTF-8 in, spans out.
//
// Each workload is an article of the given number of bytes, made by repeating a paragraph; each run
// checks the number of sentences, so that a change that is fast but wrong fails.
#include <benchmark/benchmark.h>

#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/segment/sentences.h"

namespace polygist::ingest {
namespace {

struct Workload {
  std::string_view language;
  std::string_view paragraph;
  int64_t sentences;  // In one paragraph.
};

// A news paragraph in Latin script: numbers, titles and a quotation.
constexpr Workload kEnglish = {"en",
                               "The harbour authority said on Monday that 14 of the 22 ferries "
                               "would sail again by 6 p.m. on Friday. "
                               "\"We checked every hull twice,\" said Dr. Elena Marsh, who led the "
                               "survey. Repairs cost about $3.4 "
                               "million, roughly 12.5 percent more than planned. Was it worth the "
                               "wait? Most passengers thought so.\n",
                               5};
// The same in Cyrillic script: two bytes a letter.
constexpr Workload kRussian = {
    "ru",
    "Портовые власти сообщили в понедельник, что 14 из 22 паромов снова выйдут в море в 2024 г. "
    "после ремонта. "
    "«Мы дважды проверили каждый корпус», — сказала инженер Е. А. Маршева. Ремонт обошёлся "
    "примерно в 3,4 млн "
    "руб. и занял полгода. Стоило ли ждать? Большинство пассажиров считает, что да.\n",
    5};
// Three bytes a letter and marks without blanks.
constexpr Workload kJapanese = {"ja",
                                "港湾当局は月曜日、22隻のフェリーのうち14隻が金曜日の午後6時までに"
                                "運航を再開すると発表した。「すべての船体を二度"
                                "点検しました」と調査を率いた丸山博士は述べた。修理費は約3億4千万円"
                                "で、計画を12.5%上回った。待つ価値はあった"
                                "のだろうか？多くの乗客はそう考えている。\n",
                                5};
// Three bytes a letter in the block of the danda.
constexpr Workload kHindi = {"hi",
                             "बंदरगाह प्राधिकरण ने सोमवार को कहा कि 22 में से 14 नौकाएँ शुक्रवार शाम तक फिर "
                             "चलेंगी। सर्वेक्षण की प्रमुख डॉ. मार्श ने "
                             "बताया कि हर ढाँचे की दो बार जाँच हुई। मरम्मत पर लगभग 3.4 करोड़ रुपये खर्च हुए। "
                             "क्या प्रतीक्षा सार्थक रही? अधिकतर यात्री ऐसा ही "
                             "मानते हैं।\n",
                             5};

void BM_SplitSentences(benchmark::State& state, const Workload& workload) {
  std::string text;
  std::vector<Block> blocks;
  while (static_cast<int64_t>(text.size()) < state.range(0)) {
    Block block;
    block.span.begin = static_cast<int64_t>(text.size());
    text += workload.paragraph;
    block.span.end = static_cast<int64_t>(text.size()) - 1;
    text += '\n';
    blocks.push_back(block);
  }
  for (auto _ : state) {
    const std::vector<Sentence> sentences = SplitSentences(text, blocks, workload.language);
    if (static_cast<int64_t>(sentences.size()) != workload.sentences * static_cast<int64_t>(blocks.size())) {
      state.SkipWithError("wrong number of sentences");
      break;
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

// An article of 4 KiB, and one of 1 MiB.
BENCHMARK_CAPTURE(BM_SplitSentences, english, kEnglish)->Arg(4 << 10)->Arg(1 << 20);
BENCHMARK_CAPTURE(BM_SplitSentences, russian, kRussian)->Arg(4 << 10)->Arg(1 << 20);
BENCHMARK_CAPTURE(BM_SplitSentences, japanese, kJapanese)->Arg(4 << 10)->Arg(1 << 20);
BENCHMARK_CAPTURE(BM_SplitSentences, hindi, kHindi)->Arg(4 << 10)->Arg(1 << 20);

}  // namespace
}  // namespace polygist::ingest
