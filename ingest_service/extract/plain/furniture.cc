#include "ingest_service/extract/plain/furniture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <unordered_set>

#include "ingest_service/extract/plain/features.h"
#include "ingest_service/extract/plain/model.h"

namespace polygist::ingest {
namespace {

constexpr int kMaxRounds = 12;
constexpr int kMaxLabelWords = 5;
constexpr size_t kMinMenuLines = 3;
// Log-odds of being body below which a unit goes. Losing a paragraph is worse than keeping a line of furniture.
constexpr double kLineThreshold = -0.6;
constexpr double kParagraphThreshold = -1.5;
// Short lines at either end go unless the model is this sure of them.
constexpr double kEdgeThreshold = 1.0;

bool IsMadeOfParagraphs(const std::vector<Piece>& pieces) {
  for (const Piece& piece : pieces) {
    if (piece.IsBody() && IsParagraph(piece.shape)) return true;
  }
  return false;
}

bool IsShortLine(const Piece& piece) {
  return !piece.shape.ends_sentence && piece.shape.words <= kMaxLabelWords;
}

int Percent(double log_odds_of_body) {
  const double percent = 100.0 / (1.0 + std::exp(log_odds_of_body));
  return std::clamp(static_cast<int>(percent), 1, 99);
}

// What kind of furniture a line is, for the record.
void Name(Piece& piece, double log_odds) {
  const Shape& shape = piece.shape;
  const int confidence = Percent(log_odds);
  if (shape.copyright_signs > 0) {
    Dismiss(piece, Role::kFurniture, "plain.copyright", "a copyright notice", confidence);
  } else if (shape.long_words > 0 || shape.link_marks * 4 > shape.words) {
    Dismiss(piece, Role::kFurniture, "plain.link-line", "a line of links or addresses", confidence);
  } else if (IsParagraph(shape)) {
    Dismiss(piece, Role::kFurniture, "plain.blurb", "running text that is not about the article's matter", confidence);
  } else if (shape.words <= kMaxLabelWords) {
    Dismiss(piece, Role::kFurniture, "plain.label", "a short line that belongs to the page", confidence);
  } else {
    Dismiss(piece, Role::kFurniture, "plain.furniture", "a line that belongs to the page", confidence);
  }
}

double ThresholdOf(const Piece& piece) { return IsParagraph(piece.shape) ? kParagraphThreshold : kLineThreshold; }

// One round over the whole text. Returns the pieces that were dismissed.
std::vector<size_t> DismissByModel(std::vector<Piece>& pieces, std::string_view title, std::vector<double>* odds) {
  const LineFeatureTable table(pieces, title);
  odds->assign(pieces.size(), 0.0);
  std::vector<size_t> dismissed;
  for (size_t i = 0; i < table.size(); ++i) {
    const size_t index = table.PieceOf(i);
    (*odds)[index] = FurnitureModel().LogOdds(table.Row(i));
    if ((*odds)[index] >= ThresholdOf(pieces[index])) continue;
    Name(pieces[index], (*odds)[index]);
    dismissed.push_back(index);
  }
  return dismissed;
}

bool IsEdge(const Piece& piece, double odds) {
  return !IsParagraph(piece.shape) && !piece.shape.ends_sentence && !piece.shape.ends_colon &&
         piece.kind != BlockKind::kListItem && odds < kEdgeThreshold;
}

// Short lines before the first paragraph, and unpunctuated lines after the last: labels and captions.
bool DismissEdges(std::vector<Piece>& pieces, const std::vector<double>& odds) {
  bool dismissed = false;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody()) continue;
    if (!IsEdge(pieces[i], odds[i]) || !IsShortLine(pieces[i])) break;
    Dismiss(pieces[i], Role::kFurniture, "plain.label", "a short line before the article", Percent(odds[i]));
    dismissed = true;
  }
  for (size_t i = pieces.size(); i-- > 0;) {
    if (!pieces[i].IsBody()) continue;
    if (!IsEdge(pieces[i], odds[i])) break;
    if (pieces[i].shape.words <= kMaxLabelWords) {
      Dismiss(pieces[i], Role::kFurniture, "plain.label", "a short line after the article", Percent(odds[i]));
    } else {
      Dismiss(pieces[i], Role::kCaption, "plain.caption", "a caption left behind at the end", Percent(odds[i]));
      pieces[i].kind = BlockKind::kCaption;
    }
    dismissed = true;
  }
  return dismissed;
}

// Paragraphs that come again word for word, as page descriptions and pulled quotes do.
void DismissRepeats(std::vector<Piece>& pieces) {
  std::unordered_set<std::string_view> seen;
  for (Piece& piece : pieces) {
    if (!piece.IsBody() || !IsParagraph(piece.shape) || seen.insert(piece.folded).second) continue;
    Dismiss(piece, Role::kFurniture, "plain.repeat", "repeats an earlier paragraph", 90);
  }
}

void NameMenus(std::vector<Piece>& pieces) {
  for (size_t i = 0; i < pieces.size();) {
    size_t end = i;
    while (end < pieces.size() && pieces[end].rule == "plain.label") ++end;
    for (size_t k = i; k < end && end - i >= kMinMenuLines; ++k) {
      pieces[k].rule = "plain.menu";
      pieces[k].reason = "one of a run of short lines";
    }
    i = std::max(end, i + 1);
  }
}

}  // namespace

void DismissFurniture(std::vector<Piece>& pieces, std::string_view title) {
  if (!IsMadeOfParagraphs(pieces)) return;
  DismissRepeats(pieces);
  for (int round = 0; round < kMaxRounds; ++round) {
    std::vector<double> odds;
    const std::vector<size_t> dismissed = DismissByModel(pieces, title, &odds);
    if (!IsMadeOfParagraphs(pieces)) {
      // The model does not apply to a text that it would take all paragraphs of.
      for (const size_t index : dismissed) pieces[index].role = Role::kBody;
      break;
    }
    if (dismissed.empty() && !DismissEdges(pieces, odds)) break;
  }
  NameMenus(pieces);
}

}  // namespace polygist::ingest
