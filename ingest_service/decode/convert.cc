#include "ingest_service/decode/convert.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "common/text/characters.h"
#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr size_t kChunkBytes = 1 << 15;
// Longest derived run of letters. Longer words are cut, so that a map never grows coarse.
constexpr int64_t kMaxRunBytes = 64;

std::string_view AppendUtf8(char32_t c, std::array<char, 4>* buffer) {
  int32_t length = 0;
  U8_APPEND_UNSAFE(reinterpret_cast<uint8_t*>(buffer->data()), length, static_cast<UChar32>(c));
  return {buffer->data(), static_cast<size_t>(length)};
}

// Builds the map: ASCII that stands for itself is exact; letters that follow each other share a
// run.
class RunBuilder {
 public:
  RunBuilder(std::string_view bytes, int64_t offset) : bytes_(bytes), offset_(offset) {}

  void Add(char32_t c, int64_t begin, int64_t end) {
    if (c == 0x1A && bytes_[static_cast<size_t>(begin)] != 0x1A) c = 0xFFFD;  // ICU's short substitute.
    converted_.invalid += c == 0xFFFD;
    if (c < 0x80 && end - begin == 1 && bytes_[static_cast<size_t>(begin)] == static_cast<char>(c)) {
      AddExact(begin);
    } else {
      AddDerived(c, {begin, end});
    }
  }

  Converted Finish() {
    Flush();
    return std::move(converted_);
  }

 private:
  void AddExact(int64_t begin) {
    if (!exact_ || source_.end != begin) {
      Flush();
      exact_ = true;
      source_ = {begin, begin};
    }
    ++source_.end;
  }

  void AddDerived(char32_t c, ByteSpan source) {
    const bool letter = text::IsLetter(c) && !text::IsIdeographic(c);
    if (exact_ || !letter || !in_word_ || source.end - source_.begin > kMaxRunBytes) {
      Flush();
      exact_ = false;
      source_ = source;
    }
    std::array<char, 4> buffer;
    pending_.append(AppendUtf8(c, &buffer));
    source_.end = source.end;
    in_word_ = letter;
  }

  void Flush() {
    if (exact_) {
      converted_.text.AppendExact(Slice(bytes_, source_), source_.begin + offset_);
    } else if (!pending_.empty()) {
      converted_.text.AppendDerived(pending_, {source_.begin + offset_, source_.end + offset_});
    }
    pending_.clear();
    exact_ = false;
    in_word_ = false;
  }

  std::string_view bytes_;
  int64_t offset_;
  Converted converted_;
  bool exact_ = false;    // What is pending is source_, byte for byte.
  bool in_word_ = false;  // What is pending are letters.
  ByteSpan source_;
  std::string pending_;
};

Converted ConvertUtf8(std::string_view bytes, int64_t offset) {
  Converted result;
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  size_t at = 0;
  while (at < bytes.size()) {
    const size_t valid = text::ValidUtf8Prefix(bytes.substr(at));
    result.text.AppendExact(bytes.substr(at, valid), offset + static_cast<int64_t>(at));
    at += valid;
    const size_t begin = at;
    std::string replacements;
    while (at < bytes.size()) {
      size_t next = at;
      UChar32 c;
      U8_NEXT(data, next, bytes.size(), c);
      if (c >= 0) break;
      replacements += kReplacement;
      ++result.invalid;
      at = next;
    }
    result.text.AppendDerived(replacements, {offset + static_cast<int64_t>(begin), offset + static_cast<int64_t>(at)});
  }
  return result;
}

