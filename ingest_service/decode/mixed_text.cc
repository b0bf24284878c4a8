#include "ingest_service/decode/mixed_text.h"

#include <algorithm>
#include <cstddef>

#include "ingest_service/decode/utf8_census.h"

namespace polygist::ingest {
namespace {

// Two characters of GBK look like UTF-8 in every hundredth line of two, four in none.
constexpr int64_t kSureSequences = 4;
// Of the lines that are not UTF-8, at least; fewer lines are accidents of a long text in another encoding.
constexpr int64_t kLinesForOne = 50;

}  // namespace

std::vector<EncodedPart> SplitMixedText(std::string_view bytes) {
  std::vector<EncodedPart> parts;
  int64_t sure = 0;
  int64_t other = 0;
  for (size_t begin = 0; begin < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
    const Utf8Census census = TakeCensus(bytes.substr(begin, end - begin));
    const bool utf8 = census.invalid == 0 || census.IsDamagedUtf8();
    sure += utf8 && census.multibyte >= kSureSequences;
    other += !utf8;
    if (!parts.empty() && parts.back().utf8 == utf8) {
      parts.back().span.end = static_cast<int64_t>(end);
    } else {
      parts.push_back({{static_cast<int64_t>(begin), static_cast<int64_t>(end)}, utf8});
    }
    begin = end;
  }
  if (other == 0 || sure * kLinesForOne <= other) return {};
  return parts;
}

std::string OtherBytes(std::string_view bytes, const std::vector<EncodedPart>& parts) {
  std::string other;
  for (const EncodedPart& part : parts) {
    if (!part.utf8) other += Slice(bytes, part.span);
  }
  return other;
}

}  // namespace polygist::ingest
