// HTML to an article: the body's blocks in reading order, what the page says about them, and what was left out.
//
// Evidence in order of trust: the page's own markup (metadata.h), structure, text and link density. Every block that
// is not in the body is on record as a Removal with a rule "html.<reason>"; keep_all keeps everything visible.
// A page with text never yields an empty body. Pure, deterministic, safe from any thread; never fails.
#pragma once

#include <string_view>

#include "ingest_service/article/article.h"
#include "ingest_service/extract/block_classifier.h"

namespace polygist::ingest {

// `html` is decoded text (valid UTF-8); spans in the result count its bytes. `url` may be empty.
//
// Rules (names for NormalizeOptions::disabled_rules; a disabled rule keeps what it would remove): html.title (a heading
// that repeats the title), html.repeated (text that stands before it already), html.date (the line of the date above
// the body), html.heading (the heading of a section of which nothing stays), html.caption, html.hidden, html.comments,
// html.related, html.navigation, html.share, html.header, html.footer, html.sidebar, html.advert, html.newsletter,
// html.consent, html.byline, html.tags, html.form, html.links, html.furniture.
//
// Warnings: HTML_TRUNCATED (the page ends inside open elements, or has too many of them: the rest was not read),
// HTML_BODY_FROM_METADATA (the body was taken from JSON-LD), HTML_NO_ARTICLE (nothing looked like an article: the
// likeliest text was kept).
Extraction ExtractHtml(std::string_view html, const NormalizeOptions& options, std::string_view url,
                       const BlockClassifier& classifier = BlockClassifier::Default());

}  // namespace polygist::ingest
