#include "ingest_service/extract/plain/plain_text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "ingest_service/extract/plain/byline.h"
#include "ingest_service/extract/plain/furniture.h"
#include "ingest_service/extract/plain/pieces.h"
#include "ingest_service/extract/plain/title.h"

namespace polygist::ingest {
namespace {

// Brings back what the rules that a caller disabled would remove.
void Restore(const NormalizeOptions& options, std::vector<Piece>& pieces) {
  for (Piece& piece : pieces) {
    if (piece.IsBody()) continue;
    if (options.disabled_rules.contains(piece.rule)) piece.role = Role::kBody;
  }
}

// A text that held something never comes back empty.
void KeepSomething(std::vector<Piece>& pieces) {
  const auto is_body = [](const Piece& piece) { return piece.IsBody(); };
  if (std::any_of(pieces.begin(), pieces.end(), is_body)) return;
  for (Piece& piece : pieces) {
    if (piece.role != Role::kFurniture) piece.role = Role::kBody;
  }
  if (std::any_of(pieces.begin(), pieces.end(), is_body)) return;
  for (Piece& piece : pieces) piece.role = Role::kBody;
}

constexpr int kMaxHeadingWords = 16;

// Short unpunctuated lines before paragraphs are headings.
void MarkHeadings(std::vector<Piece>& pieces) {
  const Piece* next = nullptr;
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    if (!piece->IsBody()) continue;
    const Shape& shape = piece->shape;
    const bool short_line =
        shape.words <= kMaxHeadingWords && !shape.ends_sentence && !shape.ends_colon;
    if (piece->kind == BlockKind::kParagraph && short_line && IsHeadingLike(*piece) &&
        next != nullptr && next->kind != BlockKind::kHeading && next->shape.words > shape.words) {
      piece->kind = BlockKind::kHeading;
      piece->level = 2;
    }
    next = &*piece;
  }
}

void AddBody(const Piece& piece, bool after_body, Extraction* extraction) {
  if (piece.glued && after_body) {
    AppendGlued(piece, &extraction->blocks.back().text);
  } else {
    extraction->blocks.push_back({piece.kind, piece.level, piece.text});
  }
}

// What was taken out of a piece that stays. A piece that goes takes it along.
void RecordCuts(const Piece& piece, std::vector<Removal>* removals) {
  if (piece.role != Role::kBody) return;
  removals->insert(removals->end(), piece.cuts.begin(), piece.cuts.end());
}

PieceOptions PieceOptionsOf(const NormalizeOptions& options) {
  return {.keep_link_targets = options.disabled_rules.contains("plain.link-target"),
          .keep_list_markers = options.disabled_rules.contains("plain.list-marker")};
}

Extraction Assemble(const std::vector<Piece>& pieces) {
  Extraction extraction;
  bool after_body = false;
  for (const Piece& piece : pieces) {
    if (!piece.IsBody()) {
      extraction.removals.push_back(
          {piece.span, piece.rule, piece.reason, piece.confidence_percent});
    }
    RecordCuts(piece, &extraction.removals);
    if (piece.role == Role::kBody) AddBody(piece, after_body, &extraction);
    if (piece.role == Role::kCaption)
      extraction.captions.push_back({BlockKind::kCaption, 0, piece.text});
    if (piece.role == Role::kByline && extraction.byline.empty())
      extraction.byline = AuthorIn(piece.text.text());
    after_body = piece.IsBody();
  }
  return extraction;
}

constexpr int kMaxRounds = 16;

size_t CountBody(const std::vector<Piece>& pieces) {
  return static_cast<size_t>(std::count_if(pieces.begin(), pieces.end(),
                                           [](const Piece& piece) { return piece.IsBody(); }));
}

bool HasGlued(const std::vector<Piece>& pieces) {
  return std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.glued; });
}

// Takes the title, or what would be taken for it once it is gone. Returns whether there was
// anything.
bool TakeLead(std::string* title, std::vector<Piece>& pieces) {
  if (!title->empty()) return DismissSubtitle(pieces);
  *title = TakeLoneTitle(pieces);
  return !title->empty();
}

// Title, furniture, and what looks like either once those are gone, so that the rest holds nothing
// that the rules would dismiss again. Returns the title.
std::string DismissAll(const std::string& given_title, const NormalizeOptions& options,
                       std::vector<Piece>& pieces) {
  std::string title = TakeKnownTitle(given_title, pieces);
  for (int round = 0; round < kMaxRounds; ++round) {
    const size_t before = CountBody(pieces);
    bool more = TakeBylines(pieces);
    more |= CutOpening(FoldLine(title), options, pieces);
    DismissFurniture(pieces);
    more |= TakeLead(&title, pieces);
    const bool changed = CountBody(pieces) < before;
    if (changed && HasGlued(pieces)) pieces = CutAgain(std::move(pieces), PieceOptionsOf(options));
    if (!more && !(changed && HasGlued(pieces))) break;
  }
  return title;
}

}  // namespace

Extraction ExtractPlainText(const std::string& decoded_text, const PlainTextHints& hints,
                            const NormalizeOptions& options) {
  if (options.keep_all) {
    std::vector<Piece> lines = KeepLines(decoded_text);
    MarkHeadings(lines);
    return Assemble(lines);
  }
  std::vector<Piece> pieces = CutIntoPieces(decoded_text, PieceOptionsOf(options));
  const std::string title = DismissAll(hints.title, options, pieces);
  const std::optional<WrittenDate> date = FindWrittenDate(pieces, hints.language);
  Restore(options, pieces);
  KeepSomething(pieces);
  MarkHeadings(pieces);
  Extraction extraction = Assemble(pieces);
  extraction.title = title;
  if (date.has_value()) {
    extraction.publish_time = date->time;
    extraction.publish_time_confidence_percent = date->confidence_percent;
  }
  return extraction;
}

}  // namespace polygist::ingest
