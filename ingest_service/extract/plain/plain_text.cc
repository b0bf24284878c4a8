#include "ingest_service/extract/plain/plain_text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "ingest_service/extract/author.h"
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
    const bool short_line = shape.words <= kMaxHeadingWords && !shape.ends_sentence && !shape.ends_colon;
    if (piece->kind == BlockKind::kParagraph && short_line && IsHeadingLike(*piece) && next != nullptr &&
        next->kind != BlockKind::kHeading && next->shape.words > shape.words) {
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
          .keep_list_markers = options.disabled_rules.contains("plain.list-marker"),
          .keep_markup = options.disabled_rules.contains("plain.markup")};
}

Extraction Assemble(const std::vector<Piece>& pieces) {
  Extraction extraction;
  bool after_body = false;
  for (const Piece& piece : pieces) {
    if (!piece.IsBody()) {
      extraction.removals.push_back({piece.span, piece.rule, piece.reason, piece.confidence_percent});
    }
    RecordCuts(piece, &extraction.removals);
    if (piece.role == Role::kBody) AddBody(piece, after_body, &extraction);
    if (piece.role == Role::kCaption) extraction.captions.push_back({BlockKind::kCaption, 0, piece.text});
    if (piece.role == Role::kByline && extraction.byline.empty()) extraction.byline = AuthorIn(piece.text.text());
    after_body = piece.IsBody();
  }
  return extraction;
}

// Every pass removes something, or is the last.
constexpr int kMaxPasses = 24;

// A text on its way.
struct Draft {
  std::vector<Piece> body;  // What is left, as the cleaned text will have it.
  std::vector<Piece> gone;
  std::string title;
};

bool AllBody(const std::vector<Piece>& pieces) {
  return std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.IsBody(); });
}

// What went is set aside, and lines that lost a part are cut anew.
void SetAside(const PieceOptions& options, Draft* draft) {
  draft->body = CutAgain(std::move(draft->body), options);
  const auto stays =
      std::stable_partition(draft->body.begin(), draft->body.end(), [](const Piece& piece) { return piece.IsBody(); });
  std::move(stays, draft->body.end(), std::back_inserter(draft->gone));
  draft->body.erase(stays, draft->body.end());
}

// One cleaning of what is left. Knows nothing of earlier passes but the title, so that cleaning the cleaned text is
// one more pass, which does nothing. Returns whether anything went.
bool CleanOnce(const NormalizeOptions& options, Draft* draft) {
  std::vector<Piece>& body = draft->body;
  TakeRepeatedTitle(&draft->title, body);
  TakeBylines(body);
  const bool cut = CutOpening(FoldLine(draft->title), options, body);
  // With a title known, the lone line before the article is no title whatever the models say of it.
  if (!draft->title.empty()) TakeLoneTitle(&draft->title, body);
  DismissFurniture(body);
  if (!cut && AllBody(body)) TakeLoneTitle(&draft->title, body);
  return cut || !AllBody(body);
}

// All pieces in the order of the text.
std::vector<Piece> Merge(Draft draft) {
  std::vector<Piece> pieces = std::move(draft.body);
  std::move(draft.gone.begin(), draft.gone.end(), std::back_inserter(pieces));
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.span.begin < b.span.begin; });
  return pieces;
}

Draft CleanUp(const std::string& decoded_text, const std::string& given_title, const NormalizeOptions& options) {
  const PieceOptions piece_options = PieceOptionsOf(options);
  Draft draft{CutIntoPieces(decoded_text, piece_options), {}, given_title};
  if (!given_title.empty()) DismissTitle(given_title, draft.body);
  for (int pass = 0; pass < kMaxPasses && CleanOnce(options, &draft); ++pass) SetAside(piece_options, &draft);
  return draft;
}

}  // namespace

Extraction ExtractPlainText(const std::string& decoded_text, const PlainTextHints& hints,
                            const NormalizeOptions& options) {
  if (options.keep_all) {
    std::vector<Piece> lines = KeepLines(decoded_text);
    MarkHeadings(lines);
    return Assemble(lines);
  }
  Draft draft = CleanUp(decoded_text, hints.title, options);
  std::string title = draft.title;
  std::vector<Piece> pieces = Merge(std::move(draft));
  if (title.empty()) title = TakeDismissedTitle(pieces);
  NameMenus(pieces);
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
