#include "ingest_service/extract/html_document.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>

#include "ingest_service/extract/html_source.h"

namespace polygist::ingest {
namespace {

constexpr size_t kMaxBytes = size_t{1} << 30;
// libxml2 compares each end tag with all open elements: a page nested deeper goes on in a fresh parser.
constexpr int kMaxParserDepth = 2 * kMaxDepth;
// libxml2 copies what it is given: each fresh parser costs the rest of the page.
constexpr size_t kMaxCopiedBytes = size_t{1} << 28;
constexpr size_t kArenaChunk = size_t{1} << 16;

// Attributes that some rule or feature reads. Others (images' sources, scripts) are most of a page's bytes.
bool IsKept(std::string_view name) {
  static constexpr std::string_view kNames[] = {"aria-hidden", "class",     "content", "data-block",  "data-component",
                                                "data-module", "data-name", "data-qa", "data-testid", "data-type",
                                                "datetime",    "hidden",    "href",    "http-equiv",  "id",
                                                "itemprop",    "itemtype",  "lang",    "name",        "property",
                                                "rel",         "role",      "style",   "type",        "xml:lang"};
  return std::binary_search(std::begin(kNames), std::end(kNames), name);
}

std::string_view View(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

}  // namespace

// Receives libxml2's events and appends nodes; open elements are a stack of node indices.
class HtmlTreeBuilder {
 public:
  explicit HtmlTreeBuilder(std::string_view html) {
    document_.truncated_ = html.size() > kMaxBytes;
    safe_ = MakeParsable(html.substr(0, kMaxBytes));
    html_ = safe_;
    document_.nodes_.reserve(std::min<size_t>(html_.size() / 40 + 16, kMaxNodes / 8));
    Push(Tag::kHtml);
  }

  HtmlDocument Build() && {
    size_t copied = 0;
    do {
      base_ = resume_at_;
      resume_at_ = html_.size();
      copied += html_.size() - base_;
      Parse(html_.substr(base_));
    } while (resume_at_ < html_.size() && copied < kMaxCopiedBytes);
    document_.truncated_ |= resume_at_ < html_.size();
    PopTo(0);
    return std::move(document_);
  }

 private:
  static HtmlTreeBuilder& Self(void* context) {
    return *static_cast<HtmlTreeBuilder*>(static_cast<htmlParserCtxtPtr>(context)->_private);
  }

  static void OnStart(void* context, const xmlChar* name, const xmlChar** attributes) {
    Self(context).StartElement(View(name), attributes);
  }
  static void OnEnd(void* context, const xmlChar* name) { Self(context).EndElement(View(name)); }
  static void OnText(void* context, const xmlChar* text, int size) {
    Self(context).AddText({reinterpret_cast<const char*>(text), static_cast<size_t>(size)});
  }
  static void OnOther(void* context, const xmlChar*) { Self(context).Skip(); }
  static void OnInstruction(void* context, const xmlChar*, const xmlChar*) { Self(context).Skip(); }

  static htmlSAXHandler Handler() {
    htmlSAXHandler handler;
    std::memset(&handler, 0, sizeof(handler));
    handler.startElement = OnStart;
    handler.endElement = OnEnd;
    handler.characters = OnText;
    handler.ignorableWhitespace = OnText;
    handler.cdataBlock = OnText;
    handler.comment = OnOther;
    handler.processingInstruction = OnInstruction;
    return handler;
  }

  // Left to itself libxml2 2.9 prepares its locks when they are first asked for, and two threads that do so at once
  // wait for each other for ever.
  static void PrepareLibrary() {
    static const bool prepared = [] {
      xmlInitParser();
      return true;
    }();
    static_cast<void>(prepared);
  }

  void Parse(std::string_view html) {
    if (html.empty()) return;
    PrepareLibrary();
    parser_ = htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size()));
    if (parser_ == nullptr) return;
    htmlSAXHandler handler = Handler();
    std::memcpy(parser_->sax, &handler, sizeof(handler));
    parser_->_private = this;
    htmlCtxtUseOptions(parser_, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                    HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser_, XML_CHAR_ENCODING_UTF8);
    last_ = base_;
    overflow_ = 0;
    htmlParseDocument(parser_);
    htmlFreeParserCtxt(parser_);
    parser_ = nullptr;
  }

  // Where the parser stands, in bytes of the page.
  size_t Cursor() const {
    const xmlParserInput* input = parser_->input;
    if (input == nullptr) return last_;
    const size_t at = base_ + input->consumed + static_cast<size_t>(input->cur - input->base);
    return std::min(std::max(at, last_), html_.size());
  }

  void Skip() { last_ = Cursor(); }

  // Ends this parser's work; Build goes on where it stood, unless the page is cut.
  void Stop(bool resume) {
    if (stopped()) return;
    resume_at_ = Cursor();
    // A start tag is reported before its end is read.
    for (const char end : {'/', '>'}) resume_at_ += html_.substr(resume_at_).starts_with(end) ? 1 : 0;
    document_.truncated_ |= !resume;
    if (!resume) html_ = html_.substr(0, resume_at_);
    xmlStopParser(parser_);
  }

  bool stopped() const { return resume_at_ < html_.size(); }

  bool Full() {
    if (document_.size() < kMaxNodes) return false;
    Stop(false);
    return true;
  }

