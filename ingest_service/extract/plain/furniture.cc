#include "ingest_service/extract/plain/furniture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "ingest_service/extract/plain/judge.h"
#include "ingest_service/extract/plain/repeats.h"
#include "ingest_service/extract/plain/verdicts.h"

namespace polygist::ingest {
namespace {

constexpr int kMaxLabelWords = 5;
constexpr size_t kMinMenuLines = 3;
constexpr int kMaxCaptionWords = 30;
constexpr int kMaxCreditWords = 6;
constexpr int kMinCreditedWords = 4;
// The lone short line at either end goes unless the model is this sure of it, a longer one at the end unless it is this
// sure: that may be a headline.
constexpr double kEdgeThreshold = 1.5;
constexpr double kLongEdgeThreshold = 0.6;
// Where one line is all that would go, the text is as good as clean, and it goes below these log-odds alone.
constexpr double kLoneThreshold = -0.85;
// So does a sentence with its credit in brackets, whose form says more. "Photo: Ann Lee" behind it says all: on sites
// held out of training 132 of 137 such lines were no part of the article, whatever the models said.
constexpr double kCreditedThreshold = 2.5;

bool IsMadeOfParagraphs(const std::vector<Piece>& pieces) {
  for (const Piece& piece : pieces) {
    if (piece.IsBody() && IsParagraph(piece.shape)) return true;
  }
  return false;
}

bool IsShortLine(const Piece& piece) { return !piece.shape.ends_sentence && piece.shape.words <= kMaxLabelWords; }

int Percent(double log_odds_of_body) {
  const double percent = 100.0 / (1.0 + std::exp(log_odds_of_body));
  return std::clamp(static_cast<int>(percent), 1, 99);
}

// Where a line break went through the brackets, what closes them is no credit.
bool OpensBracket(std::string_view line) {
  constexpr std::array<std::string_view, 4> kOpeners = {"(", "[", "\uFF08", "\u3010"};
  return std::any_of(kOpeners.begin(), kOpeners.end(),
                     [&](std::string_view opener) { return line.find(opener) != std::string_view::npos; });
}

// A sentence with a credit behind it: "A ship lies on the reef. (Photo: coast guard)", "A ship. Photo: Ann Lee". Behind
// a quotation stands its source, which is no credit.
bool HasCredit(const Piece& piece) {
  const Shape& shape = piece.shape;
  const bool in_brackets = shape.ends_bracket && shape.tail_words > 0 && shape.tail_words <= kMaxCreditWords &&
                           OpensBracket(piece.text.text());
  return shape.sentence_ends > 0 && (shape.ends_credit || in_brackets) &&
         shape.words - shape.tail_words >= kMinCreditedWords && shape.words <= kMaxCaptionWords && !shape.starts_quote;
}

void MakeCaption(Piece& piece, std::string_view reason, int confidence) {
  Dismiss(piece, Role::kCaption, "plain.caption", reason, confidence);
  piece.kind = BlockKind::kCaption;
}

// What kind of furniture a line is, for the record.
void Name(Piece& piece, double log_odds) {
  const Shape& shape = piece.shape;
  const int confidence = Percent(log_odds);
  if (HasCredit(piece) && !piece.glued) {
    MakeCaption(piece, "a caption with its credit", confidence);
  } else if (shape.copyright_signs > 0) {
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

// Dismisses what the models take for furniture. Returns the pieces that were dismissed.
std::vector<size_t> DismissByModel(const std::vector<double>& log_odds, std::vector<Piece>& pieces) {
  const std::vector<bool> goes = FindFurniture(pieces, log_odds);
  std::vector<size_t> dismissed;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!goes[i]) continue;
    Name(pieces[i], log_odds[i]);
    dismissed.push_back(i);
  }
  return dismissed;
}

// Whether one line is all that goes, no label, and hardly sure to be furniture.
bool IsLoneDoubt(const std::vector<Piece>& pieces, const std::vector<double>& log_odds) {
  const auto goes = [](const Piece& piece) { return !piece.IsBody(); };
  const auto first = std::find_if(pieces.begin(), pieces.end(), goes);
  return std::count_if(first, pieces.end(), goes) == 1 && first->rule == "plain.furniture" &&
         log_odds[static_cast<size_t>(first - pieces.begin())] >= kLoneThreshold;
}

// The author of the article signs at its end, too; an account belongs to the post that it signs.
bool SignsPost(const Shape& shape) { return IsSignature(shape) && shape.at_signs > 0; }

bool IsEdge(const Piece& piece, double odds) {
  const Shape& shape = piece.shape;
  return !SignsPost(shape) && !IsParagraph(shape) && shape.sentence_ends == 0 && !shape.ends_sentence &&
         !shape.ends_colon && odds < kEdgeThreshold;
}

bool IsLongEdge(const Shape& shape, double odds) {
  const bool in_doubt = shape.link_marks > 0 || odds < kLongEdgeThreshold;
  return shape.words > kMaxCaptionWords || (shape.words > kMaxLabelWords && !in_doubt);
}

// A label before the article. Returns whether there was one.
bool DismissLeading(std::vector<Piece>& pieces, const std::vector<double>& odds) {
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody()) continue;
    if (!IsEdge(pieces[i], odds[i]) || !IsShortLine(pieces[i])) return false;
    Dismiss(pieces[i], Role::kFurniture, "plain.label", "a short line before the article", Percent(odds[i]));
    return true;
  }
  return false;
}

