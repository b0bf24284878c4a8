// Any bytes as a text to identify, and as a file of the second judge. Nothing may crash; answers must be
// among the supported languages, and the same twice.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/language_tag.h"
#include "ingest_service/identify/language.h"
#include "ingest_service/identify/language_table.h"
#include "ingest_service/identify/second_judge.h"

namespace {

using polygist::ingest::Language;

void Require(bool condition) {
  if (!condition) std::abort();
}

void CheckText(std::string_view text, const polygist::ingest::LanguageModels& models) {
  const Language language = polygist::ingest::IdentifyLanguage(text, {}, models);
  Require(language == polygist::ingest::IdentifyLanguage(text, {}, models));
  Require(language.confidence_permille >= 0 && language.confidence_permille <= 1000);
  const auto& supported = models.table().scripts();
  Require(language.tag == "und" || supported.contains(language.tag) ||
          supported.contains(polygist::text::BaseLanguage(language.tag)));
  polygist::ingest::Block block;
  block.span.end = static_cast<int64_t>(text.size());
  polygist::ingest::IdentifyBlocks(text, {&block, 1}, language, models);
}

// Sealed with its checksum, so that damage reaches the reader behind it.
void CheckJudgeFile(std::string_view bytes) {
  std::string file(bytes);
  const uint32_t checksum = polygist::ingest::ChecksumOfJudgeFile(bytes);
  for (int i = 0; i < 4; ++i) file.push_back(static_cast<char>(checksum >> (8 * i)));
  const auto judge = polygist::ingest::SecondJudge::Open(file);
  if (judge.ok()) judge->Judge(" some words ", "Latn");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const polygist::ingest::LanguageModels models = polygist::ingest::LanguageModels::Load();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  CheckText(bytes, models);
  CheckJudgeFile(bytes);
  return 0;
}
