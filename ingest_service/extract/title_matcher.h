// Blocks that say the title of a page again.
#pragma once

#include <string>
#include <vector>

#include "ingest_service/extract/block_tree.h"
#include "ingest_service/extract/metadata.h"

namespace polygist::ingest {

class TitleMatcher {
 public:
  explicit TitleMatcher(const PageMetadata& page);

  // Whether `block` is a heading of the first level, one of the stated titles, or a heading that is most of one.
  bool IsSaidBy(const TextBlock& block) const;

 private:
  std::vector<std::string> titles_;  // Folded.
};

}  // namespace polygist::ingest
