// Sentences of arbitrary text: spans are ordered, trimmed and inside their blocks, and tile them.
// Input: one byte that chooses the language, then text; blocks are separated by an empty line.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "ingest_service/segment/sentences.h"

namespace {

using polygist::ByteSpan;
using polygist::Slice;
using polygist::ingest::Block;
using polygist::ingest::Sentence;

constexpr std::string_view kLanguages[] = {"en", "de", "ru", "tr", "ja", "th", "hy", "el", "und"};

void Check(bool holds) {
  if (!holds) std::abort();
}

std::vector<Block> BlocksOf(std::string_view text) {
  std::vector<Block> blocks;
  size_t begin = 0;
  while (begin <= text.size()) {
    const size_t end = std::min(text.find("\n\n", begin), text.size());
    Block block;
    block.span = {static_cast<int64_t>(begin), static_cast<int64_t>(end)};
    blocks.push_back(block);
    begin = end + 2;
  }
  return blocks;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view language = kLanguages[data[0] % std::size(kLanguages)];
  std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  text = text.substr(0, polygist::text::ValidUtf8Prefix(text));
  const std::vector<Block> blocks = BlocksOf(text);
  ByteSpan last;
  for (const Sentence& sentence : polygist::ingest::SplitSentences(text, blocks, language)) {
    Check(last.end <= sentence.span.begin && sentence.span.begin < sentence.span.end);
    Check(blocks[static_cast<size_t>(sentence.block)].span.Contains(sentence.span));
    Check(polygist::text::TrimWhiteSpace(Slice(text, {last.end, sentence.span.begin})).empty());
    const std::string_view words = Slice(text, sentence.span);
    Check(polygist::text::TrimWhiteSpace(words) == words);
    Check(polygist::text::IsValidUtf8(words));
    last = sentence.span;
  }
  Check(polygist::text::TrimWhiteSpace(text.substr(static_cast<size_t>(last.end))).empty());
  return 0;
}
