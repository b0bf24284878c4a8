// An article as summaries see it: the cleaned text and its spans, as ingest stored them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "common/base/byte_span.h"

namespace polygist::summary {

enum class BlockKind {
  kParagraph,
  kHeading,
  kListItem,
  kQuote,
  kTableRow,
  kPreformatted,
  kTitle,  // Only behind the text, where AppendTitle put it.
};

struct SourceBlock {
  BlockKind kind = BlockKind::kParagraph;
  ByteSpan span;  // UTF-8 bytes of SourceArticle::text.
};

struct SourceSentence {
  ByteSpan span;  // UTF-8 bytes of SourceArticle::text; inside one block.
  ByteSpan raw;   // Bytes of the raw content.
  int block = 0;  // Index into SourceArticle::blocks.
};

struct SourceArticle {
  std::string name;  // Resource name, or "inline/N" for the N-th inline article.
  std::string revision;
  std::string language;  // BCP 47, "und" when unknown.
  std::string source;    // Who published it; may be empty.
  std::string url;
  std::string title;                      // Not part of `text`; may be empty.
  std::string text;                       // UTF-8, NFC.
  std::vector<SourceBlock> blocks;        // Ascending.
  std::vector<SourceSentence> sentences;  // Ascending.
  std::optional<absl::Time> publish_time;
  std::vector<uint32_t> fingerprint;  // MinHash of word shingles: the share of equal entries estimates Jaccard.
};

// The kind of block that a sentence of `article` stands in.
inline BlockKind KindOf(const SourceArticle& article, const SourceSentence& sentence) {
  const auto block = static_cast<size_t>(sentence.block);
  return block < article.blocks.size() ? article.blocks[block].kind : BlockKind::kParagraph;
}

inline bool IsHeading(BlockKind kind) { return kind == BlockKind::kHeading || kind == BlockKind::kTitle; }

}  // namespace polygist::summary
