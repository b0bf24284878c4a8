#include "ingest_service/identify/second_judge.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "common/base/error.h"
#include "ingest_service/identify/letter_groups.h"

namespace polygist::ingest {
namespace {

// Takes values off the front of bytes; after the first that is not there, ok() is false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool ok() const { return ok_; }
  bool at_end() const { return bytes_.empty(); }

  std::string_view Bytes(size_t count) {
    if (count > bytes_.size()) {
      ok_ = false;
      bytes_ = {};
      return {};
    }
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

  uint32_t Number(size_t width) {
    uint32_t value = 0;
    const std::string_view taken = Bytes(width);
    for (size_t i = 0; i < taken.size(); ++i) value |= uint32_t{static_cast<uint8_t>(taken[i])} << (8 * i);
    return value;
  }

  std::string Name() { return std::string(Bytes(Number(1))); }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

constexpr int kMostLog2Buckets = 20;

absl::Status InvalidFile() {
  return Error(absl::StatusCode::kDataLoss, "JUDGE_FILE_INVALID",
               "The data of the second language judge is damaged.");
}

}  // namespace

absl::StatusOr<SecondJudge> SecondJudge::Open(std::string_view bytes) {
  constexpr size_t kChecksumBytes = 4;
  if (bytes.size() < kChecksumBytes) return InvalidFile();
  const std::string_view content = bytes.substr(0, bytes.size() - kChecksumBytes);
  if (Reader(bytes.substr(content.size())).Number(kChecksumBytes) != ChecksumOfJudgeFile(content)) return InvalidFile();
  Reader reader(content);
  if (reader.Bytes(4) != "PGLJ" || reader.Number(1) != 1) return InvalidFile();
  SecondJudge judge;
  const uint32_t count = reader.Number(1);
  for (uint32_t i = 0; i < count; ++i) {
    const std::string script = reader.Name();
    Section section;
    section.log2_buckets = static_cast<int>(reader.Number(1));
    const uint32_t languages = reader.Number(1);
    section.unit = static_cast<float>(reader.Number(4)) * 1e-6F;
    for (uint32_t l = 0; l < languages; ++l) section.tags.push_back(reader.Name());
    const uint32_t weights = reader.Number(4);
    if (!reader.ok() || section.log2_buckets < 1 || section.log2_buckets > kMostLog2Buckets) return InvalidFile();
    section.begins.push_back(0);
    for (const char amount : reader.Bytes(size_t{1} << section.log2_buckets)) {
      section.begins.push_back(section.begins.back() + static_cast<uint8_t>(amount));
    }
    section.pairs = reader.Bytes(size_t{2} * weights);
    if (!reader.ok() || section.begins.back() != weights || languages == 0) return InvalidFile();
    for (size_t p = 0; p < section.pairs.size(); p += 2) {
      if (static_cast<uint8_t>(section.pairs[p]) >= languages) return InvalidFile();
    }
    judge.sections_[script] = std::move(section);
  }
  if (!reader.ok() || !reader.at_end()) return InvalidFile();
  return judge;
}

std::vector<JudgeScore> SecondJudge::Judge(std::string_view words, std::string_view script) const {
  const auto found = sections_.find(script);
  if (found == sections_.end()) return {};
  const Section& section = found->second;
  std::vector<int32_t> sums(section.tags.size(), 0);
  int features = 0;
  ForEachLetterGroup(words, [&](uint32_t hash) {
    const uint32_t bucket = hash >> (32 - section.log2_buckets);
    const char* pair = section.pairs.data() + size_t{2} * section.begins[bucket];
    const char* end = section.pairs.data() + size_t{2} * section.begins[bucket + 1];
    for (; pair != end; pair += 2) sums[static_cast<uint8_t>(pair[0])] += static_cast<int8_t>(pair[1]);
    ++features;
  });
  if (features == 0) return {};
  // As in training: the sum over features, by the square root of their number.
  const float scale = section.unit / std::sqrt(static_cast<float>(features));
  const int32_t most = *std::max_element(sums.begin(), sums.end());
  std::vector<JudgeScore> scores;
  for (size_t l = 0; l < section.tags.size(); ++l) {
    scores.push_back({section.tags[l], static_cast<float>(sums[l] - most) * scale});
  }
  std::stable_sort(scores.begin(), scores.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  return scores;
}

std::vector<std::string> SecondJudge::LanguagesOf(std::string_view script) const {
  const auto found = sections_.find(script);
  return found == sections_.end() ? std::vector<std::string>{} : found->second.tags;
}

}  // namespace polygist::ingest
