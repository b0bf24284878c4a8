// Quotations of any valid text ascend, do not overlap, and begin and end between code points.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/text/utf8.h"
#include "summary_service/lexicon/quotation_marks.h"

namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // The first byte chooses the language.
  constexpr std::string_view kLanguages[] = {"en", "de", "fr", "ja", "sv", "nl", "und", ""};
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (!polygist::text::IsValidUtf8(text)) return 0;
  int64_t end = 0;
  for (const polygist::ByteSpan span :
       polygist::summary::FindQuotations(text, kLanguages[data[0] % std::size(kLanguages)])) {
    Require(span.begin >= end && span.begin < span.end && span.end <= static_cast<int64_t>(text.size()));
    Require(polygist::text::IsCodePointBoundary(text, static_cast<size_t>(span.begin)));
    Require(polygist::text::IsCodePointBoundary(text, static_cast<size_t>(span.end)));
    end = span.end;
  }
  return 0;
}
