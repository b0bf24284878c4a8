// Resource names as people type them.
#pragma once

#include <string>
#include <string_view>

namespace polygist::client {

// "default" and "collections/default" -> "collections/default".
std::string CollectionName(std::string_view collection);

// "dam" in collection "news" -> "collections/news/articles/dam"; full names stay as they are. A
// revision
// ("dam@0123...") stays on. Nothing is checked: the service says what is wrong with a name.
std::string ArticleName(std::string_view collection, std::string_view article);

// Whether `argument` can only be meant as an article: a full name, or what looks like a bare ID
// (letters, digits, '.', '_', '-', optionally "@revision") and not like a file name (an ending such
// as ".txt").
bool LooksLikeArticle(std::string_view argument);

// An article ID for a file: the name without folder and ending, other characters made '-'. Empty
// when nothing usable is left ("-.txt").
std::string ArticleIdOfPath(std::string_view path);

}  // namespace polygist::client
