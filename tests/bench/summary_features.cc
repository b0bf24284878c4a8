// Writes what the trainer of the bigram weights reads (summary_service/scoring/training/): one line per bigram of
// each topic with references, "topic <TAB> language <TAB> references that hold it <TAB> references <TAB> features".
//
//   summary_features < topics.jsonl > bigrams.tsv
#include <iostream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <string>

#include "summary_service/analysis/analyze_articles.h"
#include "summary_service/scoring/bigram_values.h"
#include "summary_service/scoring/centrality.h"
#include "tests/bench/topic_reader.h"

namespace polygist::summary {
namespace {

using Bigram = std::pair<TermId, TermId>;

std::set<Bigram> BigramsOf(const AnalyzedCorpus& corpus, int article) {
  std::set<Bigram> bigrams;
  for (int s = corpus.articles[article].sentence_begin; s < corpus.articles[article].sentence_end; ++s) {
    const std::span<const TermId> tokens = corpus.TokensOf(corpus.sentences[s]);
    for (size_t i = 1; i < tokens.size(); ++i) bigrams.emplace(tokens[i - 1], tokens[i]);
  }
  return bigrams;
}

void Write(const nlohmann::json& topic, const TopicReader& reader) {
  const std::string language = topic.at("lang");
  std::vector<SourceArticle> articles = reader.ArticlesOf(topic);
  std::vector<int> group(articles.size());
  std::iota(group.begin(), group.end(), 0);
  for (const nlohmann::json& reference : topic.at("references")) {
    articles.push_back(reader.ArticleOf(reference.get<std::string>(), language));
  }
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  std::vector<std::set<Bigram>> references;
  for (size_t i = group.size(); i < articles.size(); ++i) references.push_back(BigramsOf(corpus, static_cast<int>(i)));
  const TermStatistics statistics = CountTerms(corpus, group);
  const SentenceVectors vectors(corpus, statistics, group);
  const BigramIndex bigrams(corpus, vectors);
  const std::vector<BigramFeatures> features =
      MeasureBigrams(corpus, vectors, bigrams, statistics, MeasureCentrality(corpus, vectors));
  for (BigramId b = 0; b < bigrams.bigrams(); ++b) {
    int held = 0;
    for (const std::set<Bigram>& reference : references) held += reference.contains(bigrams.WordsOf(b));
    std::cout << topic.at("topic").get<std::string>() << '\t' << language << '\t' << held << '\t' << references.size();
    for (const double feature : features[b]) std::cout << '\t' << feature;
    std::cout << '\n';
  }
}

}  // namespace
}  // namespace polygist::summary

int main() {
  const polygist::summary::TopicReader reader;
  for (std::string line; std::getline(std::cin, line);) {
    if (!line.empty()) polygist::summary::Write(nlohmann::json::parse(line), reader);
  }
}
