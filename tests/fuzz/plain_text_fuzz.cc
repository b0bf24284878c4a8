// Any text goes through extraction and cleaning: nothing gets lost unrecorded into an empty
// article, spans stay inside, and cleaning what was cleaned changes nothing.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/text/normal_form.h"
#include "common/text/utf8.h"
#include "ingest_service/decode/charset.h"
#include "ingest_service/extract/plain/plain_text.h"
#include "ingest_service/normalize/normalize.h"

namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

void CheckCleaned(const polygist::ingest::CleanedText& cleaned) {
  const std::string& text = cleaned.text.text();
  Require(polygist::text::IsValidUtf8(text) && polygist::text::IsNfc(text));
  int64_t end = -2;
  for (const auto& block : cleaned.blocks) {
    Require(block.span.begin == end + 2 && !block.span.empty());
    end = block.span.end;
  }
  Require(cleaned.blocks.empty() ? text.empty() : end == static_cast<int64_t>(text.size()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace polygist::ingest;
  const auto decoded = DecodeBytes({reinterpret_cast<const char*>(data), size}, "utf-8", "text/plain");
  const std::string& text = decoded.text.text();
  Extraction extraction = ExtractPlainText(text, {}, {});
  for (const Removal& removal : extraction.removals) {
    Require(removal.raw.begin < removal.raw.end && removal.raw.end <= static_cast<int64_t>(text.size()));
  }
  const CleanedText cleaned = CleanBlocks(std::move(extraction.blocks));
  CheckCleaned(cleaned);
  const std::string once = CleanLine(text);
  Require(CleanLine(once) == once);
  return 0;
}
