#include "ingest_service/normalize/unicode.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "common/text/characters.h"
#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

constexpr char32_t kZwsp = 0x200B;
constexpr char32_t kZwj = 0x200D;
constexpr char32_t kBlackFlag = 0x1F3F4;

bool Between(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

bool IsBidiControl(char32_t c) {
  return c == 0x061C || Between(c, 0x200E, 0x200F) || Between(c, 0x202A, 0x202E) || Between(c, 0x2066, 0x2069);
}

bool IsControl(char32_t c) {
  return (c < 0x20 && c != '\t' && !Between(c, '\n', '\r')) || (Between(c, 0x7F, 0x9F) && c != 0x85) ||
         Between(c, 0xFDD0, 0xFDEF) || (c & 0xFFFE) == 0xFFFE || Between(c, 0xFFF9, 0xFFFC);
}

bool IsVariationSelector(char32_t c) { return Between(c, 0xFE00, 0xFE0F) || Between(c, 0xE0100, 0xE01EF); }

// Invisible characters whose fate depends on their neighbours.
bool DependsOnNeighbours(char32_t c) {
  return Between(c, kZwsp, kZwj) || c == 0x180E || IsVariationSelector(c) || Between(c, 0xE0020, 0xE007F);
}

// Characters without a shape of their own that nothing written needs.
bool IsAlwaysInvisible(char32_t c) {
  return c == 0xFEFF || Between(c, 0x2060, 0x2065) || Between(c, 0x206A, 0x206F) || c == 0x115F || c == 0x1160 ||
         c == 0x3164 || c == 0xFFA0 || c == 0xE0001;
}

// Cheap test that settles nearly every character: those below U+0300 other than controls and the
// soft hyphen, and letters and punctuation of most scripts, are never unwanted.
bool MayBeUnwanted(char32_t c) {
  if (c < 0x300) return c < 0x20 || Between(c, 0x7F, 0x9F) || c == 0xAD;
  return c == 0x061C || c == 0x115F || c == 0x1160 || c == 0x180E || Between(c, 0x200B, 0x200F) ||
         Between(c, 0x202A, 0x202E) || Between(c, 0x2060, 0x206F) || c == 0x3164 || Between(c, 0xFDD0, 0xFDEF) ||
         Between(c, 0xFE00, 0xFE0F) || c == 0xFEFF || c == 0xFFA0 || Between(c, 0xFFF9, 0xFFFC) ||
         (c & 0xFFFE) == 0xFFFE || Between(c, 0xE0000, 0xE01EF);
}

// Whether `c` must stay between `previous` (kept) and `next` (the next character that can stay).
bool IsNeeded(char32_t c, char32_t previous, char32_t next) {
  if (IsVariationSelector(c)) {
    return previous != 0 && !IsVariationSelector(previous) && !DependsOnNeighbours(previous) &&
           !text::IsWhiteSpace(previous);
  }
  if (Between(c, 0xE0020, 0xE007F)) return previous == kBlackFlag || Between(previous, 0xE0020, 0xE007E);
  if (c == 0x180E) return text::IsMongolian(previous) && text::IsMongolian(next);
  if (c == kZwsp) return text::IsWrittenWithoutSpaces(previous) && text::IsWrittenWithoutSpaces(next);
  if (Between(previous, kZwsp, kZwj)) return false;
  if (c == kZwj && text::IsEmojiPart(previous) && text::IsEmojiPart(next)) return true;
  return text::IsVirama(previous) || (text::UsesJoiners(previous) && text::UsesJoiners(next));
}

// The next character at or after `offset` that does not depend on its neighbours; 0 at the end.
// Looks at most kWindow characters ahead, so that floods of invisible characters cost linear time.
char32_t NextVisible(std::string_view text, size_t offset) {
  constexpr int kWindow = 8;
  for (int i = 0; i < kWindow && offset < text.size(); ++i) {
    const char32_t c = text::NextCodePoint(text, &offset);
    if (IsControl(c) || IsBidiControl(c) || IsAlwaysInvisible(c) || c == 0xAD) continue;
    if (Between(c, kZwsp, kZwj)) continue;
    return c;
  }
  return 0;
}

std::optional<Unwanted> KindOf(char32_t c, char32_t previous, std::string_view text, size_t after) {
  if (!MayBeUnwanted(c)) return std::nullopt;
  if (c == 0xAD) return Unwanted::kSoftHyphen;
  if (IsBidiControl(c)) return Unwanted::kBidiControl;
  if (IsControl(c)) return Unwanted::kControl;
  if (IsAlwaysInvisible(c)) return Unwanted::kInvisible;
  if (!DependsOnNeighbours(c)) return std::nullopt;
  if (IsNeeded(c, previous, NextVisible(text, after))) return std::nullopt;
  return Unwanted::kInvisible;
}

void Record(std::vector<UnwantedRun>* removed, ByteSpan span, Unwanted kind) {
  if (!removed->empty() && removed->back().kind == kind && removed->back().span.end == span.begin) {
    removed->back().span.end = span.end;
    return;
  }
  const auto listed = removed->begin() + static_cast<std::ptrdiff_t>(std::min(removed->size(), kMaxListedRuns));
  const auto rest = std::find_if(listed, removed->end(), [&](const UnwantedRun& run) { return run.kind == kind; });
  if (rest != removed->end()) {
    rest->span = Hull(rest->span, span);
  } else {
    removed->push_back({span, kind});
  }
}

ByteSpan SpanOf(size_t begin, size_t end) { return {static_cast<int64_t>(begin), static_cast<int64_t>(end)}; }

}  // namespace

bool IsPlainAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) {
    const auto c = static_cast<unsigned char>(byte);
    return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t' || c == '\r';
  });
}

WithoutUnwanted RemoveUnwanted(std::string_view text) {
  WithoutUnwanted result;
  char32_t previous = 0;
  size_t kept_from = 0;
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    const char32_t c = text::NextCodePoint(text, &offset);
    const std::optional<Unwanted> kind = KindOf(c, previous, text, offset);
    if (!kind) {
      previous = c;
      continue;
    }
    result.text.AppendExact(text.substr(kept_from, begin - kept_from), static_cast<int64_t>(kept_from));
    Record(&result.removed, SpanOf(begin, offset), *kind);
    kept_from = offset;
  }
  result.text.AppendExact(text.substr(kept_from), static_cast<int64_t>(kept_from));
  return result;
}

}  // namespace polygist::ingest
