#include "ingest_service/extract/block_tree.h"

#include <algorithm>
#include <array>
#include <optional>

namespace polygist::ingest {
namespace {

// Inline elements whose share of a block's text is measured.
enum InlineRole { kLink, kStrong, kEmphasis, kRoles };

bool Blank(std::string_view text) { return text.find_first_not_of(" \n\t\r\f") == std::string_view::npos; }

class BlockBuilder {
 public:
  explicit BlockBuilder(const HtmlDocument& document) : document_(document) {}

  std::vector<TextBlock> Build() && {
    for (int32_t i = 0; i < document_.size();) {
      while (!ends_.empty() && i >= ends_.back()) {
        Flush();
        ends_.pop_back();
      }
      i = Visit(i);
    }
    Flush();
    return std::move(blocks_);
  }

 private:
  // Takes in one node; returns the next one to visit.
  int32_t Visit(int32_t i) {
    const HtmlNode& node = document_.node(i);
    if (node.tag == Tag::kText) {
      AddText(i);
      return i + 1;
    }
    const bool unseen = IsInvisible(node.tag) || IsHeadNoscript(node);
    if (IsBlockLevel(node.tag)) {
      Flush();
      after_break_ = false;
      if (!unseen) ends_.push_back(node.subtree_end);
    } else if (node.tag == Tag::kBr) {
      AddBreak();
    } else if (!unseen) {
      EnterInline(node, i);
    }
    return unseen ? node.subtree_end : i + 1;
  }

  bool IsHeadNoscript(const HtmlNode& node) const {
    return node.tag == Tag::kNoscript && node.parent >= 0 && document_.node(node.parent).tag == Tag::kHead;
  }

  void EnterInline(const HtmlNode& node, int32_t i) {
    if (node.tag == Tag::kImg) ++block_.images;
    ++block_.inline_elements;
    if (node.tag == Tag::kA && document_.HasAttribute(i, "href")) {
      role_end_[kLink] = node.subtree_end;
      ++block_.links;
    } else if (node.tag == Tag::kB || node.tag == Tag::kStrong) {
      role_end_[kStrong] = node.subtree_end;
    } else if (node.tag == Tag::kI || node.tag == Tag::kEm || node.tag == Tag::kSmall) {
      role_end_[kEmphasis] = node.subtree_end;
    }
  }

  void AddBreak() {
    ++block_.line_breaks;
    if (++breaks_in_a_row_ >= 2) {
      Flush();
      after_break_ = true;
    } else if (!block_.text.empty()) {
      AppendFolded(" ", &block_.text);
    }
  }

  void AddText(int32_t i) {
    const size_t before = block_.text.size();
    AppendFolded(document_.node(i).text, &block_.text);
    if (Blank(std::string_view(block_.text).substr(before))) return;
    breaks_in_a_row_ = 0;
    if (before == 0) Begin(i);
    block_.end_node = i + 1;
    block_.element = CommonAncestor(block_.element, document_.node(i).parent);
    for (int role = 0; role < kRoles; ++role) {
      if (i < role_end_[role]) role_bytes_[role] += static_cast<int32_t>(block_.text.size() - before);
    }
  }

  void Begin(int32_t i) {
    block_.first_node = i;
    block_.element = document_.node(i).parent;
    block_.after_break = after_break_;
  }

  int32_t CommonAncestor(int32_t a, int32_t b) const {
    while (a != b) {
      if (document_.node(a).depth >= document_.node(b).depth) {
        a = document_.node(a).parent;
      } else {
        b = document_.node(b).parent;
      }
    }
    return a;
  }

  void Flush() {
    breaks_in_a_row_ = 0;
    while (block_.text.ends_with(' ')) block_.text.pop_back();
    if (!block_.text.empty()) {
      Finish();
      blocks_.push_back(std::move(block_));
    }
    block_ = TextBlock();
    role_bytes_ = {};
  }

  void Finish() {
    block_.container = block_.element;
    while (block_.container > 0 && !IsBlockLevel(document_.node(block_.container).tag)) {
      block_.container = document_.node(block_.container).parent;
    }
    block_.source = {document_.node(block_.first_node).begin, document_.node(block_.end_node - 1).end};
    block_.shape = ShapeOf(block_.text);
    const auto share = [this](InlineRole role) {
      const double part = static_cast<double>(role_bytes_[role]) / static_cast<double>(block_.text.size());
      return static_cast<int32_t>(std::min(part, 1.0) * block_.shape.Weight());
    };
    block_.link_weight = share(kLink);
    block_.strong_weight = share(kStrong);
    block_.emphasis_weight = share(kEmphasis);
    SetKind();
  }

