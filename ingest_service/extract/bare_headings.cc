#include "ingest_service/extract/bare_headings.h"

namespace polygist::ingest {
namespace {

constexpr float kSure = 0.8f;

bool IsHeading(const TextBlock& block) { return block.kind == BlockKind::kHeading; }

bool HasText(const std::vector<TextBlock>& blocks, const std::vector<BlockPlace>& places) {
  for (size_t b = 0; b < blocks.size(); ++b) {
    if (places[b] == BlockPlace::kBody && !IsHeading(blocks[b])) return true;
  }
  return false;
}

}  // namespace

std::vector<bool> FindBareHeadings(const std::vector<TextBlock>& blocks, const std::vector<BlockPlace>& places,
                                   const std::vector<float>& probabilities) {
  std::vector<bool> bare(blocks.size(), false);
  if (!HasText(blocks, places)) return bare;
  const TextBlock* next = nullptr;  // The next block that stays.
  bool removed = false;             // Something was removed before it.
  for (size_t b = blocks.size(); b-- > 0;) {
    if (places[b] == BlockPlace::kRemoved) {
      removed = true;
      continue;
    }
    const bool ends_section = next == nullptr || (IsHeading(*next) && next->level <= blocks[b].level);
    bare[b] =
        places[b] == BlockPlace::kBody && IsHeading(blocks[b]) && removed && ends_section && probabilities[b] < kSure;
    if (bare[b]) continue;
    next = &blocks[b];
    removed = false;
  }
  return bare;
}

}  // namespace polygist::ingest
