#include "ingest_service/extract/plain/verdicts.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace polygist::ingest {
namespace {

// Log-odds of being body below which a line goes, and below which it goes in a whole page. Losing a paragraph is worse
// than keeping a line of furniture. Chosen on sites held out of training (README.md).
constexpr double kSure = -2.5;
constexpr double kLikely = -1.8;
constexpr double kDoubtful = -0.5;
// A paragraph goes when it is less likely body by this much more.
constexpr double kParagraphCredit = 0.5;
// In a whole page, for whatever stands outside the stretch that holds the article.
constexpr double kDoubtfulOutside = 0.5;
// A text with more likely furniture than this share of its words is a whole page.
constexpr double kWholePage = 0.16;
// When more is doubtful than this many times both what is not and what likely is furniture, the models do not know such
// texts, and their doubts say nothing.
constexpr double kMostDoubted = 2.0;
// What one unit says about where the article stands.
constexpr int kMaxVoteWords = 60;
constexpr double kMaxVote = 6.0;
// Before the first paragraph that the models are this sure of, and after the last, stands the frame of a page. There
// lines go that are rather furniture than not, and labels that are hardly body.
constexpr double kSureBodyParagraph = 1.5;
constexpr double kFrameLine = -0.5;
constexpr double kFrameLabel = 0.35;
constexpr int kMaxLabelWords = 5;
// Before the article when most of the text stands between those paragraphs.
constexpr double kMinShareAfterHead = 0.5;
// After it when on the mean they are no surer than this, and their words no more than a share of those before.
constexpr double kMeanOfTail = -0.3;
constexpr double kMaxShareOfTail = 0.25;
constexpr double kTailParagraph = -1.3;
constexpr int kMaxNoticeWords = 20;
constexpr int kMaxSignatureWords = 12;

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

// The last word of an article ("We rate the statement mostly true.") or what leads to it more likely than a label.
bool IsShortStatement(const Shape& shape) {
  const bool ends = shape.ends_sentence || shape.ends_colon;
  return !IsParagraph(shape) && ends && shape.words >= kMaxLabelWords && shape.long_words == 0;
}

// Whether a line stands before the article, and what the models say of it is no reason to keep it.
class Head {
 public:
  Head(const std::vector<Piece>& pieces, const std::vector<double>& log_odds)
      : article_(SureParagraphs(pieces, log_odds)) {
    double all = 0;
    double inside = 0;
    for (size_t i = 0; i < pieces.size(); ++i) {
      if (!pieces[i].IsBody()) continue;
      all += pieces[i].shape.words;
      if (article_.Holds(i)) inside += pieces[i].shape.words;
    }
    exists_ = inside >= kMinShareAfterHead * all;
  }

  bool Takes(size_t index, const Piece& piece, double log_odds) const {
    if (!exists_ || index >= article_.begin || IsParagraph(piece.shape)) return false;
    if (IsShortStatement(piece.shape)) return log_odds < kLikely;
    return log_odds < (piece.shape.words <= kMaxLabelWords ? kFrameLabel : kFrameLine);
  }

 private:
  Range article_;
  bool exists_ = false;
};

// What is left of the end of a page: the lines behind the last unit that rather is body. They go together, as few as
// they are and if on the whole they are rather furniture: an article may end in a list, but then it is longer, or
// surer. Running text among them goes where it is likely furniture.
class Tail {
 public:
  Tail(const std::vector<Piece>& pieces, const std::vector<double>& log_odds) : begin_(pieces.size()) {
    const Range article = SureParagraphs(pieces, log_odds);
    if (article.end == 0) return;
    double words = 0;
    double sum = 0;
    double lines = 0;
    size_t begin = pieces.size();
    for (size_t i = pieces.size(); i-- > article.end && !Ends(pieces[i], log_odds[i]);) {
      if (!Goes(pieces[i], log_odds[i])) continue;
      words += pieces[i].shape.words;
      sum += log_odds[i];
      ++lines;
      begin = i;
    }
    double before = 0;
    for (size_t i = article.begin; i < begin; ++i) before += WordsOf(pieces[i]);
    if (sum < kMeanOfTail * lines && words <= kMaxShareOfTail * before) begin_ = begin;
  }

  bool Takes(size_t index, const Piece& piece, double log_odds) const {
    return index >= begin_ && Goes(piece, log_odds);
  }

 private:
  static double WordsOf(const Piece& piece) { return piece.IsBody() ? piece.shape.words : 0; }

  // Whether the article goes on to here.
  static bool Ends(const Piece& piece, double log_odds) {
    const Shape& shape = piece.shape;
    if (!piece.IsBody()) return false;
    return log_odds >= (IsParagraph(shape) ? kFrameLine : IsShortStatement(shape) ? kLikely : kFrameLabel);
  }

  static bool Goes(const Piece& piece, double log_odds) {
    return piece.IsBody() && (!IsParagraph(piece.shape) || log_odds < kTailParagraph);
  }

  size_t begin_;
};

// A copyright notice or the credit of a picture; not what is glued to a quotation. On sites held out of training 19 of
// 20 such lines were no part of the article, wherever they stood.
bool IsNotice(const Shape& shape) {
  return shape.copyright_signs > 0 && !shape.starts_quote && shape.words <= kMaxNoticeWords;
}

// By piece. Outside of the stretch that holds the article less is taken for body.
std::vector<Verdict> VerdictsOn(const std::vector<Piece>& pieces, const std::vector<double>& log_odds) {
  const Range article = StretchOfArticle(pieces, log_odds);
  const Head head(pieces, log_odds);
  std::vector<Verdict> verdicts;
  for (size_t i = 0; i < pieces.size(); ++i) {
    Verdict verdict = VerdictOn(pieces[i].shape, log_odds[i]);
    if (verdict == Verdict::kBody && !article.Holds(i) && log_odds[i] < kDoubtfulOutside) verdict = Verdict::kDoubtful;
    if (head.Takes(i, pieces[i], log_odds[i]) || IsNotice(pieces[i].shape)) verdict = Verdict::kFurniture;
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

// A signature stays or goes with what it signs.
void FollowSigned(const std::vector<Piece>& pieces, std::vector<bool>& goes) {
  size_t before = pieces.size();
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].IsBody()) continue;
    if (before < i && IsSignature(pieces[i].shape)) goes[i] = goes[before];
    before = i;
  }
}

}  // namespace

bool IsSignature(const Shape& shape) {
  return shape.starts_em_dash && shape.letters > 0 && !shape.ends_sentence && !shape.ends_colon &&
         shape.words <= kMaxSignatureWords;
}

std::vector<bool> FindFurniture(const std::vector<Piece>& pieces, const std::vector<double>& log_odds) {
  const std::vector<Verdict> verdicts = VerdictsOn(pieces, log_odds);
  const Verdict least = LeastToGo(pieces, verdicts);
  const Tail tail(pieces, log_odds);
  std::vector<bool> goes(pieces.size());
  for (size_t i = 0; i < pieces.size(); ++i) {
    goes[i] = pieces[i].IsBody() && (verdicts[i] >= least || tail.Takes(i, pieces[i], log_odds[i]));
  }
  FollowSigned(pieces, goes);
  return goes;
}

}  // namespace polygist::ingest
