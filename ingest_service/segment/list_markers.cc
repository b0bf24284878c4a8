#include "ingest_service/segment/list_markers.h"

#include "ingest_service/segment/characters.h"

namespace polygist::ingest::segment {
namespace {

constexpr size_t kMaxDigits = 3;

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }

// Reads "12" or "b"; returns the offset after it, or `at`.
size_t ReadLabel(std::string_view block, size_t at, ListMarker* marker) {
  if (at < block.size() && IsAsciiLower(block[at])) {
    marker->letter = true;
    marker->value = block[at] - 'a' + 1;
    return at + 1;
  }
  size_t end = at;
  while (end < block.size() && end - at <= kMaxDigits && IsAsciiDigit(block[end])) {
    marker->value = marker->value * 10 + (block[end++] - '0');
  }
  return end - at <= kMaxDigits ? end : at;
}

size_t ReadTail(std::string_view block, size_t at, ListMarker* marker) {
  size_t end = at;
  if (end < block.size() && block[end] == '.') ++end;
  if (end < block.size() && block[end] == ')') ++end;
  marker->tail = block.substr(at, end - at);
  return end;
}

}  // namespace

std::optional<ListMarker> ReadListMarker(std::string_view block, size_t at) {
  ListMarker marker;
  const size_t label_end = ReadLabel(block, at, &marker);
  const size_t end = ReadTail(block, label_end, &marker);
  if (label_end == at || marker.tail.empty()) return std::nullopt;
  if (end >= block.size() || block[end] != ' ') return std::nullopt;
  const char32_t first = CharacterAt(block, SkipBlanks(block, end));
  if (!IsLetter(first) || (marker.tail == "." && IsLower(first))) return std::nullopt;
  return marker;
}

void ListTracker::BeginSentence(std::string_view block, size_t at) {
  while (at < block.size() && (IsBullet(CharacterAt(block, at)) || IsBlank(CharacterAt(block, at)))) {
    at = After(block, at);
  }
  const std::optional<ListMarker> marker = ReadListMarker(block, at);
  if (marker && (marker->value == 1 || (last_ && marker->Follows(*last_)))) last_ = marker;
}

std::optional<size_t> ListTracker::NextItem(std::string_view block, size_t mark) const {
  if (!last_) return std::nullopt;
  size_t begin = mark;
  while (begin > 0 && mark - begin < kMaxDigits && (IsAsciiDigit(block[begin - 1]) || IsAsciiLower(block[begin - 1]))) {
    --begin;
  }
  if (begin == mark || begin == 0 || block[begin - 1] != ' ') return std::nullopt;
  const std::optional<ListMarker> marker = ReadListMarker(block, begin);
  if (!marker || !marker->Follows(*last_)) return std::nullopt;
  return begin;
}

}  // namespace polygist::ingest::segment
