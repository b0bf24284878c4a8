#include "ingest_service/identify/second_judge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

#include "common/base/error.h"
#include "ingest_service/identify/byte_reader.h"
#include "ingest_service/identify/circle_features.h"
#include "ingest_service/identify/letter_groups.h"

namespace polygist::ingest {
namespace {

constexpr int kMostLog2Buckets = 20;
constexpr uint32_t kMostWeights = (1U << 24) - 1;  // Their places have 24 bits.

constexpr int kVersion = 4;

// What the section of the script says of near relatives counts beside what their circle says: it has learned
// from word lists too. Sets never trained on agree within .1 points over [.15, .6]; more makes short texts surer of
// the wrong relative.
constexpr float kScriptShare = 0.3F;
// Bytes that a section has read, usually, when it leaves a text to a circle. The more that reads beyond, the less
// the section's word is worth.
constexpr float kReadByScript = 300;

absl::Status InvalidFile() {
  return Error(absl::StatusCode::kDataLoss, "JUDGE_FILE_INVALID", "The data of the second language judge is damaged.");
}

// Log-odds from summed weights of `features` > 0. As in training: the sum over features, by the square root of
// their number.
std::vector<float> LogOdds(std::span<const int32_t> sums, float unit, int features) {
  const float scale = unit / std::sqrt(static_cast<float>(features));
  const int32_t most = *std::max_element(sums.begin(), sums.end());
  std::vector<float> odds;
  for (const int32_t sum : sums) odds.push_back(static_cast<float>(sum - most) * scale);
  return odds;
}

// Equals stay in order of tags.
void SortBestFirst(std::vector<JudgeScore>& scores) {
  std::sort(scores.begin(), scores.end(),
            [](const auto& a, const auto& b) { return a.score != b.score ? a.score > b.score : a.tag < b.tag; });
}

// The part that sections of scripts and of circles begin with.
template <typename Part>
bool ReadHead(ByteReader& reader, Part& part) {
  part.log2_buckets = static_cast<int>(reader.Number(1));
  const uint32_t languages = reader.Number(1);
  part.unit = static_cast<float>(reader.Number(4)) * 1e-6F;
  for (uint32_t l = 0; l < languages; ++l) part.tags.push_back(reader.Name());
  return reader.ok() && languages > 0 && part.log2_buckets >= 1 && part.log2_buckets <= kMostLog2Buckets;
}

}  // namespace

absl::StatusOr<SecondJudge> SecondJudge::Open(std::string_view bytes) {
  constexpr size_t kChecksumBytes = 4;
  if (bytes.size() < kChecksumBytes) return InvalidFile();
  const std::string_view content = bytes.substr(0, bytes.size() - kChecksumBytes);
  if (ByteReader(bytes.substr(content.size())).Number(kChecksumBytes) != ChecksumOfJudgeFile(content))
    return InvalidFile();
  ByteReader reader(content);
  if (reader.Bytes(4) != "PGLJ" || reader.Number(1) != kVersion) return InvalidFile();
  SecondJudge judge;
  const uint32_t scripts = reader.Number(1);
  for (uint32_t i = 0; i < scripts; ++i) {
    const auto [script, is_new] = judge.scripts_.try_emplace(reader.Name());
    Section& section = script->second.all;
    if (!is_new || !ReadHead(reader, section)) return InvalidFile();
    section.usual_support = static_cast<float>(reader.Number(4)) * 1e-6F;
    const uint32_t weights = reader.Number(4);
    const std::string_view counts = reader.Bytes(size_t{1} << section.log2_buckets);
    section.pairs = reader.Bytes(size_t{2} * weights);
    if (!reader.ok() || weights > kMostWeights) return InvalidFile();
    for (size_t p = 0; p < section.pairs.size(); p += 2) {
      if (static_cast<uint8_t>(section.pairs[p]) >= section.tags.size()) return InvalidFile();
    }
    size_t begin = 0;
    for (const char amount : counts) {
      const uint32_t count = static_cast<uint8_t>(amount);
      if (begin + count > weights) return InvalidFile();
      section.AddBucket(begin, count);
      begin += count;
    }
    if (begin != weights) return InvalidFile();
  }
  const uint32_t circles = reader.Number(1);
  for (uint32_t i = 0; i < circles; ++i) {
    const auto script = judge.scripts_.find(reader.Name());
    if (script == judge.scripts_.end()) return InvalidFile();
    Circle& circle = script->second.circles.emplace_back();
    if (!ReadHead(reader, circle)) return InvalidFile();
    circle.weights = reader.Bytes(((size_t{1} << circle.log2_buckets) + WordClasses::kClasses) * circle.tags.size());
    reader.Read(&circle.classes);
  }
  if (!reader.ok() || !reader.at_end()) return InvalidFile();
  return judge;
}

void SecondJudge::Section::AddBucket(size_t begin, uint32_t count) {
  // A row is added in blocks, pairs one by one. Articles of all varieties: 45 MB/s with 20, 42 with 10, 43 with 32,
  // 38 without rows.
  constexpr uint32_t kFewestOfRow = 20;
  if (count < kFewestOfRow) {
    places.push_back(static_cast<uint32_t>(begin << 8) | count);
    return;
  }
  const size_t row = rows.size();
  rows.resize(row + Stride());
  for (size_t p = 2 * begin; p < 2 * (begin + count); p += 2) {
    rows[row + static_cast<uint8_t>(pairs[p])] = static_cast<int8_t>(pairs[p + 1]);
  }
  places.push_back(static_cast<uint32_t>(row / Stride() << 8) | kCrowded);
}

class SecondJudge::Sums {
 public:
  explicit Sums(const Section& section) : section_(section), sums_(section.Stride()), of_rows_(section.Stride()) {}

