// Any bytes through HTML extraction: no crash, spans inside the page, text kept valid.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/text/utf8.h"
#include "ingest_service/extract/main_content.h"

namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

void Check(std::string_view html, const polygist::ingest::Extraction& extraction) {
  const auto size = static_cast<int64_t>(html.size());
  for (const auto& block : extraction.blocks) {
    Require(!block.text.empty());
    Require(polygist::text::IsValidUtf8(block.text.text()));
    for (const auto& run : block.text.runs())
      Require(run.source.begin >= 0 && run.source.begin <= run.source.end && run.source.end <= size);
  }
  for (const auto& removal : extraction.removals) {
    Require(removal.raw.begin >= 0 && removal.raw.begin <= removal.raw.end && removal.raw.end <= size);
    Require(!removal.rule.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view html(reinterpret_cast<const char*>(data), size);
  Check(html, polygist::ingest::ExtractHtml(html, {}, "https://news.example/2024/11/26/x"));
  polygist::ingest::NormalizeOptions all;
  all.keep_all = true;
  Check(html, polygist::ingest::ExtractHtml(html, all, ""));
  return 0;
}
