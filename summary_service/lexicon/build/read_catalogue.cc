#include "summary_service/lexicon/build/read_catalogue.h"

#include <cstdint>
#include <cstring>

#include "common/text/utf8.h"

namespace polygist::summary::lexicon_build {
namespace {

constexpr uint32_t kMagic = 0x950412DE;
constexpr uint32_t kSwappedMagic = 0xDE120495;

class Catalogue {
 public:
  explicit Catalogue(std::string_view bytes) : bytes_(bytes) {}

  std::vector<Segment> Read() {
    std::vector<Segment> segments;
    if (bytes_.size() < 20) return segments;
    const uint32_t magic = WordAt(0);
    if (magic != kMagic && magic != kSwappedMagic) return segments;
    swapped_ = magic == kSwappedMagic;
    const uint32_t count = WordAt(8), originals = WordAt(12), translations = WordAt(16);
    for (uint32_t i = 0; i < count; ++i) {
      const std::string_view original = StringAt(uint64_t{originals} + uint64_t{8} * i);
      const std::string_view translation = StringAt(uint64_t{translations} + uint64_t{8} * i);
      if (original.empty() || translation.empty()) continue;
      if (!text::IsValidUtf8(original) || !text::IsValidUtf8(translation)) continue;
      segments.push_back({Plain(WithoutContext(original)), Plain(translation)});
    }
    return segments;
  }

 private:
  uint32_t WordAt(uint64_t at) const {
    if (at + 4 > bytes_.size()) return 0;
    uint32_t word = 0;
    std::memcpy(&word, bytes_.data() + at, 4);
    return swapped_ ? __builtin_bswap32(word) : word;
  }

  // The string whose length and offset stand at `at`, up to the first plural form's end.
  std::string_view StringAt(uint64_t at) const {
    const uint32_t length = WordAt(at), offset = WordAt(at + 4);
    if (uint64_t{offset} + length > bytes_.size()) return {};
    const std::string_view text = bytes_.substr(offset, length);
    return text.substr(0, text.find('\0'));
  }

  // "context\x04message", and the "context^message" and "context|message" of older programs.
  static std::string_view WithoutContext(std::string_view text) {
    const size_t mark = text.find('\x04');
    if (mark != std::string_view::npos) text.remove_prefix(mark + 1);
    const size_t caret = text.find('^');
    if (caret != std::string_view::npos) text.remove_prefix(caret + 1);
    return text;
  }

  // Tags, placeholders ("%s", "%1", "$name", "{0}") become spaces; marks of keys and hyphenation
  // vanish.
  static std::string Plain(std::string_view text) {
    std::string plain;
    char closing = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (closing != 0) {
        if (c == closing) closing = 0;
        continue;
      }
      if (c == '<' && text.find('>', i) != std::string_view::npos) closing = '>';
      if (c == '{' && text.find('}', i) != std::string_view::npos) closing = '}';
      if (c == '_' || c == '~' || c == '&') continue;
      if (c == '%' || c == '$') {
        while (i + 1 < text.size() && (IsNameByte(text[i + 1]) && plain.size() < text.size())) ++i;
        plain += ' ';
        continue;
      }
      plain += closing != 0 || c == '\n' || c == '\\' ? ' ' : c;
    }
    return plain;
  }

  static bool IsNameByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  std::string_view bytes_;
  bool swapped_ = false;
};

}  // namespace

std::vector<Segment> ReadCatalogue(std::string_view bytes) { return Catalogue(bytes).Read(); }

}  // namespace polygist::summary::lexicon_build
