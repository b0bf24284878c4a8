// Cells to rows: a table's blocks are cells, a reader's are rows.
#pragma once

#include <vector>

#include "ingest_service/extract/block_tree.h"

namespace polygist::ingest {

// By block: the node of the row it is a cell of, or -1. Cells are blocks of kind kTableRow that share a row with
// another cell, hold no other block and weigh at most kMaxCellWeight; what lies in the cells of a layout table is not.
std::vector<int32_t> FindRows(const HtmlDocument& document, const std::vector<TextBlock>& blocks);

}  // namespace polygist::ingest
