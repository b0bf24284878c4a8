#include "ingest_service/extract/plain/pieces.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "ingest_service/extract/plain/emphasis.h"
#include "ingest_service/extract/plain/lines.h"
#include "ingest_service/extract/plain/markup.h"
#include "ingest_service/extract/plain/segments.h"

namespace polygist::ingest {
namespace {

constexpr size_t kLongWordBytes = 4;
constexpr char32_t kFirstVowelSign = 0x600;
constexpr int kMinParagraphWords = 8;
// Without a sentence end a line must be this long to be one.
constexpr int kMinUnendedParagraphWords = 25;
// A line is compared by its beginning only; longer ones are paragraphs and compared whole
// elsewhere.
constexpr size_t kMaxFoldedBytes = 4096;

// Offset of the first visible character of `line` from `begin` on.
size_t SkipBlank(std::string_view line, size_t begin) {
  for (size_t next = begin; next < line.size(); begin = next) {
    const char32_t c = text::NextCodePoint(line, &next);
    if (!text::IsWhiteSpace(c) && !IsInvisible(c)) break;
  }
  return begin;
}

constexpr std::string_view kEnDash = "\u2013";

// Length of the list marker that `line` starts with, what cannot be seen before and after it included; 0 without one.
size_t MarkerLength(std::string_view line) {
  constexpr std::array<std::string_view, 11> kMarkers = {"-",      "*",      "+",      "\u2022", "\u25CF", "\u25AA",
                                                         "\u25E6", "\u2023", "\u25A0", kEnDash,  "\u00B7"};
  const size_t begin = SkipBlank(line, 0);
  for (const std::string_view marker : kMarkers) {
    if (!line.substr(begin).starts_with(marker)) continue;
    const size_t space = begin + marker.size();
    const size_t item = SkipBlank(line, space);
    const bool spaced = text::TrimWhiteSpace(line.substr(space)).size() < line.size() - space;
    return item < line.size() && spaced ? item : 0;
  }
  return 0;
}

text::MappedText Part(const text::MappedText& whole, ByteSpan span) {
  text::MappedText part;
  part.Append(whole, span);
  return part;
}

// Links inside links leave targets behind when the inner ones go; items of items have two markers.
constexpr int kMaxDepth = 6;

// Takes `spans` out and puts that on record. Returns whether there were any. A line that is nothing else stays, and is
// judged as one.
bool TakeOut(const std::vector<ByteSpan>& spans, std::string_view rule, std::string_view reason, Piece& piece) {
  text::MappedText rest;
  int64_t kept_from = 0;
  for (const ByteSpan span : spans) {
    rest.Append(piece.text, {kept_from, span.begin});
    kept_from = span.end;
  }
  rest.Append(piece.text, {kept_from, static_cast<int64_t>(piece.text.text().size())});
  if (spans.empty() || text::TrimWhiteSpace(rest.text()).empty()) return false;
  for (const ByteSpan span : spans)
    piece.cuts.push_back({piece.text.ToSource(span), std::string(rule), std::string(reason), 90});
  piece.text = std::move(rest);
  return true;
}

// Returns whether there was any.
bool TakeOutMarkup(const PieceOptions& options, bool may_be_heading, Piece& piece) {
  bool any = false;
  if (!options.keep_link_targets)
    any |= TakeOut(FindLinkTargets(piece.text.text()), "plain.link-target",
                   "the target of a link, or a sign around its text", piece);
  if (options.keep_markup) return any;
  any |= TakeOut(FindEmphasis(piece.text.text()), "plain.markup", "signs around emphasised text", piece);
  const HeadingMark mark = may_be_heading ? FindHeadingMark(piece.text.text()) : HeadingMark{};
  if (mark.length == 0) return any;
  piece.kind = BlockKind::kHeading;
  piece.level = mark.level;
  any |= TakeOut({{0, static_cast<int64_t>(mark.length)}}, "plain.markup", "the sign of a heading", piece);
  return any;
}

// Takes the list marker off. Returns whether there was one.
bool TakeOffMarker(Piece& piece) {
  const auto size = static_cast<int64_t>(piece.text.text().size());
  const auto marker = static_cast<int64_t>(MarkerLength(piece.text.text()));
  if (marker == 0) return false;
  piece.cuts.push_back({piece.text.ToSource({0, marker}), "plain.list-marker",
                        "the sign of a list item, which the block's kind tells", 95});
  piece.text = Part(piece.text, {marker, size});
  piece.kind = BlockKind::kListItem;
  piece.level = 1;
  return true;
}

// Letters, digits, and the vowel signs that Indic, Arabic and Thai words are written with.
bool IsPartOfWord(char32_t c) {
  if (text::IsLetter(c) || text::IsDigit(c)) return true;
  return c >= kFirstVowelSign && !text::IsPunctuation(c) && (text::UsesJoiners(c) || text::IsWrittenWithoutSpaces(c));
}

// `may_be_item`: the text begins a line, so that what looks like a list marker is one.
Piece MakePiece(text::MappedText text, const PieceOptions& options, bool may_be_item) {
  Piece piece;
  piece.text = std::move(text);
  piece.span = piece.text.ToSource({0, static_cast<int64_t>(piece.text.text().size())});
  const bool markup = !options.keep_link_targets && may_be_item;
  const bool lone_target = markup && IsLoneTarget(piece.text.text());
  const bool picture = markup && IsPicture(piece.text.text());
  // One may stand behind the other, or inside its like.
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    bool more = TakeOutMarkup(options, may_be_item, piece);
    more |= may_be_item && !options.keep_list_markers && TakeOffMarker(piece);
    if (!more) break;
  }
  piece.shape = LineShapeOf(piece.text.text());
  piece.folded = FoldLine(piece.text.text());
  piece.words = HashWords(piece.folded);
  if (lone_target) {
    Dismiss(piece, Role::kFurniture, "plain.link-target", "the address of a link or picture that is not there", 95);
  } else if (picture) {
    Dismiss(piece, Role::kCaption, "plain.caption", "the text that stands for a picture", 90);
  } else if (markup && IsLinkDefinition(piece.text.text())) {
    Dismiss(piece, Role::kFurniture, "plain.link-target", "the target of a link elsewhere in the text", 95);
  }
  return piece;
}

// `may_be_item`: as MakePiece.
void AddPieces(const text::MappedText& unit, const PieceOptions& options, bool may_be_item,
               std::vector<Piece>* pieces) {
  const auto end = static_cast<int64_t>(unit.text().size());
  bool glued = false;
  for (ByteSpan segment : CutGluedLine(unit.text())) {
    const bool last = pieces->size() >= kMaxLines;
    if (last) segment.end = end;
    pieces->push_back(MakePiece(Part(unit, segment), options, may_be_item && !glued));
    pieces->back().glued = glued;
    glued = true;
    if (last) break;
  }
}

bool StartsWithEnDash(std::string_view line) { return line.substr(SkipBlank(line, 0)).starts_with(kEnDash); }

// A whole sentence behind an en dash, alone among its neighbours, is no item but what somebody says: "– We lost it all,
// says Maria Keller."
bool IsSpeech(const std::vector<text::MappedText>& units, size_t at) {
  const std::string_view line = units[at].text();
  if (!StartsWithEnDash(line) || !LineShapeOf(line).ends_sentence) return false;
  const bool follows = at > 0 && StartsWithEnDash(units[at - 1].text());
  return !follows && (at + 1 == units.size() || !StartsWithEnDash(units[at + 1].text()));
}

}  // namespace

