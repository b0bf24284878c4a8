// What a page says about its article outside the body: title, byline, site, address, language.
//
// In order of trust: JSON-LD, OpenGraph and other meta elements, microdata, the visible page, the <title>.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/extract/block_tree.h"
#include "ingest_service/extract/html_document.h"
#include "ingest_service/extract/json_ld.h"

namespace polygist::ingest {

struct PageMetadata {
  std::string title;  // Best one; without the site's name.
  // Every text that calls itself the title (og:title, headline, <title>, ...), for recognizing it in the body.
  std::vector<std::string> titles;
  std::string byline;
  std::string site_name;
  std::string canonical_url;
  std::string language_hint;
  std::string description;
  JsonLdArticle json_ld;
};

PageMetadata ReadMetadata(const HtmlDocument& document, const std::vector<TextBlock>& blocks);

// Case-folded letters and digits of `text`, all else left out: how titles are compared.
std::string FoldTitle(std::string_view text);

// `title` without " | Site", " - Site", "Site: " and the like, when what remains is confirmed: by `site_name`, or
// by another candidate that equals it.
std::string StripSiteName(std::string_view title, std::string_view site_name, const std::vector<std::string>& others);

// Value of the first <meta> with one of `names` as property, name, itemprop or http-equiv (lower-case); may be empty.
std::string_view MetaContent(const HtmlDocument& document, std::initializer_list<std::string_view> names);

}  // namespace polygist::ingest
