#include "ingest_service/extract/html_source.h"

#include <algorithm>
#include <cstddef>

#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

// libxml2 compares each attribute with all before it. So a tag with more bytes than the first loses its attributes when
// it has more white space than the second (no real tag has).
constexpr size_t kLongTagBytes = size_t{1} << 16;
constexpr int kLongTagSpaces = 2000;

bool IsLetter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

// Calls `visit(begin, end)` for each tag that libxml2 would need quadratic time for.
template <typename Visitor>
void ForLongTags(std::string_view html, Visitor visit) {
  size_t at = 0;
  while ((at = html.find('<', at)) != std::string_view::npos) {
    const size_t begin = at++;
    if (at >= html.size() || !IsLetter(html[at])) continue;
    const size_t end = std::min(html.find('>', at), html.size());
    if (end - begin > kLongTagBytes &&
        std::count_if(html.begin() + static_cast<ptrdiff_t>(begin), html.begin() + static_cast<ptrdiff_t>(end),
                      IsHtmlSpace) > kLongTagSpaces) {
      visit(begin, end);
    }
    at = end;
  }
}

}  // namespace

std::string MakeParsable(std::string_view html) {
  std::string safe(html);
  std::replace(safe.begin(), safe.end(), '\0', ' ');
  for (size_t at = text::ValidUtf8Prefix(html); at < html.size();) {
    safe[at] = '?';
    at += 1 + text::ValidUtf8Prefix(html.substr(at + 1));
  }
  ForLongTags(html, [&](size_t begin, size_t end) {
    const size_t name_end = std::min(html.find_first_of(" \n\t\r\f/", begin), end);
    std::fill(safe.begin() + static_cast<ptrdiff_t>(name_end), safe.begin() + static_cast<ptrdiff_t>(end), ' ');
  });
  return safe;
}

bool EndsEarly(std::string_view html) {
  const size_t open = html.rfind('<');
  if (open == std::string_view::npos) return false;
  const bool starts_tag =
      open + 1 == html.size() || IsLetter(html[open + 1]) || html[open + 1] == '/' || html[open + 1] == '!';
  if (starts_tag && html.find('>', open) == std::string_view::npos) return true;
  const auto has = [html](std::string_view lower, std::string_view upper) {
    return html.rfind(lower) != std::string_view::npos || html.rfind(upper) != std::string_view::npos;
  };
  const bool opens = has("<html", "<HTML") || has("<body", "<BODY");
  return opens && !has("</html", "</HTML") && !has("</body", "</BODY");
}

}  // namespace polygist::ingest
