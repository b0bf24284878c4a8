#include "ingest_service/decode/detect.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest_service/decode/convert.h"
#include "ingest_service/decode/plausibility.h"

namespace polygist::ingest {
namespace {

constexpr size_t kSampleBytes = 4 << 10;
// A better encoding further down the table must be better by this much: the order of the table is a
// prior.
constexpr double kMargin = 0.03;
// Score of units that read as writing, and characters that it takes to tell.
constexpr double kPlausibleUnits = 0.8;
constexpr int64_t kMinUnits = 8;

bool IsAscii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

// Lines that hold bytes beyond ASCII, up to kSampleBytes. Lines, because no encoding of the table
// uses the line feed inside a character.
std::string Sample(std::string_view bytes) {
  std::string sample;
  while (!bytes.empty() && sample.size() < kSampleBytes) {
    const size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(0, end);
    if (!std::all_of(line.begin(), line.end(), IsAscii)) {
      sample.append(line.substr(0, kSampleBytes));
    }
    bytes.remove_prefix(end);
  }
  return sample;
}

struct ZeroBytes {
  std::array<size_t, 4> at{};  // Count by offset modulo 4.
  size_t words = 0;            // Groups of four bytes looked at.
};

ZeroBytes CountZeroBytes(std::string_view bytes) {
  ZeroBytes zeros;
  const std::string_view head = bytes.substr(0, 4096);
  for (size_t i = 0; i + 4 <= head.size(); i += 4) {
    for (size_t k = 0; k < 4; ++k) zeros.at[k] += head[i + k] == '\0';
    ++zeros.words;
  }
  return zeros;
}

// Bytes below 0x20 that no text holds, in any encoding of bytes.
bool IsNoText(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
}

// UTF-16 of a script without zero bytes (Chinese, Korean, Thai, ...): half of a character is a byte that no text holds
// sooner or later, and the units read as writing.
const Charset* DetectPlausibleUnits(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kSampleBytes);
  if (std::none_of(head.begin(), head.end(), IsNoText)) return nullptr;
  const std::string_view units = head.substr(0, head.size() / 2 * 2);
  const Charset* best = nullptr;
  double score = kPlausibleUnits;
  for (const std::string_view name : {"utf-16le", "utf-16be"}) {
    const Charset* charset = FindCharset(name);
    const Plausibility judged = JudgeDecoding(Convert(units, *charset).text.text(), charset->languages);
    if (judged.evidence < kMinUnits || judged.score <= score) continue;
    score = judged.score;
    best = charset;
  }
  return best;
}

}  // namespace

const Charset* DetectWideUnits(std::string_view bytes) {
  if (bytes.size() < 4) return nullptr;
  const ZeroBytes zeros = CountZeroBytes(bytes);
  const auto& at = zeros.at;
  const size_t most = zeros.words * 9 / 10;
  if (at[2] > most && at[3] > most && at[0] < zeros.words / 10 + 1) return FindCharset("utf-32le");
  if (at[0] > most && at[1] > most && at[3] < zeros.words / 10 + 1) return FindCharset("utf-32be");
  // Even in Chinese text one character in twenty is ASCII white space, a digit or a line end.
  const size_t even = at[0] + at[2];
  const size_t odd = at[1] + at[3];
  const size_t enough = zeros.words * 2 / 50 + 1;
  if (odd >= enough && even * 20 < odd) return FindCharset("utf-16le");
  if (even >= enough && odd * 20 < even) return FindCharset("utf-16be");
  return DetectPlausibleUnits(bytes);
}

const Charset* DetectEscapes(std::string_view bytes) {
  if (!std::all_of(bytes.begin(), bytes.end(), IsAscii)) return nullptr;
  constexpr auto kNone = std::string_view::npos;
  if (bytes.find("\x1B$)C") != kNone) return FindCharset("iso-2022-kr");
  if (bytes.find("\x1B$B") != kNone || bytes.find("\x1B$@") != kNone) return FindCharset("iso-2022-jp");
  if (bytes.find("~{") != kNone && bytes.find("~}") != kNone) {
    const Charset* hz = FindCharset("hz-gb-2312");
    if (Convert(bytes.substr(0, kSampleBytes), *hz).invalid == 0) return hz;
  }
  return nullptr;
}

Detection Judge(std::string_view bytes, const Charset& charset) {
  const Converted converted = Convert(Sample(bytes), charset);
  const Plausibility judged = JudgeDecoding(converted.text.text(), charset.languages);
  return {&charset, judged.score, judged.evidence};
}

Detection DetectLegacy(std::string_view bytes) {
  const std::string sample = Sample(bytes);
  Detection best{FindCharset("windows-1252"), -1e9, 0};
  for (const Charset& charset : Charsets()) {
    if (charset.languages.empty()) continue;
    const Converted converted = Convert(sample, charset);
    const Plausibility judged = JudgeDecoding(converted.text.text(), charset.languages);
    if (judged.score > best.score + kMargin) best = {&charset, judged.score, judged.evidence};
  }
  return best;
}

}  // namespace polygist::ingest
