// Cost of comparing articles: a story of 200 sentences in four languages, and one of 5,000.
//
// Sentences are drawn from the invented events of tests/data/disagreements, with names and numbers
// that change from sentence to sentence, so that every sentence has renderings in the other
// languages. Without a lexicon unless POLYGIST_LEXICON names a folder.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
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

std::vector<SourceArticle> StoryOf(int sentences) {
  const std::map<std::string, std::vector<std::string>> templates = Templates();
  std::vector<SourceArticle> articles;
  for (int made = 0; made < sentences; made += kSentencesPerArticle) {
    SourceArticle article;
    const int index = static_cast<int>(articles.size());
    article.language = kLanguages[index % 4];
    article.name = std::to_string(index);
    for (int i = 0; i < kSentencesPerArticle; ++i) {
      const auto begin = static_cast<int64_t>(article.text.size());
      article.text +=
          SentenceOf(templates.at(article.language), index / 4 * kSentencesPerArticle + i);
      const ByteSpan span{begin, static_cast<int64_t>(article.text.size())};
      article.blocks.push_back({BlockKind::kParagraph, span});
      article.sentences.push_back({span, {}, i});
      article.text += '\n';
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

void BM_CompareArticles(benchmark::State& state) {
  std::optional<Lexicon> lexicon;
  if (const char* folder = std::getenv("POLYGIST_LEXICON")) {
    absl::StatusOr<Lexicon> opened = Lexicon::OpenFolder(folder);
    if (opened.ok()) lexicon = *std::move(opened);
  }
  const std::vector<SourceArticle> articles = StoryOf(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    const ArticleComparison comparison = CompareArticles(articles, lexicon ? &*lexicon : nullptr);
    if (comparison.groups.empty()) state.SkipWithError("The story has no groups.");
    benchmark::DoNotOptimize(comparison);
  }
}
BENCHMARK(BM_CompareArticles)->Arg(200)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace polygist::summary
