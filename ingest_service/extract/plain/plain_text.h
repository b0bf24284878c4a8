// Main content of plain text whose HTML is already lost: the article among repeated titles, labels,
// menus, share lines, credits and captions, judged by form and place, never by lists of phrases.
#pragma once

#include <string>

#include "ingest_service/article/article.h"

namespace polygist::ingest {

// What is known beside the text. All may be empty.
struct PlainTextHints {
  std::string title;
  std::string language;  // Base subtag.
  std::string source;    // Site name or host.
  std::string url;
};

// Never fails; a text without furniture comes back whole, and a text that held anything but white
// space never comes back empty. Removal spans and block maps count bytes of `decoded_text`. Rules
// (Removal::rule): see ingest_service/extract/plain/README.md. Pure and deterministic; time and
// memory linear. Requires: valid UTF-8.
Extraction ExtractPlainText(const std::string& decoded_text, const PlainTextHints& hints,
                            const NormalizeOptions& options);

}  // namespace polygist::ingest