  std::string_view Keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > arena_left_) {
      const size_t chunk = std::max(kArenaChunk, text.size());
      document_.arena_.push_back(std::make_unique_for_overwrite<char[]>(chunk));
      arena_next_ = document_.arena_.back().get();
      arena_left_ = chunk;
    }
    std::memcpy(arena_next_, text.data(), text.size());
    const std::string_view kept(arena_next_, text.size());
    arena_next_ += text.size();
    arena_left_ -= text.size();
    return kept;
  }

  HtmlNode& AddNode(Tag tag) {
    HtmlNode node;
    node.tag = tag;
    node.parent = open_.empty() ? -1 : open_.back();
    node.depth = static_cast<int16_t>(open_.size());
    node.subtree_end = document_.size() + 1;
    node.first_attribute = static_cast<uint32_t>(document_.attributes_.size());
    document_.nodes_.push_back(node);
    return document_.nodes_.back();
  }

  void Push(Tag tag) {
    AddNode(tag);
    open_.push_back(document_.size() - 1);
  }

  void PopTo(size_t depth) {
    while (open_.size() > depth) {
      document_.nodes_[static_cast<size_t>(open_.back())].subtree_end = document_.size();
      open_.pop_back();
    }
  }

  void KeepAttributes(HtmlNode* node, const xmlChar** attributes) {
    node->first_attribute = static_cast<uint32_t>(document_.attributes_.size());
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      const std::string_view name = View(attributes[0]);
      if (!IsKept(name)) continue;
      const std::string_view value = attributes[1] == nullptr ? std::string_view() : View(attributes[1]);
      document_.attributes_.push_back({Keep(name), Keep(value)});
    }
    node->attribute_count =
        static_cast<uint16_t>(std::min<size_t>(document_.attributes_.size() - node->first_attribute, UINT16_MAX));
  }

  void StartElement(std::string_view name, const xmlChar** attributes) {
    if (stopped() || Full()) return;
    const Tag tag = TagOf(name);
    // An element that the page leaves out is reported when its first text has been read already.
    const size_t cursor = Cursor();
    if (html_.substr(last_, cursor - last_).find('<') != std::string_view::npos) last_ = cursor;
    if (tag == Tag::kHtml) {
      if (document_.nodes_.front().attribute_count == 0) KeepAttributes(&document_.nodes_.front(), attributes);
    } else {
      if (open_.size() >= kMaxDepth) {
        PopTo(kMaxDepth - 1);
        ++overflow_;
      }
      Push(tag);
      KeepAttributes(&document_.nodes_.back(), attributes);
    }
    if (parser_->nameNr > kMaxParserDepth) Stop(true);
  }

  // libxml2 reports ends in proper nesting; those of elements beyond kMaxDepth have no open node.
  void EndElement(std::string_view name) {
    if (stopped()) return;
    last_ = Cursor();
    const Tag tag = TagOf(name);
    if (tag == Tag::kHtml) return;
    if (overflow_ > 0) {
      --overflow_;
    } else if (open_.size() > 1 && document_.node(open_.back()).tag == tag) {
      PopTo(open_.size() - 1);
    }
  }

  void AddText(std::string_view text) {
    if (stopped() || Full() || text.empty()) return;
    const size_t end = Cursor();
    HtmlNode& node = AddNode(Tag::kText);
    node.text = Keep(text);
    node.end = static_cast<uint32_t>(end);
    const size_t begin = end >= text.size() ? end - text.size() : 0;
    node.exact = begin >= last_ && html_.substr(begin, text.size()) == text;
    node.begin = static_cast<uint32_t>(node.exact ? begin : last_);
    last_ = end;
  }

  HtmlDocument document_;
  std::string safe_;
  std::string_view html_;  // The part of it that is to be read.
  std::vector<int32_t> open_;
  htmlParserCtxtPtr parser_ = nullptr;
  size_t base_ = 0;       // Where the present parser's input starts.
  size_t last_ = 0;       // Where the last event ended.
  size_t resume_at_ = 0;  // Where the next parser starts; the end of the page while this one goes on.
  int overflow_ = 0;      // Open elements of the parser that kMaxDepth closed here.
  char* arena_next_ = nullptr;
  size_t arena_left_ = 0;
};

std::span<const HtmlAttribute> HtmlDocument::Attributes(int32_t index) const {
  const HtmlNode& n = node(index);
  return std::span(attributes_).subspan(n.first_attribute, n.attribute_count);
}

std::string_view HtmlDocument::Attribute(int32_t index, std::string_view name) const {
  for (const HtmlAttribute& attribute : Attributes(index)) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool HtmlDocument::HasAttribute(int32_t index, std::string_view name) const {
  const auto attributes = Attributes(index);
  return std::any_of(attributes.begin(), attributes.end(), [&](const HtmlAttribute& a) { return a.name == name; });
}

std::string HtmlDocument::TextOf(int32_t index) const {
  std::string text;
  for (int32_t i = index; i < node(index).subtree_end;) {
    AppendFolded(node(i).text, &text);
    if (IsBlockLevel(node(i).tag) || node(i).tag == Tag::kBr) AppendFolded(" ", &text);
    i = i != index && IsInvisible(node(i).tag) ? node(i).subtree_end : i + 1;
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

HtmlDocument ParseHtml(std::string_view html) { return HtmlTreeBuilder(html).Build(); }

void AppendFolded(std::string_view text, std::string* out) {
  for (size_t i = 0; i < text.size();) {
    const bool no_break = text[i] == '\xC2' && text.substr(i, 2) == "\u00A0";
    if (IsHtmlSpace(text[i]) || no_break) {
      if (!out->empty() && out->back() != ' ') out->push_back(' ');
      i += no_break ? 2 : 1;
      continue;
    }
    size_t end = i + 1;
    while (end < text.size() && !IsHtmlSpace(text[end]) && text[end] != '\xC2') ++end;
    out->append(text.substr(i, end - i));
    i = end;
  }
}

}  // namespace polygist::ingest
