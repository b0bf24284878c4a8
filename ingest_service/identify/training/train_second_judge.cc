// Trains the second judge: softmax regression over hashed letter groups, one section per script.
//
//   train_second_judge TRAIN.tsv OUT.model [PERCENT_OF_EXAMPLES [KIND...]]
//
// The kinds named are left out, to have text of a foreign kind to measure on.
//
// TRAIN.tsv as collect.py writes it. Deterministic: fixed seeds, one thread, the same bytes on every run of
// the same binary. Stochastic gradient descent with AdaGrad steps on pieces of random length; then all but
// the weightiest weights are dropped, the rest trained on, and quantized to 8 bits (second_judge.h describes
// the file).
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "identify_data.h"
#include "ingest_service/identify/evidence.h"
#include "ingest_service/identify/language_table.h"
#include "ingest_service/identify/letter_groups.h"
#include "ingest_service/identify/second_judge.h"

namespace polygist::ingest {
namespace {

struct SectionPlan {
  const char* script;
  int log2_buckets;
  int64_t kept_weights;
};
// Room by number of languages to tell apart.
constexpr std::array<SectionPlan, 9> kPlans = {{{"Latn", 17, 640'000},
                                                {"Cyrl", 15, 90'000},
                                                {"Arab", 14, 40'000},
                                                {"Deva", 13, 24'000},
                                                {"Hani", 13, 10'000},
                                                {"Beng", 12, 8'000},
                                                {"Hebr", 12, 6'000},
                                                {"Ethi", 12, 6'000},
                                                {"Tibt", 12, 6'000}}};
constexpr size_t kFewestSegments = 300;  // A language with less is left to CLD2.
constexpr int kExamplesPerLanguage = 30'000;
constexpr int kExamplesAfterPruning = 15'000;
constexpr float kStep = 0.35F;

using Random = std::mt19937;

struct Examples {
  std::vector<std::string> running;  // Evidence::words of segments of running text.
  std::vector<std::string> listed;   // Of segments of random words.
};

using Corpus = std::map<std::string, std::map<std::string, Examples>>;  // By script, then tag.

struct Section {
  std::vector<std::string> tags;
  int log2_buckets = 0;
  size_t stride = 0;
  std::vector<float> weights;  // [bucket][stride]
  std::vector<float> squares;
  std::vector<bool> dropped;   // Empty until pruned.
  std::vector<uint32_t> seen;  // Per bucket.

  size_t BucketOf(uint32_t hash) const { return hash >> (32 - log2_buckets); }
};

// ---- corpus -------------------------------------------------------------------------------------------

struct Line {
  std::string_view tag, kind, text;
};

Line SplitLine(std::string_view line) {
  const size_t first = line.find('\t');
  const size_t second = line.find('\t', first + 1);
  return {line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)};
}

std::set<std::string> EnglishWords(const std::string& path) {
  std::set<std::string> english;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("en\t")) continue;
    const std::string words = CollectEvidence(SplitLine(line).text).words;
    for (size_t begin = 1; begin < words.size();) {
      const size_t end = words.find(' ', begin);
      english.insert(words.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return english;
}

// Word lists of all languages hold English words; they say nothing for their language.
std::string WithoutWords(const std::string& words, const std::set<std::string>& unwanted) {
  std::string kept = " ";
  for (size_t begin = 1; begin < words.size();) {
    const size_t end = words.find(' ', begin);
    const std::string word = words.substr(begin, end - begin);
    if (!unwanted.contains(word)) kept += word + ' ';
    begin = end + 1;
  }
  return kept;
}

Corpus ReadCorpus(const std::string& path, const std::set<std::string_view>& left_out) {
  const std::set<std::string> english = EnglishWords(path);
  const LanguageTable table = LanguageTable::Parse(data::kLanguages);
  Corpus corpus;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const Line fields = SplitLine(line);
    if (left_out.contains(fields.kind)) continue;
    const Evidence evidence = CollectEvidence(fields.text, 4000);
    if (evidence.letters < 4 || !table.IsWrittenIn(fields.tag, evidence.script)) continue;
    Examples& examples = corpus[evidence.script][std::string(fields.tag)];
    if (fields.kind == "words") {
      const std::string words = fields.tag == "en" ? evidence.words : WithoutWords(evidence.words, english);
      if (words.size() > 12) examples.listed.push_back(words);
    } else {
      examples.running.push_back(evidence.words);
    }
  }
  return corpus;
}

// ---- examples -----------------------------------------------------------------------------------------

// A piece of `words` of about `bytes`, from one word boundary to another.
std::string_view Piece(std::string_view words, size_t bytes, Random& random) {
  if (words.size() <= bytes + 8) return words;
  const size_t begin = words.find(' ', random() % (words.size() - bytes));
  const size_t end = words.find(' ', std::min(words.size() - 1, begin + bytes));
  if (begin == std::string_view::npos || end == std::string_view::npos || end <= begin + 4) return words;
  return words.substr(begin, end - begin + 1);
}

// Short and long pieces alike; a fifth hold a stray English word, as names and terms are in any news.
std::string MakeExample(const std::vector<std::string>& segments, const Examples* english, Random& random) {
  const size_t bytes = 14 + random() % 26 * (random() % 9);
  std::string words;
  while (words.size() < bytes) words += Piece(segments[random() % segments.size()], bytes, random);
  if (english != nullptr && random() % 5 == 0) {
    words += Piece(english->running[random() % english->running.size()], 6, random);
  }
  return words;
}

void BucketsOf(std::string_view words, const Section& section, std::vector<uint32_t>& buckets) {
  buckets.clear();
  ForEachLetterGroup(words, [&](uint32_t hash) {
    buckets.push_back(static_cast<uint32_t>(section.BucketOf(hash)));
  });
}

// ---- regression ---------------------------------------------------------------------------------------

// Probabilities of all languages; buckets.size() > 0.
void Predict(const Section& section, const std::vector<uint32_t>& buckets, std::vector<float>& p) {
  p.assign(section.stride, 0.0F);
  for (const uint32_t bucket : buckets) {
    const float* row = &section.weights[bucket * section.stride];
    for (size_t c = 0; c < section.stride; ++c) p[c] += row[c];
  }
  const float scale = 1.0F / std::sqrt(static_cast<float>(buckets.size()));
  float most = -1e30F;
  for (size_t c = 0; c < section.tags.size(); ++c) most = std::max(most, p[c] *= scale);
  float sum = 0;
  for (size_t c = 0; c < section.tags.size(); ++c) sum += p[c] = std::exp(p[c] - most);
  for (size_t c = 0; c < section.tags.size(); ++c) p[c] /= sum;
}

void Learn(Section& section, const std::vector<uint32_t>& buckets, size_t truth, std::vector<float>& p) {
  Predict(section, buckets, p);
  const float scale = 1.0F / std::sqrt(static_cast<float>(buckets.size()));
  for (size_t c = 0; c < section.tags.size(); ++c) {
    const float error = p[c] - (c == truth ? 1.0F : 0.0F);
    if (std::fabs(error) < 0.002F) continue;
    const float gradient = error * scale;
    for (const uint32_t bucket : buckets) {
      const size_t at = bucket * section.stride + c;
      if (!section.dropped.empty() && section.dropped[at]) continue;
      float& square = section.squares[at];
      square += gradient * gradient;
      section.weights[at] -= kStep * gradient / std::sqrt(square + 1e-3F);
    }
  }
}

struct Lesson {
  size_t language;
  bool listed;
};

// Running text: the same amount of every language, more of those with much of it, less where there is little.
// Lists: every list segment as often as any other, so that a word which stands in several lists speaks for
// none of them, however long they are.
std::vector<Lesson> MakeSchedule(const Section& section, const std::map<std::string, Examples>& corpus,
                                 int per_language, Random& random) {
  constexpr double kUsualSegments = 15'000, kLeast = 0.25, kMost = 1.6;
  constexpr double kListShare = 0.6;  // Examples of each list segment, when per_language is kUsualSegments.
  std::vector<Lesson> schedule;
  for (size_t c = 0; c < section.tags.size(); ++c) {
    const Examples& examples = corpus.at(section.tags[c]);
    if (!examples.running.empty()) {
      const double amount = static_cast<double>(examples.running.size()) / kUsualSegments;
      schedule.insert(schedule.end(), static_cast<size_t>(per_language * std::clamp(std::sqrt(amount), kLeast, kMost)),
                      Lesson{c, false});
    }
    schedule.insert(schedule.end(),
                    static_cast<size_t>(static_cast<double>(examples.listed.size()) * kListShare * per_language / kUsualSegments),
                    Lesson{c, true});
  }
  for (size_t i = schedule.size(); i > 1; --i) std::swap(schedule[i - 1], schedule[random() % i]);
  return schedule;
}

void Train(Section& section, const std::map<std::string, Examples>& corpus, int per_language, uint32_t seed) {
  Random random(seed);
  const auto english = corpus.find("en");
  std::vector<uint32_t> buckets;
  std::vector<float> p;
  for (const Lesson& lesson : MakeSchedule(section, corpus, per_language, random)) {
    const std::string& tag = section.tags[lesson.language];
    const Examples& examples = corpus.at(tag);
    const Examples* stray = english == corpus.end() || tag == "en" ? nullptr : &english->second;
    BucketsOf(MakeExample(lesson.listed ? examples.listed : examples.running, stray, random), section, buckets);
    if (buckets.empty()) continue;
    for (const uint32_t bucket : buckets) ++section.seen[bucket];
    Learn(section, buckets, lesson.language, p);
  }
}

// Only differences between languages count: the middle of a row is taken out, so that small weights are
// those that say nothing.
void CenterRows(Section& section) {
  std::vector<float> row(section.tags.size());
  for (size_t b = 0; b < section.weights.size() / section.stride; ++b) {
    float* weights = &section.weights[b * section.stride];
    row.assign(weights, weights + section.tags.size());
    std::nth_element(row.begin(), row.begin() + row.size() / 2, row.end());
    for (size_t c = 0; c < section.tags.size(); ++c) weights[c] -= row[row.size() / 2];
  }
}

void Prune(Section& section, int64_t kept) {
  CenterRows(section);
  std::vector<float> worth(section.weights.size());
  for (size_t i = 0; i < worth.size(); ++i) {
    const float often = std::sqrt(static_cast<float>(section.seen[i / section.stride]));
    worth[i] = std::fabs(section.weights[i]) * std::min(often, 40.0F);
  }
  section.dropped.assign(worth.size(), false);
  if (static_cast<int64_t>(worth.size()) <= kept) return;
  std::vector<float> sorted = worth;
  std::nth_element(sorted.begin(), sorted.end() - kept, sorted.end());
  const float least = *(sorted.end() - kept);
  for (size_t i = 0; i < worth.size(); ++i) {
    if (worth[i] >= least) continue;
    section.dropped[i] = true;
    section.weights[i] = 0;
  }
}

// ---- file ---------------------------------------------------------------------------------------------

void PutU8(std::string& out, uint32_t value) { out.push_back(static_cast<char>(value)); }
void PutU32(std::string& out, uint32_t value) {
  for (int i = 0; i < 4; ++i) PutU8(out, value >> (8 * i) & 0xFF);
}
void PutName(std::string& out, const std::string& name) {
  PutU8(out, static_cast<uint32_t>(name.size()));
  out += name;
}

void WriteSection(const Section& section, const std::string& script, std::string& out) {
  float most = 0;
  for (const float weight : section.weights) most = std::max(most, std::fabs(weight));
  // A few outliers must not cost all others their precision.
  const float unit = std::min(most, 8.0F) / 127;
  PutName(out, script);
  PutU8(out, static_cast<uint32_t>(section.log2_buckets));
  PutU8(out, static_cast<uint32_t>(section.tags.size()));
  PutU32(out, static_cast<uint32_t>(std::lround(unit * 1e6F)));
  for (const std::string& tag : section.tags) PutName(out, tag);
  std::string counts, pairs;
  for (size_t b = 0; b < section.weights.size() / section.stride; ++b) {
    uint32_t count = 0;
    for (size_t c = 0; c < section.tags.size(); ++c) {
      const int weight = std::clamp<int>(
          static_cast<int>(std::lround(section.weights[b * section.stride + c] / unit)), -127, 127);
      if (weight == 0) continue;
      PutU8(pairs, static_cast<uint32_t>(c));
      PutU8(pairs, static_cast<uint32_t>(weight & 0xFF));
      ++count;
    }
    PutU8(counts, count);
  }
  PutU32(out, static_cast<uint32_t>(pairs.size() / 2));
  out += counts;
  out += pairs;
}

// ---- measures -----------------------------------------------------------------------------------------

void Report(const Section& section, const Corpus::mapped_type& corpus, const char* when) {
  Random random(99);
  std::vector<uint32_t> buckets;
  std::vector<float> p;
  double sum = 0;
  for (size_t truth = 0; truth < section.tags.size(); ++truth) {
    int right = 0;
    constexpr int kTries = 200;
    for (int i = 0; i < kTries; ++i) {
      const Examples& examples = corpus.at(section.tags[truth]);
      BucketsOf(MakeExample(examples.running.empty() ? examples.listed : examples.running, nullptr, random), section,
                buckets);
      if (buckets.empty()) continue;
      Predict(section, buckets, p);
      right += static_cast<size_t>(std::max_element(p.begin(), p.begin() + section.tags.size()) - p.begin()) == truth;
    }
    sum += right / static_cast<double>(kTries);
  }
  std::fprintf(stderr, "  %s: %.2f %% of training pieces right (macro)\n", when,
               100 * sum / static_cast<double>(section.tags.size()));
}

Section MakeSection(const SectionPlan& plan, const std::map<std::string, Examples>& corpus) {
  Section section;
  section.log2_buckets = plan.log2_buckets;
  for (const auto& [tag, examples] : corpus) {
    const size_t segments = examples.running.size() + examples.listed.size();
    if (segments >= kFewestSegments) section.tags.push_back(tag);
  }
  section.stride = (section.tags.size() + 7) / 8 * 8;
  const size_t buckets = size_t{1} << plan.log2_buckets;
  section.weights.assign(buckets * section.stride, 0.0F);
  section.squares.assign(buckets * section.stride, 0.0F);
  section.seen.assign(buckets, 0);
  return section;
}

int Main(const char* train_path, const char* out_path, int percent,
         const std::set<std::string_view>& left_out) {
  const Corpus corpus = ReadCorpus(train_path, left_out);
  std::string out = "PGLJ\x01";
  std::string sections;
  uint32_t count = 0;
  for (const SectionPlan& plan : kPlans) {
    const auto found = corpus.find(plan.script);
    if (found == corpus.end()) continue;
    Section section = MakeSection(plan, found->second);
    if (section.tags.size() < 2) continue;
    std::fprintf(stderr, "%s: %zu languages\n", plan.script, section.tags.size());
    Train(section, found->second, kExamplesPerLanguage / 100 * percent, 1);
    Report(section, found->second, "whole");
    Prune(section, plan.kept_weights);
    Report(section, found->second, "pruned");
    Train(section, found->second, kExamplesAfterPruning / 100 * percent, 2);
    Report(section, found->second, "trained on");
    WriteSection(section, plan.script, sections);
    ++count;
  }
  PutU8(out, count);
  out += sections;
  PutU32(out, ChecksumOfJudgeFile(out));
  std::ofstream(out_path, std::ios::binary) << out;
  return 0;
}

}  // namespace
}  // namespace polygist::ingest

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: train_second_judge TRAIN.tsv OUT.model [PERCENT_OF_EXAMPLES [KIND...]]\n";
    return 2;
  }
  const int percent = argc > 3 ? std::atoi(argv[3]) : 100;
  return polygist::ingest::Main(argv[1], argv[2], percent, {argv + std::min(argc, 4), argv + argc});
}
