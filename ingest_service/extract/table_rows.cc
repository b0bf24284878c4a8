#include "ingest_service/extract/table_rows.h"

#include "absl/container/flat_hash_map.h"

namespace polygist::ingest {
namespace {

// More text than this in one cell is running text in a table made for layout.
constexpr int32_t kMaxCellWeight = 300;

int32_t AncestorWith(const HtmlDocument& document, int32_t node, Tag a, Tag b) {
  while (node > 0 && document.node(node).tag != a && document.node(node).tag != b) node = document.node(node).parent;
  return node > 0 ? node : -1;
}

}  // namespace

std::vector<int32_t> FindRows(const HtmlDocument& document, const std::vector<TextBlock>& blocks) {
  std::vector<int32_t> rows(blocks.size(), -1);
  absl::flat_hash_map<int32_t, int> blocks_in_cell;
  absl::flat_hash_map<int32_t, int> cells_in_row;
  std::vector<int32_t> cells(blocks.size(), -1);
  for (size_t b = 0; b < blocks.size(); ++b) {
    if (blocks[b].kind != BlockKind::kTableRow) continue;
    cells[b] = AncestorWith(document, blocks[b].element, Tag::kTd, Tag::kTh);
    rows[b] = AncestorWith(document, blocks[b].element, Tag::kTr, Tag::kTr);
    if (++blocks_in_cell[cells[b]] == 1) ++cells_in_row[rows[b]];
  }
  for (size_t b = 0; b < blocks.size(); ++b) {
    if (rows[b] < 0) continue;
    const bool is_cell =
        blocks_in_cell[cells[b]] == 1 && cells_in_row[rows[b]] > 1 && blocks[b].shape.Weight() <= kMaxCellWeight;
    if (!is_cell) rows[b] = -1;
  }
  return rows;
}

}  // namespace polygist::ingest
