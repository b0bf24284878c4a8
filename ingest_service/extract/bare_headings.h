// Headings under which nothing stays: those of lists of other articles, of offers, of what a page loads later.
#pragma once

#include <vector>

#include "ingest_service/extract/block_tree.h"

namespace polygist::ingest {

// Where a block goes.
enum class BlockPlace { kBody, kCaption, kRemoved };

// By block: whether it is a heading of the body, less than .8 likely to be the article's, whose section was removed to
// the last block. A section reaches to the next heading of its level or a higher one; captions, which stay apart from
// the body, count as something that stays. None when the body is headings only. (Of such headings above .8, reference
// texts of pages hold two in three; of those below, two in five.)
std::vector<bool> FindBareHeadings(const std::vector<TextBlock>& blocks, const std::vector<BlockPlace>& places,
                                   const std::vector<float>& probabilities);

}  // namespace polygist::ingest
