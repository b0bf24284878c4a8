#include "ingest_service/extract/plain/furniture.h"

#include <algorithm>
#include <cstddef>

namespace polygist::ingest {
namespace {

constexpr int kMaxLabelWords = 5;
constexpr size_t kMinMenuLines = 3;

// Indices of the pieces that are still body.
std::vector<size_t> BodyIndices(const std::vector<Piece>& pieces) {
  std::vector<size_t> indices;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].IsBody()) indices.push_back(i);
  }
  return indices;
}

bool IsMadeOfParagraphs(const std::vector<Piece>& pieces) {
  int64_t all = 0;
  int64_t in_paragraphs = 0;
  for (const Piece& piece : pieces) {
    if (!piece.IsBody()) continue;
    all += piece.shape.words;
    if (IsParagraph(piece.shape)) in_paragraphs += piece.shape.words;
  }
  return in_paragraphs * 2 >= all && in_paragraphs > 0;
}

bool IsShortLine(const Piece& piece) {
  return piece.kind != BlockKind::kListItem && !piece.shape.ends_sentence &&
         piece.shape.words <= kMaxLabelWords;
}

void DismissBefore(std::vector<Piece>& pieces, const std::vector<size_t>& body, size_t first) {
  for (size_t k = 0; k < first; ++k) {
    Piece& piece = pieces[body[k]];
    if (IsShortLine(piece)) Dismiss(piece, Role::kFurniture, "plain.label", "a short line before the article", 80);
  }
}

void DismissAfter(std::vector<Piece>& pieces, const std::vector<size_t>& body, size_t last) {
  for (size_t k = last + 1; k < body.size(); ++k) {
    Piece& piece = pieces[body[k]];
    if (piece.kind == BlockKind::kListItem || piece.shape.ends_sentence) continue;
    if (piece.shape.words <= kMaxLabelWords) {
      Dismiss(piece, Role::kFurniture, "plain.label", "a short line after the article", 80);
    } else {
      Dismiss(piece, Role::kCaption, "plain.caption", "a caption left behind at the end", 60);
      piece.kind = BlockKind::kCaption;
    }
  }
}

void DismissMenus(std::vector<Piece>& pieces, const std::vector<size_t>& body, size_t first, size_t last) {
  for (size_t k = first; k <= last;) {
    size_t end = k;
    while (end <= last && IsShortLine(pieces[body[end]])) ++end;
    for (size_t i = k; i < end && end - k >= kMinMenuLines; ++i) {
      Dismiss(pieces[body[i]], Role::kFurniture, "plain.menu", "one of a run of short lines", 80);
    }
    k = std::max(end, k + 1);
  }
}

}  // namespace

void DismissFurniture(std::vector<Piece>& pieces) {
  if (!IsMadeOfParagraphs(pieces)) return;
  const std::vector<size_t> body = BodyIndices(pieces);
  const auto is_paragraph = [&](size_t index) { return IsParagraph(pieces[index].shape); };
  const auto first = std::find_if(body.begin(), body.end(), is_paragraph) - body.begin();
  const auto last = body.rend() - std::find_if(body.rbegin(), body.rend(), is_paragraph) - 1;
  DismissBefore(pieces, body, static_cast<size_t>(first));
  DismissAfter(pieces, body, static_cast<size_t>(last));
  DismissMenus(pieces, body, static_cast<size_t>(first), static_cast<size_t>(last));
}

}  // namespace polygist::ingest
