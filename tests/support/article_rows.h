// Rows for tests of stores.
#pragma once

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "ingest_service/store/article_store.h"

namespace polygist::testing {

// A row whose parts say where they belong.
inline ingest::ArticleRow MakeRow(const std::string& id, const std::string& revision = "r1",
                                  const std::string& collection = "default") {
  ingest::ArticleRow row;
  row.name = {collection, id};
  row.revision = revision;
  row.language = "id";
  row.source = "kabar.example";
  row.head = absl::StrCat("head of ", id, "@", revision);
  row.body = absl::StrCat("body of ", id, "@", revision);
  row.raw = absl::StrCat("raw of ", id, "@", revision);
  return row;
}

}  // namespace polygist::testing
