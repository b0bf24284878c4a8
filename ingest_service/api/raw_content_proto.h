// Raw content as callers send it, checked.
#pragma once

#include <cstdint>
#include <string_view>

#include "absl/status/statusor.h"
#include "ingest_service/article/article.h"
#include "polygist/type/v1/content.pb.h"

namespace polygist::ingest {

// Limits on what callers may send; the comments in proto/ state them.
inline constexpr int64_t kDefaultMaxContentBytes = 10 << 20;

// The content, within limits and with a canonical language tag. INVALID_ARGUMENT naming the field below `field`
// (such as "content.bytes"), with the reasons that IngestArticle lists.
absl::StatusOr<RawContent> FromProto(const type::v1::RawContent& message, std::string_view field,
                                     int64_t max_content_bytes);

}  // namespace polygist::ingest
