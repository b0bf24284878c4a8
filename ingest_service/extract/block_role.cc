#include "ingest_service/extract/block_role.h"

namespace polygist::ingest {
namespace {

constexpr double kMinLinkShare = 0.8;
constexpr int32_t kMinLinkWords = 4;  // Fewer linked words are a name or a term as often as a line of its own.
constexpr int32_t kMinRunningWeight = 80;
constexpr int kImagePlaceSteps = 2;  // Named for images: the element itself or the one above it.

}  // namespace

BlockRole RoleOf(const TextBlock& block, const ElementContext& context) {
  const bool is_line = block.kind == BlockKind::kParagraph && block.shape.words >= kMinLinkWords;
  if (is_line && block.LinkDensity() > kMinLinkShare) return BlockRole::kLinkLine;
  if (block.kind == BlockKind::kCaption) return BlockRole::kImageText;
  if (context.category[static_cast<size_t>(ClassCategory::kCaption)] < kImagePlaceSteps) return BlockRole::kImageText;
  const int comment = context.category[static_cast<size_t>(ClassCategory::kComment)];
  const bool in_comments = comment < kFar && comment <= context.category[static_cast<size_t>(ClassCategory::kBody)];
  if (in_comments || context.kind[static_cast<size_t>(ElementKind::kAside)] < kFar) return BlockRole::kSideText;
  if (block.kind == BlockKind::kQuote) return BlockRole::kQuote;
  return block.shape.ends_sentence && block.shape.Weight() >= kMinRunningWeight ? BlockRole::kRunning
                                                                                : BlockRole::kShort;
}

// Out of fold on the training sites (training/README.md says how): word F1 and segment F change by less than .002 over
// the ranges given here, so that within them the choice is what readers want.
float ThresholdOf(BlockRole role) {
  switch (role) {
    case BlockRole::kRunning:
      return 0.35f;  // .30 to .45.
    case BlockRole::kShort:
      return 0.5f;  // .40 to .55.
    case BlockRole::kQuote:
      return 0.1f;  // .10 to .45.
    case BlockRole::kImageText:
      return 0.85f;  // .70 to .90; references take in every other of these, or none.
    case BlockRole::kSideText:
      return 0.85f;  // .50 to .85.
    case BlockRole::kLinkLine:
      return 0.9f;  // .60 and up.
  }
  return 0.5f;
}

}  // namespace polygist::ingest
