// Articles for people.
#pragma once

#include <string>

#include "polygist/ingest/v1/article.pb.h"

namespace polygist::client {

// A head of "name: value" lines, an empty line, and the cleaned text block by block (when the view
// has it). `width` columns; 0 does not wrap.
std::string ArticleText(const ingest::v1::Article& article, int width);

// What was removed and why, one per line: bytes of the raw content, rule, reason.
std::string RemovalsText(const ingest::v1::Article& article);

// One line of a list: name, language, publication day, title.
std::string ArticleLine(const ingest::v1::Article& article);

}  // namespace polygist::client
