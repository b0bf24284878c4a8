// Cost of the summary engine, analysis included.
//
// Named workloads, made of invented sentences by a fixed generator:
//   Story      10 articles of about 340 words in one language: what a desk asks for all day
//   Languages  the same in five languages, merged
//   Sentences  one article of N sentences of about 20 words: how cost grows
//   Given      one article of the first N lines of the file that POLYGIST_BENCH_SENTENCES names, a sentence each;
//              only when it is set. tests/bench/compare_speed.py runs it beside a reference on the same sentences.
// Each asserts that it got the sentences it asked for.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "summary_service/pipeline/summarize_articles.h"

namespace polygist::summary {
namespace {

class Generator {
 public:
  uint32_t Next(uint32_t below) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>(state_ >> 33) % below;
  }

  // Word frequencies fall as in text: low numbers are drawn far more often.
  std::string Word() {
    static constexpr const char* kSyllables[] = {"ba", "ke", "lo", "mi", "tu", "sar", "ven", "dor", "pil", "gan"};
    uint32_t number = Next(4000) * Next(4000) / 4000;
    std::string word;
    do {
      word += kSyllables[number % 10];
      number /= 10;
    } while (number > 0);
    return word;
  }

  std::string Sentence(int words) {
    std::string sentence = Word();
    sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
    for (int i = 1; i < words; ++i) sentence += (Next(12) == 0 ? ", " : " ") + Word();
    return sentence + ".";
  }

 private:
  uint64_t state_ = 1;
};

// Three sentences make a paragraph.
void Append(const std::string& sentence, SourceArticle& article) {
  const bool begins = article.sentences.size() % 3 == 0;
  if (!article.text.empty()) article.text += begins ? "\n\n" : " ";
  const int64_t begin = static_cast<int64_t>(article.text.size());
  article.text += sentence;
  const ByteSpan span{begin, static_cast<int64_t>(article.text.size())};
  if (begins) article.blocks.push_back({BlockKind::kParagraph, span});
  article.blocks.back().span.end = span.end;
  article.sentences.push_back({span, span, static_cast<int>(article.blocks.size()) - 1});
}

SourceArticle MakeArticle(Generator& generator, int sentences, const std::string& language) {
  SourceArticle article;
  article.language = language;
  article.title = generator.Sentence(8);
  for (int i = 0; i < sentences; ++i) Append(generator.Sentence(12 + static_cast<int>(generator.Next(17))), article);
  return article;
}

SourceArticle ReadArticle(const char* path, int64_t sentences) {
  SourceArticle article;
  article.language = "en";
  std::ifstream in(path);
  for (std::string line; static_cast<int64_t>(article.sentences.size()) < sentences && std::getline(in, line);) {
    if (!line.empty()) Append(line, article);
  }
  return article;
}

std::vector<SourceArticle> MakeStory(const std::vector<std::string>& languages, int sentences) {
  Generator generator;
  std::vector<SourceArticle> articles;
  for (const std::string& language : languages) articles.push_back(MakeArticle(generator, sentences, language));
  return articles;
}

void Run(benchmark::State& state, const std::vector<SourceArticle>& articles, Budget budget, bool merged) {
  SummaryOptions options;
  options.budgets = {budget};
  options.per_language = !merged;
  options.merged = merged;
  for (auto _ : state) {
    const absl::StatusOr<Summaries> summaries = SummarizeArticles({}, articles, options);
    if (!summaries.ok() || (merged ? *summaries->merged : summaries->per_language[0]).sentences.empty()) {
      state.SkipWithError("no summary");
    }
  }
}

void BM_Story(benchmark::State& state) {
  Run(state, MakeStory(std::vector<std::string>(10, "en"), 17), {BudgetUnit::kWords, 250}, false);
}
BENCHMARK(BM_Story)->Unit(benchmark::kMicrosecond);

void BM_Languages(benchmark::State& state) {
  Run(state, MakeStory({"en", "fr", "id", "nl", "de", "en", "fr", "id", "nl", "de"}, 17), {BudgetUnit::kWords, 250},
      true);
}
BENCHMARK(BM_Languages)->Unit(benchmark::kMicrosecond);

void ReportPeak(benchmark::State& state) {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_mb"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

void BM_Sentences(benchmark::State& state) {
  Run(state, MakeStory({"en"}, static_cast<int>(state.range(0))), {BudgetUnit::kSentences, 10}, false);
  ReportPeak(state);
}
BENCHMARK(BM_Sentences)->Arg(200)->Arg(1000)->Arg(5000)->Unit(benchmark::kMicrosecond);

const char* GivenSentences() { return std::getenv("POLYGIST_BENCH_SENTENCES"); }

void BM_Given(benchmark::State& state) {
  const SourceArticle article = ReadArticle(GivenSentences(), state.range(0));
  if (static_cast<int64_t>(article.sentences.size()) < state.range(0)) {
    state.SkipWithError("POLYGIST_BENCH_SENTENCES names no file of as many lines");
    return;
  }
  Run(state, {article}, {BudgetUnit::kSentences, 10}, false);
  ReportPeak(state);
}

[[maybe_unused]] const benchmark::internal::Benchmark* const kGiven =
    GivenSentences() == nullptr ? nullptr
                                : benchmark::RegisterBenchmark("BM_Given", BM_Given)
                                      ->Arg(200)
                                      ->Arg(1000)
                                      ->Arg(5000)
                                      ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace polygist::summary
