// Cost of comparing articles: a story of 200 sentences in four languages, and of 5,000 and more.
//
// Sentences are drawn from the invented events of tests/data/disagreements, with names and numbers
// that change from sentence to sentence, so that every sentence has renderings in the other
// languages: few words, and each in hundreds of sentences, which is the worst case. Where POLYGIST_BENCH_STORY names a
// file of lines "language <TAB> sentence", the first N of them are compared, too: text as it is written. Without a
// lexicon unless POLYGIST_LEXICON names a folder.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "summary_service/merging/compare_articles.h"

namespace polygist::summary {
namespace {

constexpr const char* kLanguages[] = {"en", "fr", "id", "nl"};
constexpr int kSentencesPerArticle = 25;

std::map<std::string, std::vector<std::string>> Templates() {
  std::ifstream in(POLYGIST_SOURCE_DIR "/tests/data/disagreements/events.tsv");
  std::map<std::string, std::vector<std::string>> templates;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string event, language, sentence;
    std::getline(fields, event, '\t');
    std::getline(fields, language, '\t');
    std::getline(fields, sentence);
    templates[language].push_back(sentence);
  }
  return templates;
}

// Sentence `number` of the story: its place and count are its own.
std::string SentenceOf(const std::vector<std::string>& templates, int number) {
  std::string sentence = templates[static_cast<size_t>(number) % templates.size()];
  sentence.replace(sentence.find("{}"), 2, std::to_string(20 + number));
  for (const char* place : {"Velmora", "Tarnova", "Odrin", "Novara"}) {
    const size_t at = sentence.find(place);
    if (at == std::string::npos) continue;
    const std::string name = {static_cast<char>('A' + number % 26),
                              static_cast<char>('a' + number / 26 % 26),
                              'r',
                              static_cast<char>('a' + number % 23),
                              'n',
                              'a'};
    sentence.replace(at, std::string(place).size(), name);
  }
  return sentence;
}

void Append(const std::string& sentence, SourceArticle& article) {
  const auto begin = static_cast<int64_t>(article.text.size());
  article.text += sentence;
  const ByteSpan span{begin, static_cast<int64_t>(article.text.size())};
  article.sentences.push_back({span, {}, static_cast<int>(article.blocks.size())});
  article.blocks.push_back({BlockKind::kParagraph, span});
  article.text += '\n';
}

std::vector<SourceArticle> StoryOf(int sentences) {
  const std::map<std::string, std::vector<std::string>> templates = Templates();
  std::vector<SourceArticle> articles;
  for (int made = 0; made < sentences; made += kSentencesPerArticle) {
    SourceArticle article;
    const int index = static_cast<int>(articles.size());
    article.language = kLanguages[index % 4];
    article.name = std::to_string(index);
    for (int i = 0; i < kSentencesPerArticle; ++i) {
      Append(SentenceOf(templates.at(article.language), index / 4 * kSentencesPerArticle + i), article);
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

const char* GivenStory() { return std::getenv("POLYGIST_BENCH_STORY"); }

// An article ends where the language changes, and after kSentencesPerArticle.
std::vector<SourceArticle> ReadStory(const char* path, int64_t sentences) {
  std::vector<SourceArticle> articles;
  std::ifstream in(path);
  std::string line;
  for (int64_t read = 0; read < sentences && std::getline(in, line); ++read) {
    const size_t tab = line.find('\t');
    const std::string language = line.substr(0, tab);
    if (articles.empty() || articles.back().language != language ||
        articles.back().sentences.size() == kSentencesPerArticle) {
      articles.emplace_back().language = language;
      articles.back().name = std::to_string(articles.size());
    }
    Append(line.substr(tab + 1), articles.back());
  }
  return articles;
}

// Memory of this process but what is mapped from files: the lexicon is shared between processes.
double OwnMegabytes() {
  std::ifstream in("/proc/self/status");
  for (std::string field; in >> field;) {
    double kilobytes = 0;
    if (field == "RssAnon:" && in >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}

void Compare(benchmark::State& state, const std::vector<SourceArticle>& articles) {
  std::optional<Lexicon> lexicon;
  if (const char* folder = std::getenv("POLYGIST_LEXICON")) {
    absl::StatusOr<Lexicon> opened = Lexicon::OpenFolder(folder);
    if (opened.ok()) lexicon = *std::move(opened);
  }
  // Nothing is given back, so that what is there afterwards is the most there was: of this workload and those before
  // it.
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  mallopt(M_MMAP_MAX, 0);
  static const double before = OwnMegabytes();
  for (auto _ : state) {
    const ArticleComparison comparison = CompareArticles(articles, lexicon ? &*lexicon : nullptr);
    if (comparison.groups.empty()) state.SkipWithError("The story has no groups.");
    benchmark::DoNotOptimize(comparison);
  }
  state.counters["own_mb"] = OwnMegabytes() - before;
}

void BM_CompareArticles(benchmark::State& state) { Compare(state, StoryOf(static_cast<int>(state.range(0)))); }
BENCHMARK(BM_CompareArticles)->Arg(200)->Arg(5000)->Arg(10000)->Arg(20000)->Unit(benchmark::kMillisecond);

void BM_Given(benchmark::State& state) { Compare(state, ReadStory(GivenStory(), state.range(0))); }

[[maybe_unused]] const benchmark::internal::Benchmark* const kGiven =
    GivenStory() == nullptr
        ? nullptr
        : benchmark::RegisterBenchmark("BM_Given", BM_Given)->Arg(200)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace polygist::summary
