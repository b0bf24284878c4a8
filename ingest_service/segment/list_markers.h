// "1. … 2. …" inside one paragraph.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace polygist::ingest::segment {

// A number or lower-case letter with "." or ")" or ".)" that begins an item.
struct ListMarker {
  bool letter = false;
  int value = 0;          // From 1; a letter counts from a = 1.
  std::string_view tail;  // ".", ")" or ".)"

  // Whether this is the marker of the item after `earlier`.
  bool Follows(const ListMarker& earlier) const {
    return letter == earlier.letter && value == earlier.value + 1 && tail == earlier.tail;
  }
};

// The marker that begins at `at`, with a blank and the text of an item after it. A marker with "."
// alone needs a capital (or a letter without case) after it, since "am 2. mai" is none.
std::optional<ListMarker> ReadListMarker(std::string_view block, size_t at);

// Follows the markers of one block.
class ListTracker {
 public:
  // A sentence begins at `at`: remembers its marker, if it has one that begins or continues a list.
  void BeginSentence(std::string_view block, size_t at);

  // Where the item begins whose marker has its first "." or ")" at `mark`, when it continues the
  // list.
  std::optional<size_t> NextItem(std::string_view block, size_t mark) const;

 private:
  std::optional<ListMarker> last_;
};

}  // namespace polygist::ingest::segment
