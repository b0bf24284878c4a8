#include "ingest_service/extract/plain/judge.h"

#include <algorithm>
#include <cstddef>

#include "ingest_service/extract/plain/context.h"
#include "ingest_service/extract/plain/features.h"
#include "ingest_service/extract/plain/model.h"

namespace polygist::ingest {
namespace {

// In blocks, so that a text of a million lines needs little memory.
template <typename Table>
std::vector<double> LogOddsOf(const Table& table, const TreeModel& model) {
  constexpr size_t kBlock = 64;
  std::vector<double> all;
  all.reserve(table.size());
  std::vector<float> rows;
  for (size_t begin = 0; begin < table.size(); begin += kBlock) {
    rows.clear();
    for (size_t i = begin; i < std::min(begin + kBlock, table.size()); ++i) {
      const auto row = table.Row(i);
      rows.insert(rows.end(), row.begin(), row.end());
    }
    const std::vector<double> some = model.LogOdds(rows);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace

std::vector<double> JudgePieces(const std::vector<Piece>& pieces) {
  const LineFeatureTable lines(pieces);
  const ContextTable context(pieces, lines, LogOddsOf(lines, LineModel()));
  const std::vector<double> log_odds = LogOddsOf(context, ContextModel());
  std::vector<double> by_piece(pieces.size(), 0.0);
  for (size_t i = 0; i < lines.size(); ++i) by_piece[lines.PieceOf(i)] = log_odds[i];
  return by_piece;
}

}  // namespace polygist::ingest
