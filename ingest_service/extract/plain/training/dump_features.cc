// Writes the features of every unit of the texts on standard input, for train.py.
//
// In: records "<bytes> <id>\n<text>". Out: rows of float32: id, begin and end of the unit in the
// text, features.
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "ingest_service/extract/plain/features.h"
#include "ingest_service/extract/plain/title.h"

int main() {
  using namespace polygist::ingest;
  size_t bytes = 0;
  int id = 0;
  while (std::cin >> bytes >> id) {
    std::cin.get();
    std::string text(bytes, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(bytes));
    std::vector<Piece> pieces = CutIntoPieces(text);
    std::string title;
    TakeRepeatedTitle(&title, pieces);
    const LineFeatureTable table(pieces);
    for (size_t i = 0; i < table.size(); ++i) {
      const Piece& piece = pieces[table.PieceOf(i)];
      const float head[3] = {static_cast<float>(id), static_cast<float>(piece.span.begin),
                             static_cast<float>(piece.span.end)};
      const FeatureRow row = table.Row(i);
      std::fwrite(head, sizeof(float), 3, stdout);
      std::fwrite(row.data(), sizeof(float), row.size(), stdout);
    }
  }
  return 0;
}
