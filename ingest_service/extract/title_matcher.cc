#include "ingest_service/extract/title_matcher.h"

#include <algorithm>
#include <string_view>

namespace polygist::ingest {
namespace {

// A heading that is this much of a stated title, or the other way round, repeats it.
constexpr double kTitleShare = 0.6;

// Whether a heading is a title that the page states with something added or left out.
bool IsMostOf(std::string_view heading, std::string_view title) {
  const std::string_view shorter = heading.size() < title.size() ? heading : title;
  const std::string_view longer = heading.size() < title.size() ? title : heading;
  return longer.find(shorter) != std::string_view::npos &&
         static_cast<double>(shorter.size()) >= kTitleShare * static_cast<double>(longer.size());
}

}  // namespace

TitleMatcher::TitleMatcher(const PageMetadata& page) {
  titles_.push_back(FoldTitle(page.title));
  for (const std::string& title : page.titles) titles_.push_back(FoldTitle(title));
  std::erase(titles_, "");
}

bool TitleMatcher::IsSaidBy(const TextBlock& block) const {
  if (block.kind == BlockKind::kHeading && block.level == 1) return true;
  const std::string folded = FoldTitle(block.text);
  if (folded.empty()) return false;
  return std::any_of(titles_.begin(), titles_.end(), [&](const std::string& title) {
    return title == folded || (block.kind == BlockKind::kHeading && IsMostOf(folded, title));
  });
}

}  // namespace polygist::ingest
