#include "summary_service/merging/match_rows.h"

#include <algorithm>
#include <utility>

namespace polygist::summary {
namespace {

constexpr size_t kTermsInThreeBytes = size_t{1} << 16;

}  // namespace

// From the sizes of its rows to where the next match of each goes.
void TermMatches::AddBlock() {
  const size_t first = kTermsOfBlock * blocks_.size();
  uint32_t count = 0;
  for (size_t term = first; term < std::min(first + kTermsOfBlock, ends_.size()); ++term) {
    count += std::exchange(ends_[term], count);
  }
  blocks_.push_back(std::make_unique_for_overwrite<unsigned char[]>(width_ * count + sizeof(uint32_t)));
}

std::vector<uint32_t> MatchCollector::SizesBothWays() const {
  std::vector<uint32_t> sizes(ends_.size(), 1);
  auto match = before_.begin();
  for (size_t term = 0, i = 0; term < ends_.size(); ++term) {
    for (; i < ends_[term]; ++i, ++match) ++sizes[term], ++sizes[static_cast<size_t>(TermMatch(*match).term())];
  }
  return sizes;
}

// Terms come in order, so that every list ascends, and blocks are made when the first of their terms comes: what was
// collected is given back meanwhile.
TermMatches MatchCollector::Finish() && {
  TermMatches all;
  all.width_ = ends_.size() <= kTermsInThreeBytes ? 3 : 4;
  all.ends_ = SizesBothWays();
  const auto add = [&](size_t term, TermMatch match) {
    const uint32_t bits = match.bits();
    unsigned char* block = all.blocks_[term / TermMatches::kTermsOfBlock].get();
    std::memcpy(block + all.width_ * all.ends_[term]++, &bits, all.width_);
  };
  for (size_t term = 0, begin = 0; term < ends_.size(); begin = ends_[term++]) {
    if (term % TermMatches::kTermsOfBlock == 0) all.AddBlock();
    const auto end = before_.begin() + static_cast<std::ptrdiff_t>(ends_[term] - begin);
    for (auto match = before_.begin(); match != end; ++match) {
      const TermMatch before(*match);
      add(term, before);
      add(static_cast<size_t>(before.term()), {static_cast<int>(term), before.strength()});
    }
    add(term, {static_cast<int>(term), 1});
    before_.erase(before_.begin(), end);
  }
  return all;
}

}  // namespace polygist::summary
