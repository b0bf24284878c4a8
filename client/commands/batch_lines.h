// The lines of polygist batch: JSON objects to requests, responses to JSON objects.
//
// Failures are INVALID_ARGUMENT with a reason: LINE_NOT_JSON, LINE_FIELD_MISSING, LINE_FIELD_WRONG
// (the fact "field" names it), FILE_UNREADABLE, LANGUAGE_NOT_SUMMARIZED.
#pragma once

#include <filesystem>
#include <string>

#include "absl/status/statusor.h"
#include "client/commands/line_fields.h"
#include "polygist/ingest/v1/ingest_service.pb.h"
#include "polygist/summary/v1/summary_service.pb.h"

namespace polygist::client {

// A JSON object; nothing else is a line.
absl::StatusOr<Json> ParseLine(const std::string& line);

// {"id","content_type"?,"charset"?,"lang"?,"url"?,"keep_all"?,"text"|"path"}. A relative "path"
// starts at `folder`. "text" is sent as UTF-8 bytes.
absl::StatusOr<ingest::v1::NormalizeArticleRequest> NormalizeRequestOf(const Json& line,
                                                                       const std::filesystem::path& folder);

// {"id","title","lang","confidence","text","sentences":[string],"spans":[[start,end]],
//  "removed":[{"start","end","rule"}],"warnings":[string]}; spans in UTF-8 bytes of "text", removed in bytes of the
//  raw content, "lang" a base tag or "und".
Json NormalizeResult(const Json& line, const ingest::v1::Article& article);

// {"topic","lang","articles":[{"id","title"?,"text","lang"?,"date"?}],
//  "budget"?:{"words":N}|{"sentences":N}|{"characters":N},  "reading"?:["nl","en"],"query"?}.
// "lang" "mul" asks for the merged summary. Articles without "lang" are in the language of the
// line, unless that is "mul".
absl::StatusOr<summary::v1::SummarizeArticlesRequest> SummarizeRequestOf(const Json& line);

// A "text" of the two below is the sentence as the line wrote it, but for its spaces, unless more was changed or taken
// out of it than how its letters are composed; then it is as it stands in the cleaned text.

// {"topic","lang","summary","seconds","sentences":[{"article","text","start","end","score"}]};
// "summary" has one sentence per line (line breaks inside one become spaces there); spans in UTF-8
// bytes of the cleaned text. LANGUAGE_NOT_SUMMARIZED when no article turned out to be in the wanted
// language.
absl::StatusOr<Json> SummarizeResult(const Json& line, const summary::v1::SummarizeArticlesResponse& response,
                                     double seconds);

// {"topic","articles":[{"id","title"?,"text","lang"?,"date"?}]}. "date", as 2031-03-04 or in RFC 3339, is when the
// article was published; weekdays are compared only when it is known.
absl::StatusOr<summary::v1::CompareArticlesRequest> CompareRequestOf(const Json& line);

// {"topic","groups":[[{"article","text"}]],"disagreements":[{"kind","about","values":[{"article","text","value"}]}]};
// "text" is the whole sentence, in groups also a title, "value" the number as it stands in the cleaned text.
Json CompareResult(const Json& line, const summary::v1::CompareArticlesResponse& response);

}  // namespace polygist::client
