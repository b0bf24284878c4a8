// The article as it is stored and sent: one message, polygist.ingest.v1.Article, cut into parts.
//
// The stored form is the wire form, so that reading an article is parsing bytes and nothing else. The small part
// (head) serves lists; the large part (body) holds text, spans and removals; the raw bytes stand alone. Parsing
// head and body one after the other gives the whole message.
#pragma once

#include "absl/status/statusor.h"
#include "ingest_service/article/article.h"
#include "ingest_service/store/article_store.h"
#include "polygist/ingest/v1/article.pb.h"
#include "polygist/ingest/v1/ingest_service.pb.h"

namespace polygist::ingest {

// `article` with the fields of `view` (BASIC, FULL or RAW), but for what only the store knows: times. `content` is
// what it was made from.
v1::Article ToProto(const Article& article, const RawContent& content, v1::ArticleView view);

// The row to put. Requires article.name.
ArticleRow ToRow(const Article& article, const RawContent& content);

void SetTimes(absl::Time create_time, absl::Time update_time, v1::Article* article);

// The article of a row, with the parts that were read. DATA_LOSS, reason RECORD_UNREADABLE.
absl::StatusOr<v1::Article> FromRow(ArticleRow row);

// How much of a row `view` needs.
RowParts PartsOf(v1::ArticleView view);

}  // namespace polygist::ingest
