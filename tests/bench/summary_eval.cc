// Summarizes JSON lines without services: the input and output of `polygist batch summarize`, for measuring
// the engine alone while it is worked on.
//
//   summary_eval [--weights=FILE] [--lexicon=FOLDER] < topics.jsonl > summaries.jsonl
//
// "dangling" has the indices of the lines that are flagged as leaning on a sentence that is not there.
#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "summary_service/pipeline/summarize_articles.h"
#include "tests/bench/topic_reader.h"

namespace polygist::summary {
namespace {

using Json = nlohmann::json;

struct Resources {
  absl::StatusOr<Lexicon> lexicon = absl::NotFoundError("");
  std::optional<ScoreWeights> weights;
};

Resources ResourcesOf(int argc, char** argv) {
  constexpr std::string_view kWeights = "--weights=", kLexicon = "--lexicon=";
  Resources resources;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with(kLexicon)) {
      resources.lexicon = Lexicon::OpenFolder(std::string(argument.substr(kLexicon.size())));
      if (!resources.lexicon.ok()) std::cerr << resources.lexicon.status() << '\n';
    }
    if (!argument.starts_with(kWeights)) continue;
    std::ifstream file{std::string(argument.substr(kWeights.size()))};
    const std::string tsv{std::istreambuf_iterator<char>(file), {}};
    const absl::StatusOr<ScoreWeights> weights = ParseScoreWeights(tsv);
    if (weights.ok()) resources.weights = *weights;
    if (!weights.ok()) std::cerr << weights.status() << '\n';
  }
  return resources;
}

Json Summarized(const Json& topic, const TopicReader& reader, const Resources& resources) {
  const std::vector<SourceArticle> articles = reader.ArticlesOf(topic);
  const SummaryOptions options = OptionsOf(topic);
  const auto start = std::chrono::steady_clock::now();
  const absl::StatusOr<Summaries> summaries =
      SummarizeArticles(RequestContext{}, articles, options, resources.lexicon.ok() ? &*resources.lexicon : nullptr,
                        resources.weights ? &*resources.weights : nullptr);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  if (!summaries.ok()) return {{"topic", topic.at("topic")}, {"error", summaries.status().ToString()}};
  const Summary& summary = options.merged ? *summaries->merged : summaries->per_language.front();
  std::string text;
  for (const std::string& line : LinesOf(summary, articles)) text += (text.empty() ? "" : "\n") + line;
  Json dangling = Json::array();
  for (size_t i = 0; i < summary.sentences.size(); ++i) {
    const std::vector<SentenceFlag>& flags = summary.sentences[i].flags;
    if (!flags.empty() && flags.front() != SentenceFlag::kExcerpt) dangling.push_back(i);
  }
  return {{"topic", topic.at("topic")},
          {"lang", topic.at("lang")},
          {"summary", text},
          {"dangling", std::move(dangling)},
          {"seconds", seconds.count()}};
}

}  // namespace
}  // namespace polygist::summary

int main(int argc, char** argv) {
  const polygist::summary::TopicReader reader;
  const polygist::summary::Resources resources = polygist::summary::ResourcesOf(argc, argv);
  for (std::string line; std::getline(std::cin, line);) {
    if (line.empty()) continue;
    std::cout << polygist::summary::Summarized(nlohmann::json::parse(line), reader, resources).dump() << '\n';
  }
}
