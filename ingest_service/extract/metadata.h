// What a page says about its article outside the body: title, byline, site, address, language.
//
// In order of trust: JSON-LD, OpenGraph and other meta elements, microdata, the visible page, the <title>.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest_service/extract/block_tree.h"
#include "ingest_service/extract/html_document.h"
#include "ingest_service/extract/json_ld.h"

namespace polygist::ingest {

// The <meta> elements of a page, read once.
class MetaElements {
 public:
  MetaElements() = default;
  explicit MetaElements(const HtmlDocument& document);

  // Content of the first element that has the first of `names` (lower-case) which any element has, as its property,
  // name, itemprop or http-equiv; may be empty.
  std::string_view Get(std::initializer_list<std::string_view> names) const;

 private:
  std::vector<std::pair<std::string, std::string>> contents_;  // Lower-case name, trimmed content; in document order.
};

struct PageMetadata {
  std::string title;  // Best one; without the site's name.
  // Every text that calls itself the title (og:title, headline, <title>, ...), for recognizing it in the body.
  std::vector<std::string> titles;
  std::string byline;
  std::string site_name;
  std::string canonical_url;  // With its host when the page states it anywhere; else as written: "/news/1".
  std::string language_hint;
  std::string description;
  JsonLdArticle json_ld;
  MetaElements meta;
};

PageMetadata ReadMetadata(const HtmlDocument& document, const std::vector<TextBlock>& blocks);

// `target` as an address with a host: itself, or a path on the host of `base`. Empty when neither tells the host.
std::string WithHost(std::string_view target, std::string_view base);

// Case-folded letters and digits of `text`, all else left out: how titles are compared.
std::string FoldTitle(std::string_view text);

// `title` without " | Site", " - Site", "Site: " and the like, when what remains is confirmed: by `site_name`, or
// by another candidate that equals it.
std::string StripSiteName(std::string_view title, std::string_view site_name, const std::vector<std::string>& others);

}  // namespace polygist::ingest