  // The nearest telling ancestor names the kind; lists give their depth.
  void SetKind() {
    int lists = 0;
    std::optional<BlockKind> kind;
    for (int32_t i = block_.element; i > 0; i = document_.node(i).parent) {
      const Tag tag = document_.node(i).tag;
      if (tag == Tag::kUl || tag == Tag::kOl || tag == Tag::kDl) ++lists;
      if (!kind.has_value()) kind = KindOf(tag);
    }
    block_.kind = kind.value_or(BlockKind::kParagraph);
    if (block_.kind == BlockKind::kListItem) block_.level = std::max(lists, 1);
  }

  std::optional<BlockKind> KindOf(Tag tag) {
    if (HeadingLevel(tag) > 0) {
      block_.level = HeadingLevel(tag);
      return BlockKind::kHeading;
    }
    switch (tag) {
      case Tag::kLi:
      case Tag::kDd:
      case Tag::kDt:
        return BlockKind::kListItem;
      case Tag::kBlockquote:
        return BlockKind::kQuote;
      case Tag::kTd:
      case Tag::kTh:
        return BlockKind::kTableRow;
      case Tag::kPre:
      case Tag::kListing:
        return BlockKind::kPreformatted;
      case Tag::kFigcaption:
      case Tag::kCaption:
        return BlockKind::kCaption;
      default:
        return std::nullopt;
    }
  }

  const HtmlDocument& document_;
  std::vector<TextBlock> blocks_;
  TextBlock block_;
  std::vector<int32_t> ends_;  // Subtree ends of the open block-level elements.
  std::array<int32_t, kRoles> role_end_{};
  std::array<int32_t, kRoles> role_bytes_{};
  int breaks_in_a_row_ = 0;
  bool after_break_ = false;
};

// Appends one text node to a block's text, run by run.
class TextMapper {
 public:
  TextMapper(text::MappedText* out, bool keep_lines) : out_(*out), keep_lines_(keep_lines) {}

  void Add(const HtmlNode& node) {
    const std::string_view text = node.text;
    for (size_t i = 0; i < text.size();) {
      const size_t spaces = SpaceAt(text, i);
      const size_t used = spaces > 0 ? spaces : PlainLength(text, i);
      const std::string_view part = text.substr(i, used);
      const int64_t begin = node.begin + static_cast<int64_t>(i);
      const ByteSpan source =
          node.exact ? ByteSpan{begin, begin + static_cast<int64_t>(used)} : ByteSpan{node.begin, node.end};
      if (spaces > 0) {
        Space(part, source);
      } else {
        EmitSpace();
        if (node.exact)
          out_.AppendExact(part, begin);
        else
          out_.AppendDerived(part, source);
      }
      i += used;
    }
  }

  void Break(ByteSpan source) { Space(keep_lines_ ? "\n" : " ", source); }

 private:
  static size_t SpaceAt(std::string_view s, size_t i) {
    const size_t begin = i;
    while (i < s.size()) {
      if (std::string_view(" \n\t\r\f").find(s[i]) != std::string_view::npos) {
        ++i;
      } else if (s.substr(i, 2) == "\u00A0") {
        i += 2;
      } else {
        break;
      }
    }
    return i - begin;
  }

  static size_t PlainLength(std::string_view s, size_t i) {
    const size_t begin = i++;
    while (i < s.size() && SpaceAt(s, i) == 0) ++i;
    return i - begin;
  }

  void Space(std::string_view written, ByteSpan source) {
    if (out_.empty()) return;
    exact_space_ = !has_space_ && written == " " && source.size() == 1;
    space_source_ = has_space_ ? Hull(space_source_, source) : source;
    has_space_ = true;
    if (!keep_lines_) space_.clear();
    if (keep_lines_)
      space_.append(written);
    else
      space_.push_back(' ');
  }

  void EmitSpace() {
    if (has_space_ && exact_space_) out_.AppendExact(space_, space_source_.begin);
    if (has_space_ && !exact_space_) out_.AppendDerived(space_, space_source_);
    has_space_ = false;
    space_.clear();
  }

  text::MappedText& out_;
  bool keep_lines_;
  bool has_space_ = false;
  bool exact_space_ = false;  // The pending space is one space of the page.
  std::string space_;
  ByteSpan space_source_;
};

}  // namespace

double TextBlock::LinkDensity() const {
  return static_cast<double>(link_weight) / static_cast<double>(std::max(1, shape.Weight()));
}

std::vector<TextBlock> BuildBlocks(const HtmlDocument& document) { return BlockBuilder(document).Build(); }

text::MappedText MapBlock(const HtmlDocument& document, const TextBlock& block) {
  text::MappedText mapped;
  TextMapper mapper(&mapped, block.kind == BlockKind::kPreformatted);
  for (int32_t i = block.first_node; i < block.end_node;) {
    const HtmlNode& node = document.node(i);
    if (node.tag == Tag::kText) mapper.Add(node);
    if (node.tag == Tag::kBr) mapper.Break({node.begin, node.end});
    i = IsInvisible(node.tag) ? node.subtree_end : i + 1;
  }
  return mapped;
}

}  // namespace polygist::ingest
