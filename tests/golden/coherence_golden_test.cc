// Sentences of short articles in many languages, each read by itself and labelled: "." says what it means alone, "<"
// leans on what its article says before it, "?" leans and is known to be missed (definite nouns, impersonal verbs).
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "summary_service/analysis/analyze_articles.h"
#include "summary_service/selection/coherence.h"
#include "tests/support/source_articles.h"

namespace polygist::summary {
namespace {

namespace fs = std::filesystem;

const fs::path kTexts = fs::path(POLYGIST_SOURCE_DIR) / "tests/golden/coherence";

std::vector<std::string> Languages() {
  std::vector<std::string> languages;
  for (const auto& entry : fs::directory_iterator(kTexts)) languages.push_back(entry.path().stem().string());
  std::sort(languages.begin(), languages.end());
  return languages;
}

class CoherenceGoldenTest : public testing::TestWithParam<std::string> {};

TEST_P(CoherenceGoldenTest, TellsWhatLeans) {
  std::ifstream file(kTexts / (GetParam() + ".tsv"));
  std::string labels;
  std::vector<std::string> sentences;
  for (std::string line; std::getline(file, line);) {
    labels += line.at(0);
    sentences.push_back(line.substr(2));
  }
  const std::vector<std::string_view> views(sentences.begin(), sentences.end());
  const std::vector<SourceArticle> articles = {ArticleOf(GetParam(), views)};
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  for (int32_t n = 0; n < static_cast<int32_t>(sentences.size()); ++n) {
    std::vector<bool> alone(sentences.size());
    alone[n] = true;
    EXPECT_EQ(LackOf(corpus.sentences, n, alone).has_value(), labels[n] == '<') << labels[n] << ' ' << sentences[n];
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, CoherenceGoldenTest, testing::ValuesIn(Languages()),
                         [](const testing::TestParamInfo<std::string>& info) { return info.param; });

}  // namespace
}  // namespace polygist::summary
