#include "ingest_service/decode/mojibake.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "ingest_service/decode/convert.h"

namespace polygist::ingest {
namespace {

// Encodings that UTF-8 is read as by mistake. iso-8859-2 before windows-1250, whose letters it cannot spell.
constexpr std::array<std::string_view, 9> kMistakenFor = {"windows-1252", "windows-1251", "iso-8859-2",
                                                          "windows-1250", "windows-1254", "macintosh",
                                                          "ibm437",       "ibm850",       "koi8-r"};
constexpr int kMaxRounds = 3;
constexpr int64_t kMinSequences = 2;  // A single one may be meant.
constexpr int64_t kFirstLook = 60;    // Characters beyond ASCII.
constexpr double kMinShare = 0.9;     // Of the characters beyond ASCII that the encoding can write.
constexpr size_t kMinSequencesOfLine = 3;

// From characters beyond ASCII to the bytes they are in one encoding. Never iterated over.
using ByteOf = std::unordered_map<char32_t, unsigned char>;

ByteOf MakeBytesOf(const Charset& charset) {
  ByteOf bytes;
  for (int value = 0x80; value < 0x100; ++value) {
    const char byte = static_cast<char>(value);
    const Converted converted = Convert({&byte, 1}, charset);
    size_t offset = 0;
    const char32_t c = text::NextCodePoint(converted.text.text(), &offset);
    if (c != 0xFFFD) bytes.emplace(c, static_cast<unsigned char>(value));
    // Readers let bytes without a character pass as C1 controls.
    if (value < 0xA0) bytes.emplace(static_cast<char32_t>(value), static_cast<unsigned char>(value));
  }
  return bytes;
}

// One for each of kMistakenFor. Built once; thread-safe.
const std::vector<ByteOf>& ByteTables() {
  static const auto& tables = *new std::vector<ByteOf>([] {
    std::vector<ByteOf> built;
    for (const std::string_view name : kMistakenFor) built.push_back(MakeBytesOf(*FindCharset(name)));
    return built;
  }());
  return tables;
}

// A UTF-8 sequence spelled in characters.
struct Sequence {
  ByteSpan span;      // Of the text.
  std::string bytes;  // Well-formed UTF-8, one character.
};

struct Finding {
  std::vector<Sequence> sequences;
  int64_t in_sequences = 0;  // Characters that take part.
  int64_t beyond_ascii = 0;
};

int SequenceLength(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

std::optional<unsigned char> ByteAt(std::string_view text, size_t* offset, const ByteOf& byte_of) {
  if (*offset >= text.size() || static_cast<unsigned char>(text[*offset]) < 0x80) return std::nullopt;
  const auto found = byte_of.find(text::NextCodePoint(text, offset));
  if (found == byte_of.end()) return std::nullopt;
  return found->second;
}

std::optional<Sequence> SequenceAt(std::string_view text, size_t begin, const ByteOf& byte_of) {
  size_t offset = begin;
  const std::optional<unsigned char> lead = ByteAt(text, &offset, byte_of);
  if (!lead) return std::nullopt;
  std::string bytes(1, static_cast<char>(*lead));
  for (int i = 1; i < SequenceLength(*lead); ++i) {
    const std::optional<unsigned char> trail = ByteAt(text, &offset, byte_of);
    if (!trail || (*trail & 0xC0) != 0x80) return std::nullopt;
    bytes += static_cast<char>(*trail);
  }
  if (bytes.size() < 2 || !text::IsValidUtf8(bytes)) return std::nullopt;
  return Sequence{{static_cast<int64_t>(begin), static_cast<int64_t>(offset)}, std::move(bytes)};
}

// Stops after `limit` characters beyond ASCII, and when so many of them take no part that the finding cannot convince.
Finding FindSequences(std::string_view text, const ByteOf& byte_of, int64_t limit) {
  Finding finding;
  for (size_t offset = 0; offset < text.size() && finding.beyond_ascii < limit;) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      ++offset;
      continue;
    }
    if (std::optional<Sequence> sequence = SequenceAt(text, offset, byte_of)) {
      const auto characters = static_cast<int64_t>(sequence->bytes.size());
      finding.in_sequences += characters;
      finding.beyond_ascii += characters;
      offset = static_cast<size_t>(sequence->span.end);
      finding.sequences.push_back(*std::move(sequence));
      continue;
    }
    text::NextCodePoint(text, &offset);
    ++finding.beyond_ascii;
    if (static_cast<double>(finding.beyond_ascii - finding.in_sequences) > (1 - kMinShare) * static_cast<double>(limit))
      break;
  }
  return finding;
}

bool IsConvincing(const Finding& finding) {
  return static_cast<int64_t>(finding.sequences.size()) >= kMinSequences &&
         static_cast<double>(finding.in_sequences) >= kMinShare * static_cast<double>(finding.beyond_ascii);
}

text::MappedText Replace(std::string_view text, const std::vector<Sequence>& sequences) {
  text::MappedText replaced;
  int64_t kept_from = 0;
  for (const Sequence& sequence : sequences) {
    replaced.AppendExact(Slice(text, {kept_from, sequence.span.begin}), kept_from);
    replaced.AppendDerived(sequence.bytes, sequence.span);
    kept_from = sequence.span.end;
  }
  replaced.AppendExact(text.substr(static_cast<size_t>(kept_from)), kept_from);
  return replaced;
}

// What mistaken UTF-8 of Latin letters and quotation marks shows in windows-1252.
bool MayHoldMistakenLines(std::string_view text) {
  constexpr auto kNone = std::string_view::npos;
  return text.find("\u00C3") != kNone || text.find("\u00E2\u20AC") != kNone;
}

// Lines read by mistake as windows-1252 in a text that otherwise is sound.
std::vector<Sequence> FindMistakenLines(std::string_view text) {
  std::vector<Sequence> found;
  if (!MayHoldMistakenLines(text)) return found;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    Finding line =
        FindSequences(text.substr(begin, end - begin), ByteTables().front(), std::numeric_limits<int64_t>::max());
    if (line.sequences.size() >= kMinSequencesOfLine && IsConvincing(line)) {
      for (Sequence& sequence : line.sequences) {
        sequence.span = {sequence.span.begin + static_cast<int64_t>(begin),
                         sequence.span.end + static_cast<int64_t>(begin)};
        found.push_back(std::move(sequence));
      }
    }
    begin = end;
  }
  return found;
}

void Put(const std::vector<Sequence>& sequences, Repaired* state) {
  state->text = Compose(Replace(state->text.text(), sequences), state->text);
  state->repaired += static_cast<int64_t>(sequences.size());
}

bool RepairOneRound(Repaired* state) {
  const std::string_view text = state->text.text();
  for (const ByteOf& byte_of : ByteTables()) {
    // Sound text shows it within a few characters; only what looks broken is read to its end.
    if (!IsConvincing(FindSequences(text, byte_of, kFirstLook))) continue;
    const Finding finding = FindSequences(text, byte_of, std::numeric_limits<int64_t>::max());
    if (!IsConvincing(finding)) continue;
    Put(finding.sequences, state);
    return true;
  }
  const std::vector<Sequence> lines = FindMistakenLines(text);
  if (!lines.empty()) Put(lines, state);
  return !lines.empty();
}

}  // namespace

Repaired RepairMojibake(text::MappedText text) {
  Repaired state{std::move(text), 0};
  for (int round = 0; round < kMaxRounds; ++round) {
    if (!RepairOneRound(&state)) break;
  }
  return state;
}

}  // namespace polygist::ingest
