#include "ingest_service/extract/plain/title.h"

#include <algorithm>
#include <string_view>

#include "common/text/characters.h"
#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

constexpr int kMinTitleWords = 3;
constexpr int kMaxTitleWords = 25;
// The title stands near the beginning: menus of more lines than this come before it in whole pages
// only.
constexpr size_t kMaxLead = 400;
constexpr size_t kMinTopicBytes = 4;  // Shorter words say little about the matter.
constexpr int kTopicCharacters = 5;   // Of a word in an alphabet.
constexpr size_t kMinShared = 2;
constexpr size_t kOpeningBytes = 4096;  // Of the paragraphs that a title is compared with.

size_t FirstParagraph(const std::vector<Piece>& pieces) {
  size_t i = 0;
  while (i < pieces.size() && !(pieces[i].IsBody() && IsParagraph(pieces[i].shape))) ++i;
  return i;
}

bool IsDateLike(const Shape& shape) { return shape.words <= 7 && shape.digits * 4 >= shape.letters; }

bool CouldBeTitle(const Piece& piece) {
  return IsHeadingLike(piece) && !IsDateLike(piece.shape) && !piece.shape.ends_colon &&
         piece.shape.words >= kMinTitleWords;
}

// A full sentence, as standfirsts and captions are: a title only where something else says so.
bool IsStatement(const Shape& shape) { return shape.ends_sentence && !shape.asks && !shape.ends_cut; }

bool IsTitleLine(const Piece& piece) { return piece.IsBody() && CouldBeTitle(piece); }

// The first line before the first paragraph that comes again, anywhere; -1 when there is none.
int FindRepeated(const std::vector<Piece>& pieces) {
  const size_t lead = std::min(FirstParagraph(pieces), kMaxLead);
  for (size_t i = 0; i < lead; ++i) {
    if (!IsTitleLine(pieces[i])) continue;
    for (size_t j = i + 1; j < pieces.size(); ++j) {
      if (pieces[j].IsBody() && pieces[j].folded == pieces[i].folded) return static_cast<int>(i);
    }
  }
  return -1;
}

// Of two lines before the first paragraph that say the same but for what pages append to a title behind a sign
// ("| The Observer"), the one without it; -1 when there are none.
int FindNearlyRepeated(const std::vector<Piece>& pieces) {
  const size_t lead = std::min(FirstParagraph(pieces), kMaxLead);
  const auto marks = [&](size_t i) { return pieces[i].shape.link_marks + pieces[i].shape.dashes; };
  for (size_t i = 0; i < lead; ++i) {
    for (size_t j = i + 1; IsTitleLine(pieces[i]) && j < lead; ++j) {
      if (!IsTitleLine(pieces[j]) || marks(i) == marks(j) || !SayTheSame(pieces[i].folded, pieces[j].folded)) continue;
      return static_cast<int>(marks(i) < marks(j) ? i : j);
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
    if (found >= 0 || !CouldBeTitle(pieces[i]) || IsStatement(pieces[i].shape) || pieces[i].shape.ends_credit)
      return -1;
    found = static_cast<int>(i);
  }
  return found;
}

bool IsHangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

// Offset after the next `count` characters of `word`, or its end.
size_t After(std::string_view word, size_t offset, int count) {
  for (int i = 0; i < count && offset < word.size(); ++i) text::NextCodePoint(word, &offset);
  return offset;
}

void AddTopics(std::string_view word, std::vector<std::string_view>* topics) {
  size_t offset = 0;
  const char32_t first = word.empty() ? 0 : text::NextCodePoint(word, &offset);
  if (!IsHangul(first) && !text::IsIdeographic(first) && !text::IsWrittenWithoutSpaces(first)) {
    if (word.size() >= kMinTopicBytes) topics->push_back(word.substr(0, After(word, 0, kTopicCharacters)));
    return;
  }
  for (size_t begin = 0; After(word, begin, 1) < word.size(); begin = After(word, begin, 1))
    topics->push_back(word.substr(begin, After(word, begin, 2) - begin));
}

// What `folded` is about: its longer words by their beginning, since endings change with the grammar, and pairs of
// characters of words in scripts without spaces or with a character a syllable.
std::vector<std::string_view> Topics(std::string_view folded) {
  std::vector<std::string_view> topics;
  while (!folded.empty()) {
    const std::string_view word = folded.substr(0, folded.find(' '));
    folded.remove_prefix(std::min(word.size() + 1, folded.size()));
    AddTopics(word, &topics);
  }
  std::sort(topics.begin(), topics.end());
  topics.erase(std::unique(topics.begin(), topics.end()), topics.end());
  return topics;
}

// A sentence with a credit behind it, as captions are.
bool IsCredited(const Shape& shape) {
  return shape.copyright_signs > 0 || (shape.sentence_ends > 0 && !shape.ends_sentence);
}

// The line dismissed before the first paragraph that shares two fifths of its topics with the first
// paragraphs; the last of equals, since the title stands next to the article. -1 when none shares
// kMinShared.
int FindDismissed(const std::vector<Piece>& pieces) {
  const size_t lead = FirstParagraph(pieces);
  std::string opening;
  for (size_t i = lead; i < pieces.size() && opening.size() < kOpeningBytes; ++i) {
    if (pieces[i].IsBody()) opening += pieces[i].folded + ' ';
  }
  const std::vector<std::string_view> body = Topics(opening);
  int found = -1;
  size_t most = kMinShared;
  for (size_t i = lead > kMaxLead ? lead - kMaxLead : 0; i < lead && lead < pieces.size(); ++i) {
    if (pieces[i].role != Role::kFurniture || !CouldBeTitle(pieces[i]) || IsCredited(pieces[i].shape) ||
        IsStatement(pieces[i].shape)) {
      continue;
    }
    const std::vector<std::string_view> topics = Topics(pieces[i].folded);
    const auto shared = static_cast<size_t>(std::count_if(topics.begin(), topics.end(), [&](std::string_view topic) {
      return std::binary_search(body.begin(), body.end(), topic);
    }));
    if (shared < most || shared * 5 < topics.size() * 2) continue;
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
  // Lines of menus come again too, but not with the site's name behind a sign.
  const int nearly = FindNearlyRepeated(pieces);
  TakeAt(nearly >= 0 ? nearly : FindRepeated(pieces), title, pieces);
}

void TakeLoneTitle(std::string* title, std::vector<Piece>& pieces) { TakeAt(FindLone(pieces), title, pieces); }

std::string TakeDismissedTitle(std::vector<Piece>& pieces) {
  const int dismissed = FindDismissed(pieces);
  if (dismissed < 0) return "";
  Piece& piece = pieces[static_cast<size_t>(dismissed)];
  Dismiss(piece, Role::kTitle, "plain.title", "is the title, which is kept apart", 80);
  return piece.text.text();
}

}  // namespace polygist::ingest
