// What a page says of its article in JSON-LD (schema.org), read tolerantly.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/extract/html_document.h"

namespace polygist::ingest {

// Fields of the article-like object with the longest body, or the first one; all text is decoded and folded.
struct JsonLdArticle {
  bool found = false;
  std::string headline;
  std::string body;  // articleBody: the whole text or a teaser, as the site pleases; its lines between \n.
  std::string description;
  std::string author;  // Names joined by ", ".
  std::string publisher;
  std::string site_name;  // Of the WebSite object.
  std::string url;
  std::string language;
  std::string date_published;
  std::string date_created;
};

// Never fails: what cannot be parsed is passed over.
JsonLdArticle ReadJsonLd(const HtmlDocument& document);

}  // namespace polygist::ingest
