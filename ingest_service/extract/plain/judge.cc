#include "ingest_service/extract/plain/judge.h"

#include <algorithm>
#include <cstddef>

#include "ingest_service/extract/plain/context.h"
#include "ingest_service/extract/plain/features.h"
#include "ingest_service/extract/plain/model.h"
#include "ingest_service/extract/plain/numbering.h"

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

// Items that number each other stay or go together: each gets the mean of all.
void AgreeInRuns(const std::vector<Piece>& pieces, const LineFeatureTable& lines, std::vector<double>& log_odds) {
  std::vector<int> numbers;
  for (size_t i = 0; i < lines.size(); ++i) numbers.push_back(LeadingNumber(pieces[lines.PieceOf(i)].folded));
  for (const std::vector<size_t>& run : NumberedRuns(numbers)) {
    double sum = 0;
    for (const size_t i : run) sum += log_odds[i];
    for (const size_t i : run) log_odds[i] = sum / static_cast<double>(run.size());
  }
}

}  // namespace

std::vector<double> JudgePieces(const std::vector<Piece>& pieces) {
  const LineFeatureTable lines(pieces);
  const ContextTable context(pieces, lines, LogOddsOf(lines, LineModel()));
  std::vector<double> log_odds = LogOddsOf(context, ContextModel());
  AgreeInRuns(pieces, lines, log_odds);
  std::vector<double> by_piece(pieces.size(), 0.0);
  for (size_t i = 0; i < lines.size(); ++i) by_piece[lines.PieceOf(i)] = log_odds[i];
  return by_piece;
}

}  // namespace polygist::ingest
