#include "common/rpc/page_token.h"

#include "absl/strings/escaping.h"
#include "common/base/digest.h"
#include "common/base/error.h"
#include "common/base/strings.h"

namespace polygist::rpc {
namespace {

constexpr size_t kDigestBytes = 32;

std::string CheckOf(std::string_view text) { return DigestBuilder().Add(text).Hex().substr(0, 8); }

}  // namespace

std::string MakePageToken(std::string_view query_digest, std::string_view cursor) {
  const std::string content = DigestBuilder().Add(query_digest).Hex() + std::string(cursor);
  return absl::WebSafeBase64Escape(CheckOf(content) + content);
}

absl::StatusOr<std::string> ReadPageToken(std::string_view query_digest, std::string_view token) {
  if (token.empty()) return std::string();
  std::string bytes;
  constexpr size_t kCheckBytes = 8;
  if (!absl::WebSafeBase64Unescape(ToAbsl(token), &bytes) || bytes.size() < kCheckBytes + kDigestBytes ||
      CheckOf(std::string_view(bytes).substr(kCheckBytes)) != bytes.substr(0, kCheckBytes)) {
    return InvalidField("page_token", "PAGE_TOKEN_INVALID",
                        "The page token is not one this service made. Send next_page_token of the "
                        "page before unchanged, or none to start over.");
  }
  if (bytes.substr(kCheckBytes, kDigestBytes) != DigestBuilder().Add(query_digest).Hex()) {
    return InvalidField("page_token", "PAGE_TOKEN_MISMATCH",
                        "The page token was made by another query. Repeat the query that made it, "
                        "or send no token to start over.");
  }
  return bytes.substr(kCheckBytes + kDigestBytes);
}

}  // namespace polygist::rpc
