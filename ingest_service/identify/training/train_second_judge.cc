// Trains the second judge: one regression per script, and one per circle of near relatives.
//
//   train_second_judge TRAIN.tsv RELATIVES.tsv CLASSES.tsv OUT.model [PERCENT_OF_EXAMPLES [KIND...]]
//
// TRAIN.tsv as collect.py writes it, CLASSES.tsv as classify_words.py does; the kinds named are left out, to have
// text of a foreign kind to measure on. Deterministic: the same bytes on every run of the same binary. A script is
// learned whole, pruned to its weightiest weights, learned on, and quantized to 8 bits (second_judge.h describes
// the file).
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "ingest_service/identify/training/judge_file.h"
#include "ingest_service/identify/training/regression.h"
#include "ingest_service/identify/training/training_text.h"
#include "ingest_service/identify/training/word_class_file.h"
#include "ingest_service/identify/word_classes.h"

namespace polygist::ingest {
namespace {

struct ScriptPlan {
  const char* script;
  int log2_buckets;
  int64_t kept_weights;
  Mixture mixture;
};
// Room by number of languages to tell apart.
constexpr std::array<ScriptPlan, 8> kScripts = {{{"Latn", 17, 640'000, Mixture::kWholeLists},
                                                 {"Cyrl", 15, 90'000, Mixture::kBalanced},
                                                 {"Arab", 14, 40'000, Mixture::kBalanced},
                                                 {"Deva", 13, 24'000, Mixture::kBalanced},
                                                 {"Hani", 13, 10'000, Mixture::kBalanced},
                                                 {"Beng", 12, 8'000, Mixture::kBalanced},
                                                 {"Hebr", 12, 6'000, Mixture::kBalanced},
                                                 {"Ethi", 12, 6'000, Mixture::kBalanced}}};
constexpr size_t kFewestSegments = 300;  // A language with less is left to CLD2.
constexpr int kExamplesPerLanguage = 30'000;
constexpr int kExamplesAfterPruning = 15'000;
constexpr int kExamplesPerRelative = 60'000;
constexpr uint32_t kRunsOfCircle = 5;  // In one run the order of the examples decides much among near relatives.
constexpr uint32_t kFewestExamplesOfGroup = 4;

struct Circle {
  std::string script;
  int log2_buckets = 0;
  std::vector<std::string> tags;
  std::string table;  // Of WordClasses.
};

std::vector<Circle> ReadCircles(const std::string& path, const std::string& classes_path) {
  std::vector<Circle> circles;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    Circle circle;
    if (fields.size() < 3 || !absl::SimpleAtoi(fields[1], &circle.log2_buckets)) continue;
    circle.script = fields[0];
    circle.tags = absl::StrSplit(fields[2], ' ');
    circle.table = WordClassTable(classes_path, circle.tags.front());
    circles.push_back(std::move(circle));
  }
  return circles;
}

Regression LearnScript(const ScriptPlan& plan, const TextByTag& texts, int percent) {
  std::vector<std::string> tags;
  for (const auto& [tag, own] : texts) {
    if (own.running.size() + own.listed.size() >= kFewestSegments) tags.push_back(tag);
  }
  Regression regression(std::move(tags), plan.log2_buckets);
  regression.Train(texts, {kExamplesPerLanguage / 100 * percent, plan.mixture}, 1);
  const double whole = regression.Accuracy(texts);
  regression.Prune(plan.kept_weights);
  regression.Train(texts, {kExamplesAfterPruning / 100 * percent, plan.mixture}, 2);
  std::fprintf(stderr, "%s: %zu languages, %.2f %% of training pieces right, %.2f %% pruned, usual support %.3f\n",
               plan.script, regression.tags().size(), whole, regression.Accuracy(texts),
               regression.UsualSupport(texts));
  return regression;
}

// The running text of `tags`, without segments that two of them share: those are names, or were copied from the
// other language's catalogue, and say nothing of what differs.
TextByTag TextOfCircle(const std::vector<std::string>& tags, const TextByTag& texts) {
  TextByTag own;
  std::map<std::string_view, std::set<std::string_view>> used_by;
  for (const std::string& tag : tags) {
    TrainingText text = texts.at(tag);
    text.running.insert(text.running.end(), text.near.begin(), text.near.end());
    own.insert_or_assign(tag, std::move(text));
  }
  for (const auto& [tag, text] : own) {
    for (const std::string& segment : text.running) used_by[segment].insert(tag);
  }
  std::set<std::string> shared;
  for (const auto& [segment, users] : used_by) {
    if (users.size() > 1) shared.emplace(segment);
  }
  for (auto& [tag, text] : own) {
    std::erase_if(text.running, [&](const std::string& segment) { return shared.contains(segment); });
  }
  if (const auto english = texts.find("en"); english != texts.end()) own.insert(*english);
  return own;
}

Regression LearnCircle(const Circle& circle, const TextByTag& texts, int percent) {
  const TextByTag own = TextOfCircle(circle.tags, texts);
  std::string_view table = circle.table;
  WordClasses classes;
  classes.Read(table);
  const auto learn = [&](uint32_t seed) {
    Regression run(circle.tags, circle.log2_buckets, &classes);
    run.Train(own, {kExamplesPerRelative / 100 * percent, Mixture::kRunningAlike}, seed);
    run.ForgetRare(kFewestExamplesOfGroup);
    return run;
  };
  std::vector<std::future<Regression>> learned;
  for (uint32_t seed = 1; seed <= kRunsOfCircle; ++seed) learned.push_back(std::async(learn, seed));
  std::vector<Regression> runs;
  for (std::future<Regression>& run : learned) runs.push_back(run.get());
  const Regression regression = Regression::MeanOf(std::move(runs));
  std::fprintf(stderr, "%s: %.2f %% of training pieces right\n", absl::StrJoin(circle.tags, " ").c_str(),
               regression.Accuracy(own));
  return regression;
}

int Main(const char* train_path, const char* relatives_path, const char* classes_path, const char* out_path,
         int percent, const std::set<std::string_view>& left_out) {
  const Corpus corpus = ReadCorpus(train_path, left_out);
  // Each is learned by one thread, so the result does not depend on their number.
  std::vector<std::future<Regression>> scripts, relatives;
  for (const ScriptPlan& plan : kScripts) {
    scripts.push_back(std::async(LearnScript, plan, std::cref(corpus.at(plan.script)), percent));
  }
  const std::vector<Circle> circles = ReadCircles(relatives_path, classes_path);
  for (const Circle& circle : circles) {
    relatives.push_back(std::async(LearnCircle, circle, std::cref(corpus.at(circle.script)), percent));
  }
  JudgeFileWriter file;
  for (size_t i = 0; i < kScripts.size(); ++i) {
    const Regression regression = scripts[i].get();
    file.AddScript(kScripts[i].script, regression, regression.UsualSupport(corpus.at(kScripts[i].script)));
  }
  for (size_t i = 0; i < circles.size(); ++i) {
    file.AddRelatives(circles[i].script, relatives[i].get(), circles[i].table);
  }
  std::ofstream(out_path, std::ios::binary) << file.Finish();
  return 0;
}

}  // namespace
}  // namespace polygist::ingest

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: train_second_judge TRAIN.tsv RELATIVES.tsv CLASSES.tsv OUT.model "
                 "[PERCENT_OF_EXAMPLES [KIND...]]\n";
    return 2;
  }
  const int percent = argc > 5 ? std::atoi(argv[5]) : 100;
  return polygist::ingest::Main(argv[1], argv[2], argv[3], argv[4], percent, {argv + std::min(argc, 6), argv + argc});
}
