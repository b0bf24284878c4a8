#include "ingest_service/extract/plain/verdicts.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace polygist::ingest {
namespace {

// Log-odds of being body below which a line goes, and below which it goes in a whole page. Losing a paragraph is worse
// than keeping a line of furniture. Chosen on sites held out of training (README.md).
constexpr double kSure = -2.5;
constexpr double kLikely = -1.7;
constexpr double kDoubtful = -0.5;
// A paragraph goes when it is less likely body by this much more.
constexpr double kParagraphCredit = 0.5;
// In a whole page, for whatever stands outside the stretch that holds the article.
constexpr double kDoubtfulOutside = 0.5;
// A text with more likely furniture than this share of its words is a whole page.
constexpr double kWholePage = 0.18;
// When more is doubtful than this many times both what is not and what likely is furniture, the models do not know such
// texts, and their doubts say nothing.
constexpr double kMostDoubted = 1.5;
// What one unit says about where the article stands.
constexpr int kMaxVoteWords = 60;
constexpr double kMaxVote = 6.0;
// Before the first paragraph that the models are this sure of, and after the last, stands the frame of a page: there
// lines go that are rather furniture than not, whatever the text as a whole.
constexpr double kSureBodyParagraph = 1.5;
constexpr double kFrameLine = -0.5;
// So do labels before the article that are hardly body, and after it all lines when none is surer.
constexpr double kFrameLabel = 0.35;
constexpr int kMaxLabelWords = 5;
// That holds when most of the text stands between those paragraphs; more of it for the end, because some articles
// end in a list (results, ingredients) and none begins with one.
constexpr double kMinShareAfterHead = 0.5;
constexpr double kMinShareBeforeTail = 0.8;
constexpr int kMaxNoticeWords = 20;
constexpr int kMaxCreditWords = 6;

// In the order of what goes first.
enum class Verdict {
  kBody,
  kDoubtful,  // Rather furniture than not.
  kLikely,    // Furniture, unless the text says otherwise.
  kFurniture,
};

Verdict VerdictOn(const Shape& shape, double log_odds) {
  const double credited = log_odds + (IsParagraph(shape) ? kParagraphCredit : 0);
  if (credited < kSure) return Verdict::kFurniture;
  if (credited < kLikely) return Verdict::kLikely;
  return credited < kDoubtful ? Verdict::kDoubtful : Verdict::kBody;
}

// A range of pieces.
struct Range {
  size_t begin = 0;
  size_t end = 0;
  bool Holds(size_t index) const { return begin <= index && index < end; }
};

// The pieces with the largest sum of words times log-odds (Bentley 1984); empty when all rather are furniture.
Range StretchOfArticle(const std::vector<Piece>& pieces, const std::vector<double>& log_odds) {
  Range stretch;
  size_t begin = 0;
  double sum = 0;
  double best = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody()) continue;
    sum += std::min(pieces[i].shape.words, kMaxVoteWords) * std::clamp(log_odds[i], -kMaxVote, kMaxVote);
    if (sum <= 0) {
      sum = 0;
      begin = i + 1;
    } else if (sum > best) {
      best = sum;
      stretch = {begin, i + 1};
    }
  }
  return stretch;
}

// From the first to the last paragraph that surely is body; empty without one.
Range SureParagraphs(const std::vector<Piece>& pieces, const std::vector<double>& log_odds) {
  Range range;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody() || !IsParagraph(pieces[i].shape) || log_odds[i] < kSureBodyParagraph) continue;
    if (range.end == 0) range.begin = i;
    range.end = i + 1;
  }
  return range;
}

// The last word of an article ("We rate the statement mostly true.") more likely than a label.
bool IsShortSentence(const Shape& shape) {
  return shape.ends_sentence && shape.words >= kMaxLabelWords && shape.long_words == 0;
}

// Whether a line stands in the frame of the page, and what the models say of it is no reason to keep it.
class Frame {
 public:
  Frame(const std::vector<Piece>& pieces, const std::vector<double>& log_odds)
      : article_(SureParagraphs(pieces, log_odds)) {
    double all = 0;
    double inside = 0;
    bool list = false;
    for (size_t i = 0; i < pieces.size(); ++i) {
      if (!pieces[i].IsBody()) continue;
      all += pieces[i].shape.words;
      if (article_.Holds(i)) inside += pieces[i].shape.words;
      list |= i >= article_.end && log_odds[i] >= kFrameLabel;
    }
    tail_line_ = list ? kFrameLine : kFrameLabel;
    has_head_ = inside >= kMinShareAfterHead * all;
    has_tail_ = inside >= kMinShareBeforeTail * all;
  }

  bool Takes(size_t index, const Piece& piece, double log_odds) const {
    if (IsParagraph(piece.shape)) return false;
    if (index < article_.begin)
      return has_head_ && log_odds < (piece.shape.words <= kMaxLabelWords ? kFrameLabel : kFrameLine);
    return index >= article_.end && has_tail_ && log_odds < (IsShortSentence(piece.shape) ? kLikely : tail_line_);
  }

 private:
  Range article_;
  bool has_head_ = false;
  bool has_tail_ = false;
  double tail_line_ = kFrameLine;
};

// A copyright notice after the article, or the credit of a picture anywhere.
bool IsNotice(const Shape& shape, bool after) {
  return shape.copyright_signs > 0 && shape.words <= (after ? kMaxNoticeWords : kMaxCreditWords);
}

// By piece. Outside of the stretch that holds the article less is taken for body.
std::vector<Verdict> VerdictsOn(const std::vector<Piece>& pieces, const std::vector<double>& log_odds) {
  const Range article = StretchOfArticle(pieces, log_odds);
  const Frame frame(pieces, log_odds);
  std::vector<Verdict> verdicts;
  for (size_t i = 0; i < pieces.size(); ++i) {
    Verdict verdict = VerdictOn(pieces[i].shape, log_odds[i]);
    if (verdict == Verdict::kBody && !article.Holds(i) && log_odds[i] < kDoubtfulOutside) verdict = Verdict::kDoubtful;
    const bool after = article.end > 0 && i >= article.end;
    if (frame.Takes(i, pieces[i], log_odds[i]) || IsNotice(pieces[i].shape, after)) verdict = Verdict::kFurniture;
    verdicts.push_back(verdict);
  }
  return verdicts;
}

// The first verdict that a unit goes by: in a whole page that the models know, doubts are enough.
Verdict LeastToGo(const std::vector<Piece>& pieces, const std::vector<Verdict>& verdicts) {
  std::array<double, 4> words{};
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].IsBody()) words[static_cast<size_t>(verdicts[i])] += pieces[i].shape.words;
  }
  const auto [body, doubtful, likely, furniture] = words;
  const bool whole_page = likely + furniture > kWholePage * (body + doubtful + likely + furniture);
  if (!whole_page) return Verdict::kFurniture;
  return doubtful <= kMostDoubted * std::max(body, likely + furniture) ? Verdict::kDoubtful : Verdict::kLikely;
}

}  // namespace

std::vector<bool> FindFurniture(const std::vector<Piece>& pieces, const std::vector<double>& log_odds) {
  const std::vector<Verdict> verdicts = VerdictsOn(pieces, log_odds);
  const Verdict least = LeastToGo(pieces, verdicts);
  std::vector<bool> goes(pieces.size());
  for (size_t i = 0; i < pieces.size(); ++i) goes[i] = pieces[i].IsBody() && verdicts[i] >= least;
  return goes;
}

}  // namespace polygist::ingest
