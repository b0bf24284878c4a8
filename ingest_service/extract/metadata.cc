#include "ingest_service/extract/metadata.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "common/base/strings.h"
#include "common/text/utf8.h"
#include "ingest_service/extract/author.h"

namespace polygist::ingest {
namespace {

// A longer byline is a biography.
constexpr size_t kMaxBylineBytes = 160;

bool EqualsNoCase(std::string_view a, std::string_view b) { return absl::EqualsIgnoreCase(ToAbsl(a), ToAbsl(b)); }

std::string Folded(std::string_view text) {
  std::string folded;
  AppendFolded(text, &folded);
  while (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

// The text of the first element that `wanted` accepts.
template <typename Predicate>
std::string FirstText(const HtmlDocument& document, Predicate wanted) {
  for (int32_t i = 0; i < document.size(); ++i) {
    if (document.node(i).tag == Tag::kText || !wanted(i)) continue;
    std::string text = document.TextOf(i);
    if (!text.empty()) return text;
  }
  return "";
}

bool HasToken(std::string_view value, std::string_view token) {
  while (!value.empty()) {
    const std::string_view word = value.substr(0, value.find(' '));
    if (EqualsNoCase(word, token)) return true;
    value.remove_prefix(std::min(value.size(), word.size() + 1));
  }
  return false;
}

std::string LinkTarget(const HtmlDocument& document, std::string_view rel) {
  for (int32_t i = 0; i < document.size(); ++i) {
    if (document.node(i).tag == Tag::kLink && HasToken(document.Attribute(i, "rel"), rel)) {
      return std::string(text::TrimWhiteSpace(document.Attribute(i, "href")));
    }
  }
  return "";
}

std::string FirstOf(std::initializer_list<std::string> values) {
  for (const std::string& value : values) {
    if (!value.empty()) return value;
  }
  return "";
}

std::string DocumentTitle(const HtmlDocument& document) {
  return FirstText(document, [&](int32_t i) {
    const int32_t parent = document.node(i).parent;
    return document.node(i).tag == Tag::kTitle && (parent < 0 || document.node(parent).tag != Tag::kSvg);
  });
}

bool LeadsHome(std::string_view target) {
  const size_t scheme = target.find("://");
  if (scheme != std::string_view::npos) target.remove_prefix(std::min(target.size(), target.find('/', scheme + 3)));
  return target.empty() || target == "/" || target == "./";
}

// Whether a heading is the site's own: a link to its first page.
bool IsMasthead(const HtmlDocument& document, const TextBlock& heading) {
  for (int32_t i = heading.element; i > 0; i = document.node(i).parent) {
    if (document.node(i).tag == Tag::kA) return LeadsHome(document.Attribute(i, "href"));
    if (HeadingLevel(document.node(i).tag) > 0) break;
  }
  return false;
}

std::string MastheadText(const HtmlDocument& document, const std::vector<TextBlock>& blocks) {
  for (const TextBlock& block : blocks) {
    if (block.kind == BlockKind::kHeading && block.level == 1 && IsMasthead(document, block)) return block.text;
  }
  return "";
}

// Headings of the first level, but for the site's own.
std::vector<const TextBlock*> TitleHeadings(const HtmlDocument& document, const std::vector<TextBlock>& blocks,
                                            std::string_view site_name) {
  const std::string site = FoldTitle(site_name);
  std::vector<const TextBlock*> headings;
  for (const TextBlock& block : blocks) {
    if (block.kind != BlockKind::kHeading || block.level != 1 || IsMasthead(document, block)) continue;
    const std::string folded = FoldTitle(block.text);
    if (!folded.empty() && folded != site) headings.push_back(&block);
  }
  return headings;
}

// The longest of the headings that a title which the page states holds; else the only one.
std::string HeadingTitle(const std::vector<const TextBlock*>& headings, const std::vector<std::string>& stated) {
  const TextBlock* best = nullptr;
  for (const TextBlock* heading : headings) {
    const std::string folded = FoldTitle(heading->text);
    const bool confirmed = std::any_of(stated.begin(), stated.end(), [&](const std::string& title) {
      return FoldTitle(title).find(folded) != std::string::npos;
    });
    if (confirmed && (best == nullptr || heading->text.size() > best->text.size())) best = heading;
  }
  if (best == nullptr && headings.size() == 1) best = headings.front();
  return best == nullptr ? "" : best->text;
}

void AddTitle(std::string title, std::vector<std::string>* titles) {
  if (!title.empty() && std::find(titles->begin(), titles->end(), title) == titles->end()) {
    titles->push_back(std::move(title));
  }
}

std::string AuthorElement(const HtmlDocument& document) {
  int32_t author_end = 0;
  std::string name = FirstText(document, [&](int32_t i) {
    const std::string_view property = document.Attribute(i, "itemprop");
    if (HasToken(property, "author")) author_end = document.node(i).subtree_end;
    return i < author_end && HasToken(property, "name");
  });
  if (!name.empty() && name.size() <= kMaxBylineBytes) return name;
  name = FirstText(document, [&](int32_t i) {
    return HasToken(document.Attribute(i, "rel"), "author") || HasToken(document.Attribute(i, "itemprop"), "author");
  });
  if (!name.empty() && name.size() <= kMaxBylineBytes) return name;
  const auto is_byline = [&](int32_t i) {
    const std::string_view classes = document.Attribute(i, "class");
    return HasToken(classes, "byline") || HasToken(classes, "author") || HasToken(classes, "author-name");
  };
  int32_t byline_end = 0;
  name = FirstText(document, [&](int32_t i) {
    if (is_byline(i)) byline_end = std::max(byline_end, document.node(i).subtree_end);
    return i < byline_end && document.node(i).tag == Tag::kA;
  });
  if (name.find(' ') != std::string::npos && name.size() <= kMaxBylineBytes) return name;
  name = FirstText(document, is_byline);
  return name.size() <= kMaxBylineBytes ? WithoutIntroduction(name) : "";
}

std::string Byline(const HtmlDocument& document, const MetaElements& meta_elements, const JsonLdArticle& json_ld) {
  if (!json_ld.author.empty()) return json_ld.author;
  const std::string meta =
      Folded(meta_elements.Get({"author", "article:author", "dc.creator", "parsely-author", "sailthru.author"}));
  if (!meta.empty() && !meta.starts_with("http") && meta.size() <= kMaxBylineBytes) return WithoutIntroduction(meta);
  return AuthorElement(document);
}

std::string LanguageHint(const HtmlDocument& document, const MetaElements& meta, const JsonLdArticle& json_ld) {
  std::string hint =
      FirstOf({std::string(document.Attribute(0, "lang")), std::string(document.Attribute(0, "xml:lang")),
               std::string(meta.Get({"content-language", "dc.language", "language"})),
               std::string(meta.Get({"og:locale"})), json_ld.language});
  hint = Folded(hint);
  hint = hint.substr(0, hint.find_first_of(",; "));
  std::replace(hint.begin(), hint.end(), '_', '-');
  return hint;
}

bool IsSeparatorText(std::string_view s) {
  static constexpr std::string_view kSeparators[] = {"|",  "-", "–", "—", "·", "»", "•", ":",
                                                     "::", "/", "«", "‹", "›", ">", "<", "~"};
  return std::find(std::begin(kSeparators), std::end(kSeparators), s) != std::end(kSeparators);
}

// Parts of a title between separators that stand between spaces ("A | B", "A - B"), or ": ".
std::vector<std::pair<size_t, size_t>> Separators(std::string_view title) {
  std::vector<std::pair<size_t, size_t>> found;
  for (size_t at = title.find(' '); at != std::string_view::npos; at = title.find(' ', at + 1)) {
    const size_t next = title.find(' ', at + 1);
    if (next == std::string_view::npos) break;
    if (IsSeparatorText(title.substr(at + 1, next - at - 1))) found.push_back({at, next + 1});
  }
  for (size_t at = title.find(": "); at != std::string_view::npos; at = title.find(": ", at + 1)) {
    if (at > 0 && title[at - 1] != ' ') found.push_back({at, at + 2});
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::string WithHost(std::string_view target, std::string_view base) {
  if (target.find("://") != std::string_view::npos) return std::string(target);
  const size_t scheme = base.find("://");
  if (scheme == std::string_view::npos || !target.starts_with('/')) return "";
  if (target.starts_with("//")) return std::string(base.substr(0, scheme + 1)) + std::string(target);
  return std::string(base.substr(0, base.find('/', scheme + 3))) + std::string(target);
}

std::string FoldTitle(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int64_t>(text.size());
  for (int64_t i = 0; i < size;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    if (!u_isalnum(c) && u_charType(c) != U_NON_SPACING_MARK && u_charType(c) != U_COMBINING_SPACING_MARK) continue;
    c = u_foldCase(c, U_FOLD_CASE_DEFAULT);
    uint8_t encoded[4];
    int32_t length = 0;
    UBool error = false;
    U8_APPEND(encoded, length, 4, c, error);
    if (!error) folded.append(reinterpret_cast<const char*>(encoded), static_cast<size_t>(length));
  }
  return folded;
}

std::string StripSiteName(std::string_view title, std::string_view site_name, const std::vector<std::string>& others) {
  const std::string site = FoldTitle(site_name);
  const auto confirmed = [&](std::string_view kept, std::string_view dropped) {
    const std::string folded = FoldTitle(kept);
    if (folded.empty()) return false;
    if (!site.empty() && FoldTitle(dropped) == site) return true;
    return std::any_of(others.begin(), others.end(),
                       [&](const std::string& other) { return FoldTitle(other) == folded; });
  };
  for (const auto& [end, begin] : Separators(title)) {
    if (confirmed(title.substr(0, end), title.substr(begin))) return std::string(title.substr(0, end));
    if (confirmed(title.substr(begin), title.substr(0, end))) return std::string(title.substr(begin));
  }
  return std::string(title);
}

MetaElements::MetaElements(const HtmlDocument& document) {
  for (int32_t i = 0; i < document.size(); ++i) {
    if (document.node(i).tag != Tag::kMeta) continue;
    const std::string_view content = text::TrimWhiteSpace(document.Attribute(i, "content"));
    if (content.empty()) continue;
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view name = document.Attribute(i, key);
      if (!name.empty()) contents_.emplace_back(absl::AsciiStrToLower(ToAbsl(name)), content);
    }
  }
}

std::string_view MetaElements::Get(std::initializer_list<std::string_view> names) const {
  for (const std::string_view wanted : names) {
    for (const auto& [name, content] : contents_) {
      if (name == wanted) return content;
    }
  }
  return {};
}

PageMetadata ReadMetadata(const HtmlDocument& document, const std::vector<TextBlock>& blocks) {
  PageMetadata page;
  page.json_ld = ReadJsonLd(document);
  page.meta = MetaElements(document);
  page.site_name = FirstOf({Folded(page.meta.Get({"og:site_name", "application-name"})), page.json_ld.site_name,
                            page.json_ld.publisher, MastheadText(document, blocks)});
  AddTitle(page.json_ld.headline, &page.titles);
  AddTitle(Folded(page.meta.Get({"og:title"})), &page.titles);
  AddTitle(Folded(page.meta.Get({"twitter:title", "dc.title", "title", "headline"})), &page.titles);
  AddTitle(DocumentTitle(document), &page.titles);
  const std::string heading = HeadingTitle(TitleHeadings(document, blocks, page.site_name), page.titles);
  AddTitle(heading, &page.titles);
  const std::string best = page.titles.empty() ? "" : heading.empty() ? page.titles.front() : heading;
  page.title = StripSiteName(best, page.site_name, page.titles);
  page.byline = Byline(document, page.meta, page.json_ld);
  const std::string canonical = LinkTarget(document, "canonical");
  const std::string stated = FirstOf({WithHost(Folded(page.meta.Get({"og:url"})), ""), WithHost(page.json_ld.url, "")});
  page.canonical_url = FirstOf({WithHost(canonical, stated), stated, canonical});
  page.language_hint = LanguageHint(document, page.meta, page.json_ld);
  page.description = FirstOf({Folded(page.meta.Get({"og:description", "description"})), page.json_ld.description});
  return page;
}

}  // namespace polygist::ingest
