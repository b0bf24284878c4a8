#include "ingest_service/extract/plain/byline.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "ingest_service/extract/author.h"
#include "ingest_service/extract/date_text.h"
#include "ingest_service/extract/line_words.h"
#include "ingest_service/extract/plain/dateline.h"

namespace polygist::ingest {
namespace {

constexpr size_t kLinesBefore = 14;  // Of the first paragraph, that may name author or date.
constexpr size_t kLinesAfter = 2;
constexpr int kMaxBylineWords = 15;
constexpr int kMaxDateLineRest = 4;  // Words beside the date: a weekday, "Published", a place.
constexpr int kMaxStoppedRest = 2;   // The same in a line with a full stop, which counts too: a weekday.
constexpr int kMinRestWords = 8;
constexpr size_t kMinTitleWords = 4;
constexpr size_t kOpeningBytes = 120;
constexpr size_t kOpeningParagraphs = 3;

size_t FirstParagraph(const std::vector<Piece>& pieces) {
  size_t i = 0;
  while (i < pieces.size() && !(pieces[i].IsBody() && IsParagraph(pieces[i].shape))) ++i;
  return i;
}

bool IsNearOpening(size_t index, size_t first) { return index + kLinesBefore >= first && index <= first + kLinesAfter; }

bool IsDateLine(const Piece& piece) {
  const Shape& shape = piece.shape;
  if (shape.digits == 0 || shape.words > kMaxBylineWords || shape.long_words > 0) return false;
  const auto date = FindDate(piece.text.text(), {});
  if (!date.has_value()) return false;
  std::string rest = piece.text.text();
  rest.erase(static_cast<size_t>(date->span.begin), static_cast<size_t>(date->span.size()));
  const Shape other = LineShapeOf(rest);
  // A full stop behind the date is its own: "8:15 a.m.", "2031. március 12.", "Saturday, 13 March 2031."
  return other.words <= (shape.ends_sentence ? kMaxStoppedRest : kMaxDateLineRest);
}

void Recompute(text::MappedText text, Piece* piece) {
  piece->text = std::move(text);
  piece->shape = LineShapeOf(piece->text.text());
  piece->folded = FoldLine(piece->text.text());
  piece->words = HashWords(piece->folded);
}

// Takes the first `size` bytes off the piece's text when a sentence is left. Returns whether it did.
bool CutOff(size_t size, std::string_view rule, std::string_view reason, Piece* piece) {
  const std::string& line = piece->text.text();
  const auto end = static_cast<int64_t>(line.size());
  std::string_view rest = std::string_view(line).substr(size);
  const std::string_view first = TakeWord(&rest);
  const auto next = static_cast<size_t>(first.data() - line.data());
  rest = std::string_view(line).substr(next);
  const Shape shape = LineShapeOf(rest);
  if (shape.starts_lower || shape.starts_mark || shape.words < kMinRestWords) return false;
  const auto begin = static_cast<int64_t>(next);
  piece->cuts.push_back({piece->text.ToSource({0, begin}), std::string(rule), std::string(reason), 85});
  text::MappedText kept;
  kept.Append(piece->text, {begin, end});
  Recompute(std::move(kept), piece);
  return true;
}

// Length of the beginning of `line` that says the title and nothing else; 0 without it.
size_t TitleLength(std::string_view line, const std::string& title, const std::vector<uint64_t>& words) {
  const std::vector<uint64_t> title_words = HashWords(title);
  if (title_words.size() < kMinTitleWords || words.size() <= title_words.size()) return 0;
  if (!std::equal(title_words.begin(), title_words.end(), words.begin())) return 0;
  // Folding keeps no offsets: the shortest beginning that folds to the title.
  std::string_view rest = line;
  while (!rest.empty()) {
    const std::string_view word = TakeWord(&rest);
    const auto at = static_cast<size_t>(word.data() - line.data()) + word.size();
    if (FoldLine(line.substr(0, at)) == title) return at;
    if (at > title.size() * 2 + 16) break;
  }
  return 0;
}

// The best of the dates that a text offers.
class DateChoice {
 public:
  explicit DateChoice(std::string_view language) : hints_{.language = language} {}