bool IsParagraph(const Shape& shape) {
  if (shape.words >= kMinUnendedParagraphWords && shape.lower_words * 2 >= shape.capitalised) return true;
  return shape.words >= kMinParagraphWords && shape.sentence_ends > 0 && (shape.ends_sentence || shape.ends_colon);
}

std::vector<Piece> KeepLines(std::string_view text) {
  std::vector<Piece> pieces;
  for (const Unit& unit : JoinWrappedLines(text, SplitLines(text))) {
    pieces.push_back(MakePiece(TextOfUnit(text, unit), {.keep_link_targets = true, .keep_markup = true}, false));
  }
  return pieces;
}

std::vector<Piece> CutIntoPieces(std::string_view text, const PieceOptions& options) {
  std::vector<text::MappedText> units;
  for (const Unit& unit : JoinWrappedLines(text, SplitLines(text))) units.push_back(TextOfUnit(text, unit));
  std::vector<Piece> pieces;
  for (size_t i = 0; i < units.size(); ++i) AddPieces(units[i], options, !IsSpeech(units, i), &pieces);
  return pieces;
}

void AppendGlued(const Piece& piece, text::MappedText* line) {
  const int64_t end = line->runs().back().source.end;
  const int64_t begin = piece.text.runs().front().source.begin;
  // Nothing stood between blocks that were glued together.
  if (end != begin) line->AppendDerived(" ", {std::min(end, begin), begin});
  line->Append(piece.text);
}

