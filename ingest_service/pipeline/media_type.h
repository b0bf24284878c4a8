// Whether content is HTML, when its caller did not say.
#pragma once

#include <string_view>

namespace polygist::ingest {

// True for the HTML media types; for an empty `media_type`, true when the text starts with a document type, an
// <html>, <head>, <body> or comment, or holds several different block-level tags. `decoded` is valid UTF-8.
bool IsHtml(std::string_view media_type, std::string_view decoded);

}  // namespace polygist::ingest