  // Weights lie all over memory: Expect() has those of a bucket brought near before Add() needs them.
  void Expect(uint32_t bucket) const {
    const uint32_t place = section_.places[bucket];
    if ((place & 0xFF) != Section::kCrowded) {
      __builtin_prefetch(section_.pairs.data() + size_t{2} * (place >> 8));
      return;
    }
    const int8_t* row = RowAt(place);
    for (size_t l = 0; l < section_.Stride(); l += kLineBytes) __builtin_prefetch(row + l);
  }

  void Add(uint32_t bucket) {
    const uint32_t place = section_.places[bucket], count = place & 0xFF;
    if (count == Section::kCrowded) return AddRow(RowAt(place));
    const char* pair = section_.pairs.data() + size_t{2} * (place >> 8);
    for (const char* end = pair + size_t{2} * count; pair != end; pair += 2) {
      sums_[static_cast<uint8_t>(pair[0])] += static_cast<int8_t>(pair[1]);
    }
  }

  std::vector<int32_t> Take() && {
    Flush();
    sums_.resize(section_.tags.size());
    return std::move(sums_);
  }

 private:
  static constexpr size_t kLineBytes = 64;
  static constexpr int kMostRows = 256;  // 256 * 127 still fits 16 bits.

  const int8_t* RowAt(uint32_t place) const { return section_.rows.data() + (place >> 8) * section_.Stride(); }

  void AddRow(const int8_t* row) {
    int16_t* sums = of_rows_.data();
    for (const int16_t* end = sums + of_rows_.size(); sums != end; sums += Section::kBlock, row += Section::kBlock) {
      for (size_t l = 0; l < Section::kBlock; ++l) sums[l] = static_cast<int16_t>(sums[l] + row[l]);
    }
    if (++rows_ == kMostRows) Flush();
  }

  void Flush() {
    for (size_t l = 0; l < sums_.size(); ++l) sums_[l] += std::exchange(of_rows_[l], int16_t{0});
    rows_ = 0;
  }

