// A page as a tree of elements and texts, each text with its place in the bytes: libxml2 behind one door.
//
// libxml2's SAX interface is used rather than its tree: the parser's cursor then tells the byte position of
// every text (its tree knows lines only), and nodes go into flat arrays in document order, which is what all
// walks over the page need. No walk recurses.
//
// ParseHtml never fails. Memory is at most kMaxNodes nodes and depth at most kMaxDepth, whatever the input.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/extract/html_tags.h"

namespace polygist::ingest {

// Elements that are nested deeper hang at this depth. Browsers use 512.
constexpr int kMaxDepth = 512;
// The rest of a page with more elements and texts than this is not read. The largest real page measured has
// some 60,000.
constexpr int32_t kMaxNodes = 1'000'000;

struct HtmlAttribute {
  std::string_view name;   // Lower-case.
  std::string_view value;  // Decoded.
};

struct HtmlNode {
  Tag tag = Tag::kText;
  bool exact = false;  // Texts: the page holds the same bytes at [begin, end).
  uint16_t attribute_count = 0;
  int16_t depth = 0;
  int32_t parent = -1;      // -1 for the root.
  int32_t subtree_end = 0;  // Index one past the last descendant: nodes are in document order.
  uint32_t first_attribute = 0;
  uint32_t begin = 0;  // Texts: bytes of the page they came from.
  uint32_t end = 0;
  std::string_view text;  // Texts: decoded.
};

class HtmlDocument {
 public:
  HtmlDocument() = default;
  HtmlDocument(HtmlDocument&&) = default;
  HtmlDocument& operator=(HtmlDocument&&) = default;

  // Index 0 is a root that holds everything (and the attributes of <html>). Parents come before children.
  const HtmlNode& node(int32_t index) const { return nodes_[static_cast<size_t>(index)]; }
  int32_t size() const { return static_cast<int32_t>(nodes_.size()); }
  // Whether kMaxNodes or the size limit of 1 GiB cut the page.
  bool truncated() const { return truncated_; }

  // The attributes that extraction has a use for (see html_document.cc).
  std::span<const HtmlAttribute> Attributes(int32_t index) const;
  // Value of the attribute with lower-case `name`; empty when absent.
  std::string_view Attribute(int32_t index, std::string_view name) const;
  bool HasAttribute(int32_t index, std::string_view name) const;
  // All text below a node, white space folded to single spaces; text that is never shown (scripts) only when
  // the node itself is such an element.
  std::string TextOf(int32_t index) const;

 private:
  friend class HtmlTreeBuilder;

  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
  std::vector<std::unique_ptr<char[]>> arena_;  // What the views of nodes and attributes point into.
  bool truncated_ = false;
};

// Parses a page that is valid UTF-8 (bytes that are not count as '?'); what the page says of its own encoding is
// ignored.
HtmlDocument ParseHtml(std::string_view html);

// Appends `text` to `out` with each run of white space (ASCII and U+00A0) folded to one space; none is added at
// the start of `out` or after a space.
void AppendFolded(std::string_view text, std::string* out);

}  // namespace polygist::ingest
