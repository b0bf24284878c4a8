#include "ingest_service/identify/training/judge_file.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "ingest_service/identify/second_judge.h"

namespace polygist::ingest {
namespace {

void PutU8(std::string& out, uint32_t value) { out.push_back(static_cast<char>(value)); }
void PutU32(std::string& out, uint32_t value) {
  for (int i = 0; i < 4; ++i) PutU8(out, value >> (8 * i) & 0xFF);
}
void PutName(std::string& out, const std::string& name) {
  PutU8(out, static_cast<uint32_t>(name.size()));
  out += name;
}

// What a step of a quantized weight stands for.
float UnitOf(const Regression& regression) {
  constexpr float kMostWeight = 8;  // A few outliers must not cost all others their precision.
  float most = 1e-3F;
  for (size_t f = 0; f < regression.features(); ++f) {
    for (size_t c = 0; c < regression.tags().size(); ++c) most = std::max(most, std::fabs(regression.weight(f, c)));
  }
  return std::min(most, kMostWeight) / 127;
}

int Quantized(float weight, float unit) {
  return std::clamp<int>(static_cast<int>(std::lround(weight / unit)), -127, 127);
}

std::string Head(const std::string& script, const Regression& regression, float unit) {
  std::string head;
  PutName(head, script);
  PutU8(head, static_cast<uint32_t>(regression.log2_buckets()));
  PutU8(head, static_cast<uint32_t>(regression.tags().size()));
  PutU32(head, static_cast<uint32_t>(std::lround(unit * 1e6F)));
  for (const std::string& tag : regression.tags()) PutName(head, tag);
  return head;
}

}  // namespace

void JudgeFileWriter::AddScript(const std::string& script, const Regression& regression, double usual_support) {
  const float unit = UnitOf(regression);
  std::string counts, pairs;
  for (size_t f = 0; f < regression.features(); ++f) {
    uint32_t count = 0;
    for (size_t c = 0; c < regression.tags().size(); ++c) {
      const int weight = Quantized(regression.weight(f, c), unit);
      if (weight == 0) continue;
      PutU8(pairs, static_cast<uint32_t>(c));
      PutU8(pairs, static_cast<uint32_t>(weight & 0xFF));
      ++count;
    }
    PutU8(counts, count);
  }
  std::string section = Head(script, regression, unit);
  PutU32(section, static_cast<uint32_t>(std::lround(std::max(usual_support, 0.0) * 1e6)));
  PutU32(section, static_cast<uint32_t>(pairs.size() / 2));
  scripts_.push_back(section + counts + pairs);
}

void JudgeFileWriter::AddRelatives(const std::string& script, const Regression& regression,
                                   const std::string& classes) {
  const float unit = UnitOf(regression);
  std::string section = Head(script, regression, unit);
  for (size_t f = 0; f < regression.features(); ++f) {
    for (size_t c = 0; c < regression.tags().size(); ++c) {
      PutU8(section, static_cast<uint32_t>(Quantized(regression.weight(f, c), unit) & 0xFF));
    }
  }
  relatives_.push_back(section + classes);
}

std::string JudgeFileWriter::Finish() const {
  std::string out = "PGLJ\x04";
  PutU8(out, static_cast<uint32_t>(scripts_.size()));
  for (const std::string& section : scripts_) out += section;
  PutU8(out, static_cast<uint32_t>(relatives_.size()));
  for (const std::string& section : relatives_) out += section;
  PutU32(out, ChecksumOfJudgeFile(out));
  return out;
}

}  // namespace polygist::ingest