// The one unpunctuated line that follows the last paragraph: a label, or a line that leads elsewhere.
// Several of them are a list, which only the model may take. Returns whether there was one.
bool DismissTrailing(std::vector<Piece>& pieces, const std::vector<double>& odds) {
  size_t last = pieces.size();
  for (size_t i = pieces.size(); i-- > 0;) {
    if (!pieces[i].IsBody()) continue;
    if (last == pieces.size()) {
      last = i;
      if (!IsEdge(pieces[i], odds[i]) || IsLongEdge(pieces[i].shape, odds[i])) return false;
      continue;
    }
    if (!IsParagraph(pieces[i].shape) && !pieces[i].shape.ends_sentence) return false;
    break;
  }
  if (last == pieces.size()) return false;
  Name(pieces[last], odds[last]);
  return true;
}

// Captions with their credit. Returns whether there were any.
bool DismissCredited(std::vector<Piece>& pieces, const std::vector<double>& odds) {
  bool any = false;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody() || pieces[i].glued || !HasCredit(pieces[i])) continue;
    if (!pieces[i].shape.ends_credit && odds[i] >= kCreditedThreshold) continue;
    MakeCaption(pieces[i], "a caption with its credit", Percent(odds[i]));
    any = true;
  }
  return any;
}

bool DismissEdges(std::vector<Piece>& pieces, const std::vector<double>& odds) {
  const bool leading = DismissLeading(pieces, odds);
  return DismissTrailing(pieces, odds) || leading;
}

// Lines of signs alone, which part what stands around them.
void DismissSeparators(std::vector<Piece>& pieces) {
  for (Piece& piece : pieces) {
    if (!piece.IsBody() || piece.glued || piece.shape.letters > 0 || piece.shape.digits > 0) continue;
    Dismiss(piece, Role::kFurniture, "plain.separator", "holds neither letters nor numbers", 90);
  }
}

// What a field of a form asks for: "Name *". On sites held out of training 128 of 131 words with an asterisk were that.
void DismissFields(std::vector<Piece>& pieces) {
  for (Piece& piece : pieces) {
    const bool word = piece.words.size() == 1 && piece.shape.letters > 0 && piece.shape.digits == 0;
    const std::string_view text = piece.text.text();
    // Names of users are hidden behind several.
    if (!piece.IsBody() || piece.glued || !word || !text.ends_with('*') || text.ends_with("**")) continue;
    Dismiss(piece, Role::kFurniture, "plain.label", "a field of a form", 90);
  }
}

// Lines that lead elsewhere: "Next: the harbour in winter →". Held out, all of 16 on 14 pages were links of the page.
void DismissPointers(std::vector<Piece>& pieces) {
  constexpr std::array<std::string_view, 4> kArrows = {"\u2192", "\u25B6", "\u25BA", "\u203A"};
  for (Piece& piece : pieces) {
    if (!piece.IsBody() || piece.glued || piece.shape.letters == 0 || IsParagraph(piece.shape)) continue;
    const std::string_view text = piece.text.text();
    // "‹Nein›" is a quotation.
    const bool points = text.find("\u2039") == std::string_view::npos &&
                        std::any_of(kArrows.begin(), kArrows.end(), [&](auto arrow) { return text.ends_with(arrow); });
    if (points) Dismiss(piece, Role::kFurniture, "plain.link-line", "leads to another page", 90);
  }
}

}  // namespace

void DismissFurniture(std::vector<Piece>& pieces) {
  if (!IsMadeOfParagraphs(pieces)) return;
  // Before repeats go: what comes again is seldom body.
  const std::vector<double> log_odds = JudgePieces(pieces);
  DismissRepeats(pieces);
  DismissSeparators(pieces);
  DismissFields(pieces);
  DismissPointers(pieces);
  const std::vector<size_t> dismissed = DismissByModel(log_odds, pieces);
  if (!IsMadeOfParagraphs(pieces) || IsLoneDoubt(pieces, log_odds)) {
    // The model does not apply to a text that it would take all paragraphs of.
    for (const size_t index : dismissed) pieces[index].role = Role::kBody;
    return;
  }
  const bool credited = DismissCredited(pieces, log_odds);
  if (dismissed.empty() && !credited) DismissEdges(pieces, log_odds);
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

}  // namespace polygist::ingest
