#include "ingest_service/extract/plain/furniture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <unordered_set>

#include "ingest_service/extract/plain/judge.h"

namespace polygist::ingest {
namespace {

constexpr int kMaxLabelWords = 5;
constexpr size_t kMinMenuLines = 3;
constexpr int kMaxCaptionWords = 30;
constexpr int kMaxCreditWords = 6;
constexpr int kMinCreditedWords = 4;
constexpr int kMaxNoticeWords = 20;
constexpr int kMinRepeatWords = 20;
// Log-odds of being body below which a unit surely goes, and below which it goes in a whole page. Losing a paragraph is
// worse than keeping a line of furniture. Chosen on sites held out of training (README.md).
constexpr double kSureLine = -2.0;
constexpr double kSureParagraph = -2.5;
constexpr double kDoubtfulLine = -0.5;
constexpr double kDoubtfulParagraph = -1.0;
// A text with more sure furniture than this share of its words is a whole page.
constexpr double kWholePage = 0.15;
// Before the first paragraph that the model is this sure of, and after the last, stands the frame of a page: there
// every line goes that is rather furniture than not, whatever the text as a whole.
constexpr double kSureBodyParagraph = 1.5;
constexpr double kFrameLine = 0.35;
// That holds when most of the text stands between those paragraphs; more of it for the end, because some articles
// end in a list (results, ingredients) and none begins with one.
constexpr double kMinShareAfterHead = 0.5;
constexpr double kMinShareBeforeTail = 0.8;
// The lone short line at either end goes unless the model is this sure of it.
constexpr double kEdgeThreshold = 1.0;
// So does a sentence with its credit in brackets, whose form says more.
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

// A sentence with a credit in brackets behind it: "A ship lies on the reef. (Photo: coast guard)". Behind a quotation
// stands its source, which is no credit.
bool HasCredit(const Shape& shape) {
  return shape.sentence_ends > 0 && shape.ends_bracket && shape.tail_words > 0 && shape.tail_words <= kMaxCreditWords &&
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
  if (HasCredit(shape) && !piece.glued) {
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

enum class Verdict {
  kBody,
  kDoubtful,   // Rather furniture than not.
  kFurniture,  // Surely furniture.
};

Verdict VerdictOn(const Shape& shape, double log_odds) {
  const bool paragraph = IsParagraph(shape);
  if (log_odds < (paragraph ? kSureParagraph : kSureLine)) return Verdict::kFurniture;
  return log_odds < (paragraph ? kDoubtfulParagraph : kDoubtfulLine) ? Verdict::kDoubtful : Verdict::kBody;
}

// The range of pieces from the first to the last paragraph that surely is body; empty without one.
struct Range {
  size_t begin = 0;
  size_t end = 0;
  bool Holds(size_t index) const { return begin <= index && index < end; }
};

Range RangeOfArticle(const std::vector<Piece>& pieces, const std::vector<double>& log_odds) {
  Range range;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody() || !IsParagraph(pieces[i].shape) || log_odds[i] < kSureBodyParagraph) continue;
    if (range.end == 0) range.begin = i;
    range.end = i + 1;
  }
  return range;
}

// What the text as a whole says about the model's doubts.
struct Situation {
  Range article;
  bool whole_page = false;
  double share_inside = 0;  // Of the words, in `article`.
};

Situation SituationOf(const std::vector<double>& log_odds, const std::vector<Piece>& pieces) {
  Situation situation;
  situation.article = RangeOfArticle(pieces, log_odds);
  double all = 0;
  double furniture = 0;
  double inside = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody()) continue;
    const double words = pieces[i].shape.words;
    all += words;
    if (VerdictOn(pieces[i].shape, log_odds[i]) == Verdict::kFurniture) furniture += words;
    if (situation.article.Holds(i)) inside += words;
  }
  situation.whole_page = furniture > kWholePage * all;
  situation.share_inside = inside / std::max(1.0, all);
  return situation;
}

