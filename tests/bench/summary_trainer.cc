// The engine as the trainer of the score weights sees it (summary_service/scoring/training/): topics are read and
// analysed once, then every table of weights gives a summary of each.
//
//   summary_trainer [--lexicon=FOLDER] TOPICS.jsonl... < weights.tsv tables, a line "." after each > one JSON line for
//   each table:
//   [[sentence, ...] for each topic]
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "summary_service/pipeline/prepared_request.h"
#include "tests/bench/topic_reader.h"

namespace polygist::summary {
namespace {

// A topic ready to be summarized. Stays where it is: the request refers to the rest.
struct Topic {
  std::vector<SourceArticle> articles;
  SummaryOptions options;
  std::optional<PreparedRequest> request;
};

constexpr std::string_view kLexicon = "--lexicon=";

using Topics = std::vector<std::unique_ptr<Topic>>;

absl::Status ReadTopics(const std::string& path, const TopicReader& reader, const Lexicon* lexicon,
                        const ScoreWeights& weights, Topics& topics) {
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) continue;
    const nlohmann::json json = nlohmann::json::parse(line);
    auto topic = std::make_unique<Topic>();
    topic->articles = reader.ArticlesOf(json);
    topic->options = OptionsOf(json);
    absl::StatusOr<PreparedRequest> request =
        PreparedRequest::Prepare({}, topic->articles, topic->options, lexicon, weights);
    if (!request.ok()) return request.status();
    topic->request.emplace(*std::move(request));
    topics.push_back(std::move(topic));
  }
  return absl::OkStatus();
}

nlohmann::json SummariesOf(const Topics& topics) {
  nlohmann::json summaries = nlohmann::json::array();
  for (const std::unique_ptr<Topic>& topic : topics) {
    const Summary summary = topic->request->EngineOf(topic->request->groups().back())->Summarize();
    summaries.push_back(LinesOf(summary, topic->articles));
  }
  return summaries;
}

absl::Status Run(int files, char** paths) {
  const TopicReader reader;
  ScoreWeights weights;
  Topics topics;
  absl::StatusOr<Lexicon> lexicon = absl::NotFoundError("");
  for (int i = 0; i < files; ++i) {
    const std::string_view path = paths[i];
    if (path.starts_with(kLexicon)) {
      lexicon = Lexicon::OpenFolder(std::string(path.substr(kLexicon.size())));
      if (!lexicon.ok()) return lexicon.status();
      continue;
    }
    const absl::Status read =
        ReadTopics(std::string(path), reader, lexicon.ok() ? &*lexicon : nullptr, weights, topics);
    if (!read.ok()) return read;
  }
  std::string table;
  for (std::string line; std::getline(std::cin, line);) {
    if (line != ".") {
      table += line + '\n';
      continue;
    }
    const absl::StatusOr<ScoreWeights> parsed = ParseScoreWeights(table);
    if (!parsed.ok()) return parsed.status();
    weights = *parsed;
    table.clear();
    std::cout << SummariesOf(topics).dump() << std::endl;
  }
  return absl::OkStatus();
}

}  // namespace
}  // namespace polygist::summary

int main(int argc, char** argv) {
  const absl::Status status = polygist::summary::Run(argc - 1, argv + 1);
  if (!status.ok()) std::cerr << status << '\n';
  return status.ok() ? 0 : 1;
}
