// Writes the features of every unit of the texts on standard input, for train.py.
//
// In: records "<bytes> <id>\n<text>". Out: rows of float32: id, begin and end of the unit in the
// text, features. With the argument "context" every text is followed by what the first model says of its units, as
// float64, and the features are those of the second model.
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/extract/plain/context.h"
#include "ingest_service/extract/plain/features.h"
#include "ingest_service/extract/plain/title.h"

namespace polygist::ingest {
namespace {

template <typename Table>
void Write(int id, const std::vector<Piece>& pieces, const LineFeatureTable& lines, const Table& table) {
  for (size_t i = 0; i < table.size(); ++i) {
    const Piece& piece = pieces[lines.PieceOf(i)];
    const float head[3] = {static_cast<float>(id), static_cast<float>(piece.span.begin),
                           static_cast<float>(piece.span.end)};
    const auto row = table.Row(i);
    std::fwrite(head, sizeof(float), 3, stdout);
    std::fwrite(row.data(), sizeof(float), row.size(), stdout);
  }
}

std::vector<double> ReadLogOdds(size_t count) {
  std::vector<double> log_odds(count);
  std::cin.read(reinterpret_cast<char*>(log_odds.data()), static_cast<std::streamsize>(count * sizeof(double)));
  return log_odds;
}

void Run(bool context) {
  size_t bytes = 0;
  int id = 0;
  while (std::cin >> bytes >> id) {
    std::cin.get();
    std::string text(bytes, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(bytes));
    std::vector<Piece> pieces = CutIntoPieces(text);
    std::string title;
    TakeRepeatedTitle(&title, pieces);
    const LineFeatureTable lines(pieces);
    if (context) {
      Write(id, pieces, lines, ContextTable(pieces, lines, ReadLogOdds(lines.size())));
    } else {
      Write(id, pieces, lines, lines);
    }
  }
}

}  // namespace
}  // namespace polygist::ingest

int main(int argc, char** argv) {
  polygist::ingest::Run(argc > 1 && std::string_view(argv[1]) == "context");
  return 0;
}
