#include "ingest_service/extract/plain/repeats.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "ingest_service/extract/line_words.h"

namespace polygist::ingest {
namespace {

constexpr int kMinRepeatWords = 12;
constexpr size_t kOpeningSlack = 64;
constexpr int kNumbersOfList = 5;  // One word of so many, or more.

// Data on each of several things ("Serves: 4 adults, 2 children, 1 tbsp."), which may be the same of two.
bool IsListOfNumbers(const Shape& shape) { return shape.numbers * kNumbersOfList >= shape.words; }

// Whether a unit is running text, and long enough to come again on purpose only.
bool IsUnique(const Piece& piece) {
  return piece.shape.words >= kMinRepeatWords && (piece.shape.sentence_ends > 0 || piece.shape.ends_cut) &&
         !IsListOfNumbers(piece.shape);
}

// A line as cleaning will leave it, folded.
std::string Cleaned(std::string_view line) {
  const std::string folded = text::FoldForMatching(line);
  std::string cleaned;
  for (size_t offset = 0; offset < folded.size();) {
    const size_t begin = offset;
    const char32_t c = text::NextCodePoint(folded, &offset);
    if (IsInvisible(c)) continue;
    const bool space = text::IsWhiteSpace(c);
    if (!space) cleaned.append(folded, begin, offset - begin);
    if (space && !cleaned.ends_with(' ')) cleaned += ' ';
  }
  return cleaned;
}

// Whether `line` opens with all of `opening`, marks included.
bool OpensWith(std::string_view line, std::string_view opening) {
  // Bounded: floods of what cannot be seen are not looked through.
  const size_t most = std::min(line.size(), 2 * opening.size() + kOpeningSlack);
  return Cleaned(line.substr(0, text::ValidUtf8Prefix(line.substr(0, most)))).starts_with(Cleaned(opening));
}

// Whether the other says all of it: the same, more sentences behind it, or what was cut off. Where the other takes its
// sentence further, as captions do, both stay.
bool SaysNoMore(const Piece& piece, const Piece& than) {
  if (piece.folded == than.folded) return true;
  if (!piece.shape.ends_sentence || piece.shape.ends_cut) return than.folded.starts_with(piece.folded);
  return OpensWith(than.text.text(), piece.text.text());
}

void DismissAsRepeat(Piece& piece) {
  Dismiss(piece, Role::kFurniture, "plain.repeat", "repeats what another paragraph says", 90);
}

// Paragraphs that come again word for word, whole or cut short, as page descriptions, pulled quotes and captions of
// galleries do.
void DismissRepeatedParagraphs(std::vector<Piece>& pieces) {
  constexpr size_t kOpeningBytes = 32;
  std::unordered_map<std::string_view, Piece*> longest;  // By their opening.
  for (Piece& piece : pieces) {
    if (!piece.IsBody() || !IsUnique(piece)) continue;
    Piece*& other = longest.try_emplace(std::string_view(piece.folded).substr(0, kOpeningBytes), &piece).first->second;
    if (other == &piece) continue;
    if (SaysNoMore(piece, *other)) {
      DismissAsRepeat(piece);
    } else if (SaysNoMore(*other, piece)) {
      DismissAsRepeat(*other);
      other = &piece;
    }
  }
}

// Lines behind a paragraph that stand there twice, as captions and headings do whose picture or link says the same.
void DismissRepeatedLines(std::vector<Piece>& pieces) {
  const Piece* before = nullptr;
  const Piece* last = nullptr;
  for (Piece& piece : pieces) {
    if (!piece.IsBody()) continue;
    if (before != nullptr && IsParagraph(before->shape) && piece.folded == last->folded && piece.shape.letters > 0 &&
        !IsParagraph(piece.shape) && !piece.shape.ends_sentence) {
      DismissAsRepeat(piece);
      continue;
    }
    before = last;
    last = &piece;
  }
}

}  // namespace

void DismissRepeats(std::vector<Piece>& pieces) {
  DismissRepeatedLines(pieces);
  DismissRepeatedParagraphs(pieces);
}

}  // namespace polygist::ingest