  const Section& section_;
  std::vector<int32_t> sums_;
  std::vector<int16_t> of_rows_;
  int rows_ = 0;
};

std::vector<JudgeScore> SecondJudge::Judge(std::string_view words, const Section& section) {
  Sums adder(section);
  int features = 0;
  std::array<uint32_t, 64> buckets;
  size_t waiting = 0;
  const auto add_waiting = [&] {
    constexpr size_t kAhead = 8;
    for (size_t i = 0; i < waiting; ++i) {
      if (i + kAhead < waiting) adder.Expect(buckets[i + kAhead]);
      adder.Add(buckets[i]);
    }
    waiting = 0;
  };
  ForEachLetterGroup(words, [&](uint32_t hash) {
    const uint32_t bucket = hash >> (32 - section.log2_buckets);
    __builtin_prefetch(&section.places[bucket]);
    buckets[waiting++] = bucket;
    if (waiting == buckets.size()) add_waiting();
    ++features;
  });
  add_waiting();
  if (features == 0) return {};
  const std::vector<int32_t> sums = std::move(adder).Take();
  const std::vector<float> odds = LogOdds(sums, section.unit, features);
  const float usual = section.usual_support / section.unit * static_cast<float>(features);
  std::vector<JudgeScore> scores;
  for (size_t l = 0; l < sums.size(); ++l) {
    const float familiarity = usual > 0 ? static_cast<float>(sums[l]) / usual : 1;
    scores.push_back({section.tags[l], odds[l], familiarity, /*among_relatives=*/false, odds[l]});
  }
  return scores;
}

void SecondJudge::AskCircle(std::string_view words, const Circle& circle, float script_share,
                            std::vector<JudgeScore>& scores) {
  const size_t count = circle.tags.size();
  std::vector<int32_t> sums(count, 0);
  int features = 0;
  ForEachCircleFeature(words, circle.log2_buckets, circle.classes, [&](size_t row) {
    const char* weights = circle.weights.data() + row * count;
    for (size_t l = 0; l < count; ++l) sums[l] += static_cast<int8_t>(weights[l]);
    ++features;
  });
  if (features == 0) return;
  const std::vector<float> odds = LogOdds(sums, circle.unit, features);
  std::vector<JudgeScore*> members;
  float most = -1e30F;
  for (size_t l = 0; l < count; ++l) {
    const auto score =
        std::find_if(scores.begin(), scores.end(), [&](const JudgeScore& s) { return s.tag == circle.tags[l]; });
    if (score == scores.end()) continue;
    score->score = script_share * score->of_script + odds[l];
    score->among_relatives = true;
    most = std::max(most, score->score);
    members.push_back(&*score);
  }
  // The best of the circle stands where the best of all stood; to others nothing changes.
  for (JudgeScore* member : members) member->score -= most;
}

std::vector<JudgeScore> SecondJudge::Judge(std::string_view words, std::string_view script) const {
  const auto found = scripts_.find(script);
  if (found == scripts_.end()) return {};
  std::vector<JudgeScore> scores = Judge(words, found->second.all);
  if (scores.empty()) return {};
  const auto best = std::find_if(scores.begin(), scores.end(), [](const JudgeScore& s) { return s.score == 0; });
  if (const Circle* circle = CircleOf(best->tag, found->second)) AskCircle(words, *circle, kScriptShare, scores);
  SortBestFirst(scores);
  return scores;
}

std::vector<JudgeScore> SecondJudge::JudgeRelatives(std::string_view words, std::string_view script,
                                                    std::vector<JudgeScore> scores) const {
  const auto found = scripts_.find(script);
  if (found == scripts_.end() || scores.empty()) return scores;
  if (const Circle* circle = CircleOf(scores.front().tag, found->second)) {
    const float share = kScriptShare * std::min(1.0F, kReadByScript / static_cast<float>(words.size() + 1));
    AskCircle(words, *circle, share, scores);
  }
  SortBestFirst(scores);
  return scores;
}

const SecondJudge::Circle* SecondJudge::CircleOf(std::string_view tag, const Script& script) {
  for (const Circle& circle : script.circles) {
    if (std::find(circle.tags.begin(), circle.tags.end(), tag) != circle.tags.end()) return &circle;
  }
  return nullptr;
}

std::vector<std::string> SecondJudge::LanguagesOf(std::string_view script) const {
  const auto found = scripts_.find(script);
  return found == scripts_.end() ? std::vector<std::string>{} : found->second.all.tags;
}

}  // namespace polygist::ingest
