#include "ingest_service/extract/word_digests.h"

namespace polygist::ingest {
namespace {

bool IsWordByte(char c) {
  return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || static_cast<unsigned char>(c) >= 0xC3;
}

}  // namespace

std::vector<uint64_t> WordDigests(std::string_view text, size_t limit) {
  std::vector<uint64_t> words;
  uint64_t digest = 0;
  const auto flush = [&] {
    if (digest != 0) words.push_back(digest);
    digest = 0;
  };
  for (size_t i = 0; i < text.size() && words.size() < limit; ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = byte >= 0x80 && byte < 0xC0;
    if (!continues && !IsWordByte(c)) {
      flush();
      continue;
    }
    if (byte >= 0xE3 && byte < 0xF0) flush();
    const uint64_t folded = byte < 0x80 ? byte | 32 : byte;
    digest = ((digest == 0 ? 0xCBF29CE484222325u : digest) ^ folded) * 0x100000001B3u;
  }
  flush();
  return words;
}

}  // namespace polygist::ingest
