#include "ingest_service/extract/plain/title.h"

#include <algorithm>
#include <string_view>

namespace polygist::ingest {
namespace {

constexpr int kMinTitleWords = 3;
constexpr int kMaxTitleWords = 25;
// The title stands near the beginning: menus of more lines than this come before it in whole pages
// only.
constexpr size_t kMaxLead = 400;
constexpr size_t kMinTopicBytes = 4;  // Shorter words say little about the matter.
constexpr size_t kMinShared = 2;
constexpr size_t kOpeningBytes = 4096;  // Of the paragraphs that a title is compared with.

size_t FirstParagraph(const std::vector<Piece>& pieces) {
  size_t i = 0;
  while (i < pieces.size() && !(pieces[i].IsBody() && IsParagraph(pieces[i].shape))) ++i;
  return i;
}

bool IsDateLike(const Shape& shape) {
  return shape.words <= 7 && shape.digits * 4 >= shape.letters;
}

bool CouldBeTitle(const Piece& piece) {
  return IsHeadingLike(piece) && !IsDateLike(piece.shape) && !piece.shape.ends_colon &&
         piece.shape.words >= kMinTitleWords;
}

// The first line before the first paragraph that comes again, anywhere; -1 when there is none.
int FindRepeated(const std::vector<Piece>& pieces) {
  const size_t lead = std::min(FirstParagraph(pieces), kMaxLead);
  for (size_t i = 0; i < lead; ++i) {
    if (!pieces[i].IsBody() || !CouldBeTitle(pieces[i])) continue;
    for (size_t j = i + 1; j < pieces.size(); ++j) {
      if (pieces[j].IsBody() && pieces[j].folded == pieces[i].folded) return static_cast<int>(i);
    }
  }
  return -1;
}

// The only body line before the first paragraph; -1 when there are more or none.
int FindLone(const std::vector<Piece>& pieces) {
  const size_t lead = FirstParagraph(pieces);
  if (lead == pieces.size()) return -1;
  int found = -1;
  for (size_t i = 0; i < lead; ++i) {
    if (!pieces[i].IsBody()) continue;
    if (found >= 0 || !CouldBeTitle(pieces[i])) return -1;
    found = static_cast<int>(i);
  }
  return found;
}

std::vector<std::string_view> LongWords(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const size_t end = std::min(folded.find(' '), folded.size());
    if (end >= kMinTopicBytes) words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// A sentence with a credit behind it, as captions are.
bool IsCredited(const Shape& shape) {
  return shape.copyright_signs > 0 || (shape.sentence_ends > 0 && !shape.ends_sentence);
}

// The line dismissed before the first paragraph that shares most long words with the first
// paragraphs; the last of equals, since the title stands next to the article. -1 when none shares
// kMinShared.
int FindDismissed(const std::vector<Piece>& pieces) {
  const size_t lead = FirstParagraph(pieces);
  std::string opening;
  for (size_t i = lead; i < pieces.size() && opening.size() < kOpeningBytes; ++i) {
    if (pieces[i].IsBody()) opening += pieces[i].folded + ' ';
  }
  const std::vector<std::string_view> body = LongWords(opening);
  int found = -1;
  size_t most = kMinShared;
  for (size_t i = lead > kMaxLead ? lead - kMaxLead : 0; i < lead && lead < pieces.size(); ++i) {
    if (pieces[i].role != Role::kFurniture || !CouldBeTitle(pieces[i]) || IsCredited(pieces[i].shape)) continue;
    const std::vector<std::string_view> words = LongWords(pieces[i].folded);
    size_t shared = 0;
    for (const std::string_view word : words)
      shared += std::binary_search(body.begin(), body.end(), word);
    if (shared < most || shared * 2 < words.size()) continue;
    most = shared;
    found = static_cast<int>(i);
  }
  return found;
}

// What is at `index` is the title; with a title known already, the line that would be taken for one.
void TakeAt(int index, std::string* title, std::vector<Piece>& pieces) {
  if (index < 0) return;
  const std::string found = pieces[static_cast<size_t>(index)].text.text();
  if (title->empty()) {
    *title = found;
    DismissTitle(found, pieces);
    return;
  }
  const std::string folded = pieces[static_cast<size_t>(index)].folded;
  for (Piece& piece : pieces) {
    if (!piece.IsBody() || IsParagraph(piece.shape) || !SayTheSame(piece.folded, folded)) continue;
    Dismiss(piece, Role::kFurniture, "plain.subtitle", "stands between the title and the article", 70);
  }
}

}  // namespace

bool IsHeadingLike(const Piece& piece) {
  const Shape& shape = piece.shape;
  if (shape.words == 0 || shape.words > kMaxTitleWords || shape.letters == 0) return false;
  if (shape.long_words > 0 || shape.link_marks > 2 || shape.ends_cut) return false;
  return !shape.ends_sentence || shape.words <= 20;
}

void DismissTitle(const std::string& title, std::vector<Piece>& pieces) {
  const std::string folded = FoldLine(title);
  bool seen = false;
  for (Piece& piece : pieces) {
    if (!piece.IsBody() || IsParagraph(piece.shape) || !SayTheSame(piece.folded, folded)) continue;
    if (seen) {
      Dismiss(piece, Role::kFurniture, "plain.repeated-title", "repeats the title", 95);
    } else {
      Dismiss(piece, Role::kTitle, "plain.title", "is the title, which is kept apart", 95);
    }
    seen = true;
  }
}

void TakeRepeatedTitle(std::string* title, std::vector<Piece>& pieces) {
  TakeAt(FindRepeated(pieces), title, pieces);
}

void TakeLoneTitle(std::string* title, std::vector<Piece>& pieces) {
  TakeAt(FindLone(pieces), title, pieces);
}

std::string TakeDismissedTitle(std::vector<Piece>& pieces) {
  const int dismissed = FindDismissed(pieces);
  if (dismissed < 0) return "";
  Piece& piece = pieces[static_cast<size_t>(dismissed)];
  Dismiss(piece, Role::kTitle, "plain.title", "is the title, which is kept apart", 80);
  return piece.text.text();
}

}  // namespace polygist::ingest
