// Arbitrary bytes decode to valid UTF-8 whose map stays inside the bytes.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/text/utf8.h"
#include "ingest_service/decode/charset.h"

namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using polygist::ingest::DecodeBytes;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // The first byte chooses a label, so that every converter is reached.
  constexpr std::string_view kLabels[] = {"",           "utf-8",       "shift_jis", "gb18030", "iso-2022-jp",
                                          "big5",       "euc-kr",      "euc-jp",    "utf-16",  "iso-8859-16",
                                          "hz-gb-2312", "windows-1258"};
  const std::string_view label = size == 0 ? "" : kLabels[data[0] % std::size(kLabels)];
  for (const std::string_view media_type : {"text/plain", "text/html"}) {
    const auto decoded = DecodeBytes(bytes, label, media_type);
    Require(polygist::text::IsValidUtf8(decoded.text.text()));
    int64_t text_end = 0;
    for (const auto& run : decoded.text.runs()) {
      Require(run.text.begin == text_end && run.text.size() > 0);
      Require(run.source.begin >= 0 && run.source.end <= static_cast<int64_t>(size));
      Require(run.source.begin <= run.source.end);
      text_end = run.text.end;
    }
    Require(text_end == static_cast<int64_t>(decoded.text.text().size()));
  }
  return 0;
}
