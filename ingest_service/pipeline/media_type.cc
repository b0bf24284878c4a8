#include "ingest_service/pipeline/media_type.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/strings/ascii.h"
#include "common/base/strings.h"
#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

// How much of a text is looked at.
constexpr size_t kLookBytes = 16 << 10;
// A text about HTML may name a tag or two; a page closes several kinds of block.
constexpr int kEnoughBlockTags = 2;

constexpr std::array<std::string_view, 6> kOpenings = {"<!doctype html", "<html", "<head", "<body", "<?xml", "<!--"};
constexpr std::array<std::string_view, 8> kBlockEnds = {"</p>",  "</div>", "</h1>",      "</h2>",
                                                        "</ul>", "</li>",  "</article>", "</table>"};

}  // namespace

bool IsHtml(std::string_view media_type, std::string_view decoded) {
  if (media_type == "text/html" || media_type == "application/xhtml+xml") return true;
  if (!media_type.empty()) return false;
  const std::string_view window = decoded.substr(0, text::ValidUtf8Prefix(decoded.substr(0, kLookBytes)));
  const std::string look = absl::AsciiStrToLower(ToAbsl(text::TrimWhiteSpace(window)));
  const auto starts_look = [&](std::string_view opening) { return look.starts_with(opening); };
  if (std::any_of(kOpenings.begin(), kOpenings.end(), starts_look)) return true;
  const auto block_tags = std::count_if(kBlockEnds.begin(), kBlockEnds.end(),
                                        [&](std::string_view end) { return look.find(end) != std::string::npos; });
  return look.starts_with('<') ? block_tags > 0 : block_tags >= kEnoughBlockTags;
}

}  // namespace polygist::ingest
