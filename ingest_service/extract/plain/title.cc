#include "ingest_service/extract/plain/title.h"

#include <algorithm>

namespace polygist::ingest {
namespace {

constexpr int kMinTitleWords = 3;
constexpr int kMaxTitleWords = 25;
// The title stands near the beginning: menus of more lines than this come before it in whole pages only.
constexpr size_t kMaxLead = 400;

size_t FirstParagraph(const std::vector<Piece>& pieces) {
  size_t i = 0;
  while (i < pieces.size() && !(pieces[i].IsBody() && IsParagraph(pieces[i].shape))) ++i;
  return i;
}

bool CouldBeTitle(const Piece& piece) {
  return IsHeadingLike(piece) && piece.kind == BlockKind::kParagraph && piece.shape.words >= kMinTitleWords;
}

// The first line before the first paragraph that comes again, anywhere; -1 when there is none.
int FindRepeated(const std::vector<Piece>& pieces) {
  const size_t lead = std::min(FirstParagraph(pieces), kMaxLead);
  for (size_t i = 0; i < lead; ++i) {
    if (!pieces[i].IsBody() || !CouldBeTitle(pieces[i])) continue;
    for (size_t j = i + 1; j < pieces.size(); ++j) {
      if (pieces[j].IsBody() && pieces[j].folded == pieces[i].folded) return static_cast<int>(i);
    }
  }
  return -1;
}

// The only body line before the first paragraph; -1 when there are more or none.
int FindLone(const std::vector<Piece>& pieces) {
  const size_t lead = FirstParagraph(pieces);
  if (lead == pieces.size()) return -1;
  int found = -1;
  for (size_t i = 0; i < lead; ++i) {
    if (!pieces[i].IsBody() || pieces[i].kind == BlockKind::kListItem) continue;
    if (found >= 0 || !CouldBeTitle(pieces[i])) return -1;
    found = static_cast<int>(i);
  }
  return found;
}

void DismissTitle(const std::string& folded, std::vector<Piece>& pieces) {
  bool seen = false;
  for (Piece& piece : pieces) {
    if (!piece.IsBody() || IsParagraph(piece.shape) || !SayTheSame(piece.folded, folded)) continue;
    if (seen) {
      Dismiss(piece, Role::kFurniture, "plain.repeated-title", "repeats the title", 95);
    } else {
      Dismiss(piece, Role::kTitle, "plain.title", "is the title, which is kept apart", 95);
    }
    seen = true;
  }
}

std::string TakeAt(int index, std::vector<Piece>& pieces) {
  if (index < 0) return "";
  const Piece& piece = pieces[static_cast<size_t>(index)];
  const std::string title = piece.text.text();
  const std::string folded = piece.folded;
  DismissTitle(folded, pieces);
  return title;
}

}  // namespace

bool IsHeadingLike(const Piece& piece) {
  const Shape& shape = piece.shape;
  if (shape.words == 0 || shape.words > kMaxTitleWords || shape.letters == 0) return false;
  if (shape.long_words > 0 || shape.link_marks > 2 || shape.ends_cut) return false;
  return !shape.ends_sentence || shape.words <= 20;
}

std::string TakeKnownTitle(const std::string& given, std::vector<Piece>& pieces) {
  if (const std::string folded = FoldLine(given); !folded.empty()) {
    DismissTitle(folded, pieces);
    return given;
  }
  return TakeAt(FindRepeated(pieces), pieces);
}

std::string TakeLoneTitle(std::vector<Piece>& pieces) { return TakeAt(FindLone(pieces), pieces); }

}  // namespace polygist::ingest