std::vector<Piece> CutAgain(std::vector<Piece> pieces, const PieceOptions& options) {
  std::vector<Piece> again;
  for (size_t i = 0; i < pieces.size();) {
    size_t end = i + 1;
    while (pieces[i].IsBody() && end < pieces.size() && pieces[end].glued && pieces[end].IsBody()) ++end;
    if (!pieces[i].IsBody() || (end == i + 1 && !pieces[i].glued)) {
      again.push_back(std::move(pieces[i]));
    } else {
      text::MappedText line = pieces[i].text;
      for (size_t k = i + 1; k < end; ++k) AppendGlued(pieces[k], &line);
      const size_t first = again.size();
      AddPieces(line, options, true, &again);
      for (size_t k = i; k < end; ++k) {
        again[first].cuts.insert(again[first].cuts.end(), pieces[k].cuts.begin(), pieces[k].cuts.end());
      }
      if (pieces[i].kind != BlockKind::kParagraph) {
        again[first].kind = pieces[i].kind;
        again[first].level = pieces[i].level;
      }
    }
    i = end;
  }
  return again;
}

std::string FoldLine(std::string_view line) {
  const std::string_view head =
      line.size() <= kMaxFoldedBytes ? line : line.substr(0, text::ValidUtf8Prefix(line.substr(0, kMaxFoldedBytes)));
  const std::string folded = text::FoldForMatching(head);
  std::string words;
  bool gap = false;
  for (size_t offset = 0; offset < folded.size();) {
    const size_t begin = offset;
    const char32_t c = text::NextCodePoint(folded, &offset);
    if (IsInvisible(c)) continue;
    if (!IsPartOfWord(c)) {
      // An apostrophe does not end a word, whichever of its two forms it has.
      gap |= c != '\'' && c != 0x2019;
      continue;
    }
    if (gap && !words.empty()) words += ' ';
    gap = false;
    words.append(folded, begin, offset - begin);
  }
  return words;
}

// FNV-1a; the lowest bit says whether the word is long.
std::vector<uint64_t> HashWords(std::string_view folded) {
  std::vector<uint64_t> hashes;
  while (!folded.empty()) {
    const size_t end = std::min(folded.find(' '), folded.size());
    uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char byte : folded.substr(0, end)) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    hashes.push_back((hash & ~uint64_t{1}) | (end >= kLongWordBytes ? 1 : 0));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return hashes;
}

bool SayTheSame(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return false;
  if (a == b) return true;
  // Too short a line is part of many others.
  if (a.size() < 16 || a.size() * 8 < b.size() * 5) return false;
  return b.starts_with(a) || b.ends_with(a);
}

void Dismiss(Piece& piece, Role role, std::string_view rule, std::string_view reason, int confidence_percent) {
  piece.role = role;
  piece.rule = rule;
  piece.reason = reason;
  piece.confidence_percent = confidence_percent;
}

}  // namespace polygist::ingest