Converted ConvertByTable(std::string_view bytes, std::string_view table, int64_t offset) {
  std::array<char32_t, 256> code_points;
  std::iota(code_points.begin(), code_points.end(), char32_t{0});
  const auto listed = static_cast<size_t>(std::count(table.begin(), table.end(), ',')) + 1;
  const char* at = table.data();
  for (size_t i = 256 - std::min<size_t>(listed, 256); i < 256; ++i) {
    uint32_t value = 0xFFFD;
    at = std::from_chars(at, table.data() + table.size(), value, 16).ptr + 1;
    code_points[i] = value;
  }
  RunBuilder builder(bytes, offset);
  for (size_t i = 0; i < bytes.size(); ++i) {
    const auto position = static_cast<int64_t>(i);
    builder.Add(code_points[static_cast<unsigned char>(bytes[i])], position, position + 1);
  }
  return builder.Finish();
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Code points with the byte each starts at.
struct Decoded {
  std::vector<char32_t> code_points;
  std::vector<int64_t> starts;
};

// Decodes bytes[begin, end); `pending` bytes before `begin` belong to the first code point.
void DecodeChunk(UConverter* converter, std::string_view bytes, size_t begin, size_t end, int64_t pending,
                 Decoded* decoded) {
  std::array<UChar, kChunkBytes> units;
  std::array<int32_t, kChunkBytes> offsets;
  const char* source = bytes.data() + begin;
  const bool flush = end == bytes.size();
  while (true) {
    const auto base = static_cast<int64_t>(source - bytes.data());
    UErrorCode error = U_ZERO_ERROR;
    UChar* target = units.data();
    ucnv_toUnicode(converter, &target, units.data() + units.size(), &source, bytes.data() + end, offsets.data(), flush,
                   &error);
    const auto count = static_cast<size_t>(target - units.data());
    for (size_t i = 0; i < count; ++i) {
      const int64_t start = offsets[i] >= 0 ? base + offsets[i] : base - pending;
      if (i > 0 && U16_IS_TRAIL(units[i]) && U16_IS_LEAD(units[i - 1])) {
        decoded->code_points.back() = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(units[i - 1], units[i]));
        continue;
      }
      decoded->code_points.push_back(units[i]);
      decoded->starts.push_back(start);
    }
    pending = 0;
    if (error != U_BUFFER_OVERFLOW_ERROR) return;
  }
}

bool IsSurrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

// Hands on what is decoded, but for the last character while more may follow (`last` false): only the next one tells
// where its bytes end. Some encodings make two code points of one character: both come from its bytes.
void HandOn(Decoded* decoded, int64_t end_of_bytes, bool last, RunBuilder* builder) {
  const std::vector<int64_t>& starts = decoded->starts;
  size_t done = 0;
  while (done < starts.size()) {
    size_t next = done + 1;
    while (next < starts.size() && starts[next] <= starts[done]) ++next;
    if (next == starts.size() && !last) break;
    const int64_t end = next < starts.size() ? starts[next] : end_of_bytes;
    for (; done < next; ++done) {
      const char32_t c = decoded->code_points[done];
      builder->Add(IsSurrogate(c) ? 0xFFFD : c, starts[done], end);
    }
  }
  const auto count = static_cast<std::ptrdiff_t>(done);
  decoded->code_points.erase(decoded->code_points.begin(), decoded->code_points.begin() + count);
  decoded->starts.erase(decoded->starts.begin(), decoded->starts.begin() + count);
}

Converted ConvertWithIcu(std::string_view bytes, const Charset& charset, int64_t offset) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(
      ucnv_open(std::string(charset.converter).c_str(), &error));
  RunBuilder builder(bytes, offset);
  if (U_FAILURE(error)) return builder.Finish();
  Decoded decoded;
  for (size_t begin = 0; begin < bytes.size(); begin += kChunkBytes / 2) {
    const size_t end = std::min(begin + kChunkBytes / 2, bytes.size());
    error = U_ZERO_ERROR;
    const int32_t pending = ucnv_toUCountPending(converter.get(), &error);
    DecodeChunk(converter.get(), bytes, begin, end, std::max(pending, 0), &decoded);
    HandOn(&decoded, static_cast<int64_t>(bytes.size()), end == bytes.size(), &builder);
  }
  return builder.Finish();
}

}  // namespace

Converted Convert(std::string_view bytes, const Charset& charset, int64_t offset) {
  if (charset.name == "utf-8") return ConvertUtf8(bytes, offset);
  if (charset.converter.starts_with("x:")) return ConvertByTable(bytes, charset.converter.substr(2), offset);
  return ConvertWithIcu(bytes, charset, offset);
}

}  // namespace polygist::ingest
