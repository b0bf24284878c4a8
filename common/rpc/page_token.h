// Page tokens: a cursor bound to the query that made it. They carry no authority; any replica reads any token.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace polygist::rpc {

// `query_digest` is a digest of everything in the query but page size and token.
std::string MakePageToken(std::string_view query_digest, std::string_view cursor);

// The cursor; empty for an empty token (the first page). INVALID_ARGUMENT naming field "page_token", reason
// PAGE_TOKEN_INVALID (not made by MakePageToken) or PAGE_TOKEN_MISMATCH (made by another query).
absl::StatusOr<std::string> ReadPageToken(std::string_view query_digest, std::string_view token);

}  // namespace polygist::rpc
