// The units of a text with everything the rules ask about them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/mapped_text.h"
#include "ingest_service/article/article.h"
#include "ingest_service/extract/plain/shape.h"

namespace polygist::ingest {

enum class Role {
  kBody,
  kCaption,
  kTitle,   // Goes to Extraction::title.
  kByline,  // Goes to Extraction::byline.
  kFurniture,
};

struct Piece {
  text::MappedText text;        // Without list marker. Maps to the decoded text.
  ByteSpan span;                // Of the decoded text.
  Shape shape;                  // Of `text`.
  std::string folded;           // `text` as it is compared: folded, letters and digits only, one space
                                // between words.
  std::vector<uint64_t> words;  // Hashes of the words of `folded`, in order; odd for words of four bytes or
                                // more, which say something about the matter.
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;
  bool glued = false;         // Stands on the line of the piece before it (CutGluedLine).
  std::vector<Removal> cuts;  // Of the decoded text: what was taken out of `text`.
  Role role = Role::kBody;
  // Why it is not body. Empty for kBody.
  std::string rule;
  std::string reason;
  int confidence_percent = 100;

  bool IsBody() const { return role == Role::kBody; }
};

// A full paragraph: what makes a text an article.
bool IsParagraph(const Shape& shape);

// The pieces of `text`, all body: its units, long lines cut further (while pieces are fewer than kMaxLines, lines.h).
// List items are told by their marker, which is taken off ("plain.list-marker"), as are targets of links
// ("plain.link-target", markup.h) and signs of emphasis and headings ("plain.markup", emphasis.h).
struct PieceOptions {
  bool keep_link_targets = false;
  bool keep_list_markers = false;
  bool keep_markup = false;
};
std::vector<Piece> CutIntoPieces(std::string_view text, const PieceOptions& options = {});

// The units of `text` as they are, markers included: for callers who want nothing removed.
std::vector<Piece> KeepLines(std::string_view text);

// The pieces after the body pieces of each line were put together again, as the cleaned text will
// have them, and cut anew: a line that lost a part may be short enough now to be one piece. Pieces
// that are not body stay as they are.
std::vector<Piece> CutAgain(std::vector<Piece> pieces, const PieceOptions& options = {});

// The text of `line` with that of `piece`, which stands on the same line after it, appended.
void AppendGlued(const Piece& piece, text::MappedText* line);

// A line as it is compared with others: see Piece::folded and Piece::words.
std::string FoldLine(std::string_view line);
std::vector<uint64_t> HashWords(std::string_view folded);

// Whether the two lines, both folded, say the same: equal, or one begins or ends with the other and
// is at most 1.6 times as long (a title with the name of the site appended). Empty lines are like
// nothing.
bool SayTheSame(std::string_view a, std::string_view b);

void Dismiss(Piece& piece, Role role, std::string_view rule, std::string_view reason, int confidence_percent);

}  // namespace polygist::ingest