  void Offer(std::string_view text, int confidence) {
    if (std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return;
    Take(FindDate(text, hints_), confidence);
  }

  // A date alone in brackets: "Selasa (26/11/2024)".
  void OfferBracketed(std::string_view text, int confidence) {
    for (size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
      const size_t close = text.find(')', open);
      if (close == std::string_view::npos) return;
      const std::string_view inside = text.substr(open + 1, close - open - 1);
      const auto date = inside.size() <= 40 ? FindDate(inside, hints_) : std::nullopt;
      if (date.has_value() && date->span.begin == 0) return Take(date, confidence);
    }
  }

  std::optional<WrittenDate> best() const { return best_; }

 private:
  void Take(const std::optional<FoundDate>& date, int confidence) {
    if (!date.has_value()) return;
    if (!date->zone_minutes.has_value()) confidence -= 5;
    if (!date->has_time) confidence -= 10;
    if (date->numeric && date->local.day() <= 12) confidence -= 15;
    if (!best_.has_value() || confidence > best_->confidence_percent) best_ = WrittenDate{date->Instant(), confidence};
  }

  DateHints hints_;
  std::optional<WrittenDate> best_;
};

std::string_view Opening(const std::string& line) {
  return std::string_view(line).substr(0, text::ValidUtf8Prefix(std::string_view(line).substr(0, kOpeningBytes)));
}

}  // namespace

bool TakeBylines(std::vector<Piece>& pieces) {
  const size_t first = FirstParagraph(pieces);
  bool found = false;
  for (size_t i = first > kLinesBefore ? first - kLinesBefore : 0;
       first < pieces.size() && i < pieces.size() && IsNearOpening(i, first); ++i) {
    Piece& piece = pieces[i];
    if (!piece.IsBody() || piece.shape.words > kMaxBylineWords || IsParagraph(piece.shape)) continue;
    if (!AuthorIn(piece.text.text()).empty()) {
      Dismiss(piece, Role::kByline, "plain.byline", "names the author, who is kept apart", 85);
      found = true;
    } else if (IsDateLine(piece)) {
      Dismiss(piece, Role::kFurniture, "plain.date-line", "tells the date, which is kept apart", 85);
      found = true;
    }
  }
  return found;
}

bool CutOpening(const std::string& title, const NormalizeOptions& options, std::vector<Piece>& pieces) {
  const size_t first = FirstParagraph(pieces);
  if (first == pieces.size()) return false;
  Piece& piece = pieces[first];
  bool any = false;
  for (bool more = true; more;) {
    more = false;
    if (const size_t size = TitleLength(piece.text.text(), title, piece.words);
        size > 0 && !options.disabled_rules.contains("plain.repeated-title")) {
      more = CutOff(size, "plain.repeated-title", "repeats the title", &piece);
    }
    if (const size_t size = DatelineLength(piece.text.text());
        size > 0 && !options.disabled_rules.contains("plain.dateline")) {
      more |= CutOff(size, "plain.dateline", "place, date and agency before the first sentence", &piece);
    }
    any |= more;
  }
  return any;
}

std::optional<WrittenDate> FindWrittenDate(const std::vector<Piece>& pieces, std::string_view language) {
  const size_t first = FirstParagraph(pieces);
  DateChoice choice(language);
  for (size_t i = first > kLinesBefore ? first - kLinesBefore : 0; i < pieces.size() && IsNearOpening(i, first); ++i) {
    const Piece& piece = pieces[i];
    if (piece.role == Role::kTitle || piece.shape.digits == 0) continue;
    const bool line = piece.shape.words <= kMaxBylineWords && !IsParagraph(piece.shape);
    choice.Offer(line ? std::string_view(piece.text.text()) : Opening(piece.text.text()), line ? 75 : 65);
  }
  size_t paragraphs = 0;
  for (size_t i = first; i < pieces.size() && paragraphs < kOpeningParagraphs; ++i) {
    // A digest of list items may stand before the first paragraph of the report.
    if (!pieces[i].IsBody() || !IsParagraph(pieces[i].shape) || pieces[i].kind == BlockKind::kListItem) continue;
    ++paragraphs;
    if (pieces[i].shape.digits > 0) choice.OfferBracketed(pieces[i].text.text(), 50);
  }
  return choice.best();
}

}  // namespace polygist::ingest