// Before or after the article, and rather furniture than not.
bool IsFrame(const Situation& situation, size_t index, const Piece& piece, double log_odds) {
  const Range& article = situation.article;
  if (article.Holds(index)) return false;
  const bool after = article.end > 0 && index >= article.end;
  if (after && piece.shape.copyright_signs > 0 && piece.shape.words <= kMaxNoticeWords) return true;
  const double min_share = index < article.begin ? kMinShareAfterHead : kMinShareBeforeTail;
  return situation.share_inside >= min_share && !IsParagraph(piece.shape) && log_odds < kFrameLine;
}

// Dismisses what the model takes for furniture. Returns the pieces that were dismissed.
std::vector<size_t> DismissByModel(const std::vector<double>& log_odds, std::vector<Piece>& pieces) {
  const Situation situation = SituationOf(log_odds, pieces);
  std::vector<size_t> dismissed;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody()) continue;
    const Verdict verdict = VerdictOn(pieces[i].shape, log_odds[i]);
    const bool goes = verdict == Verdict::kFurniture || (verdict == Verdict::kDoubtful && situation.whole_page) ||
                      IsFrame(situation, i, pieces[i], log_odds[i]);
    if (!goes) continue;
    Name(pieces[i], log_odds[i]);
    dismissed.push_back(i);
  }
  return dismissed;
}

bool IsEdge(const Piece& piece, double odds) {
  const Shape& shape = piece.shape;
  return !IsParagraph(shape) && shape.sentence_ends == 0 && !shape.ends_sentence && !shape.ends_colon &&
         odds < kEdgeThreshold;
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

// The one unpunctuated line that follows the last paragraph: a label or the caption of a picture.
// Several of them are a list, which only the model may take. Returns whether there was one.
bool DismissTrailing(std::vector<Piece>& pieces, const std::vector<double>& odds) {
  size_t last = pieces.size();
  for (size_t i = pieces.size(); i-- > 0;) {
    if (!pieces[i].IsBody()) continue;
    if (last == pieces.size()) {
      last = i;
      if (!IsEdge(pieces[i], odds[i]) || pieces[i].shape.words > kMaxCaptionWords) return false;
      continue;
    }
    if (!IsParagraph(pieces[i].shape) && !pieces[i].shape.ends_sentence) return false;
    break;
  }
  if (last == pieces.size()) return false;
  if (pieces[last].shape.words <= kMaxLabelWords) {
    Dismiss(pieces[last], Role::kFurniture, "plain.label", "a short line after the article", Percent(odds[last]));
  } else {
    MakeCaption(pieces[last], "a caption left behind at the end", Percent(odds[last]));
  }
  return true;
}

// Captions with their credit. Returns whether there were any.
bool DismissCredited(std::vector<Piece>& pieces, const std::vector<double>& odds) {
  bool any = false;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody() || pieces[i].glued || !HasCredit(pieces[i].shape) || odds[i] >= kCreditedThreshold)
      continue;
    MakeCaption(pieces[i], "a caption with its credit", Percent(odds[i]));
    any = true;
  }
  return any;
}

bool DismissEdges(std::vector<Piece>& pieces, const std::vector<double>& odds) {
  const bool leading = DismissLeading(pieces, odds);
  return DismissTrailing(pieces, odds) || leading;
}

// Paragraphs that come again word for word, as page descriptions and pulled quotes do.
void DismissRepeats(std::vector<Piece>& pieces) {
  std::unordered_set<std::string_view> seen;
  for (Piece& piece : pieces) {
    if (!piece.IsBody() || piece.shape.words < kMinRepeatWords || !piece.shape.ends_sentence ||
        seen.insert(piece.folded).second) {
      continue;
    }
    Dismiss(piece, Role::kFurniture, "plain.repeat", "repeats an earlier paragraph", 90);
  }
}

}  // namespace

void DismissFurniture(std::vector<Piece>& pieces) {
  if (!IsMadeOfParagraphs(pieces)) return;
  // Before repeats go: what comes again is seldom body.
  const std::vector<double> log_odds = JudgePieces(pieces);
  DismissRepeats(pieces);
  const std::vector<size_t> dismissed = DismissByModel(log_odds, pieces);
  if (!IsMadeOfParagraphs(pieces)) {
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
