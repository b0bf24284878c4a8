// A text with the map back to the text it came from. However the text looks, the map stays bounded (kMaxMapRuns).
//
// Every stage that changes text returns one of these; Compose joins two stages into one, so that a
// span of the final text can be shown in the raw bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_span.h"

namespace polygist::text {

// A run of the text and the source bytes it came from. When `exact`, the two have equal length and
// correspond byte for byte; otherwise any part of `text` came from somewhere in `source`.
struct MappedRun {
  ByteSpan text;
  ByteSpan source;
  bool exact = false;

  friend bool operator==(const MappedRun&, const MappedRun&) = default;
};

// More runs than this, far more than honest text needs, would outgrow the text: then the shortest neighbours are joined
// to derived runs of a few hundred bytes. Longer runs stay exact.
inline constexpr size_t kMaxMapRuns = 1'000'000;

class MappedText {
 public:
  MappedText() = default;
  // `text` taken over unchanged from the source bytes starting at `source_begin`.
  static MappedText Exact(std::string text, int64_t source_begin = 0);
  // `text` made somehow out of `source`.
  static MappedText Derived(std::string_view text, ByteSpan source);

  const std::string& text() const { return text_; }
  const std::vector<MappedRun>& runs() const { return runs_; }
  bool empty() const { return text_.empty(); }

  // Appends bytes that are the source bytes starting at `source_begin`. Adjacent runs are joined.
  void AppendExact(std::string_view bytes, int64_t source_begin);
  // Appends bytes made out of `source` (which may be empty, for what was inserted).
  void AppendDerived(std::string_view bytes, ByteSpan source);
  // Appends a part of another text with the same source.
  void Append(const MappedText& other, ByteSpan part);
  void Append(const MappedText& other) { Append(other, {0, static_cast<int64_t>(other.text_.size())}); }

  // The smallest source range that `span` of this text came from. An empty span maps to an empty range.
  // Requires: span within the text.
  ByteSpan ToSource(ByteSpan span) const;

  std::string TakeText() && { return std::move(text_); }

 private:
  void AddRun(const MappedRun& run);

  std::string text_;
  std::vector<MappedRun> runs_;  // Ascending and gapless over text_.
  int64_t grain_ = 0;            // Neighbours that are no longer together are joined, in bytes of text_.
};

// The map of `later` (whose source is the text of `earlier`) carried back to the source of `earlier`.
MappedText Compose(const MappedText& later, const MappedText& earlier);

}  // namespace polygist::text
