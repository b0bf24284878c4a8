#include "ingest_service/extract/html_tags.h"

#include <array>
#include <cstddef>

namespace polygist::ingest {
namespace {

enum Trait : uint8_t {
  kVoid = 1,
  kBlock = 2,
  kEndsP = 4,
  kRaw = 8,
  kUnseen = 16,
  kInHead = 32,
};

struct TagRow {
  std::string_view name;
  uint8_t traits;
};

constexpr uint8_t kBlockP = kBlock | kEndsP;

constexpr TagRow kRows[] = {
    {"#text", 0},
    {"#other", 0},
    {"a", 0},
    {"abbr", 0},
    {"address", kBlockP},
    {"area", kVoid},
    {"article", kBlockP},
    {"aside", kBlockP},
    {"audio", kUnseen},
    {"b", 0},
    {"base", kVoid | kInHead},
    {"blockquote", kBlockP},
    {"body", kBlock},
    {"br", kVoid},
    {"button", kBlock},
    {"canvas", kUnseen},
    {"caption", kBlock},
    {"center", kBlockP},
    {"cite", 0},
    {"code", 0},
    {"col", kVoid},
    {"colgroup", kUnseen},
    {"dd", kBlockP},
    {"del", 0},
    {"details", kBlockP},
    {"dialog", kBlockP},
    {"dir", kBlockP},
    {"div", kBlockP},
    {"dl", kBlockP},
    {"dt", kBlockP},
    {"em", 0},
    {"embed", kVoid},
    {"fieldset", kBlockP},
    {"figcaption", kBlockP},
    {"figure", kBlockP},
    {"font", 0},
    {"footer", kBlockP},
    {"form", kBlockP},
    {"frameset", kBlock},
    {"h1", kBlockP},
    {"h2", kBlockP},
    {"h3", kBlockP},
    {"h4", kBlockP},
    {"h5", kBlockP},
    {"h6", kBlockP},
    {"head", kBlock},
    {"header", kBlockP},
    {"hgroup", kBlockP},
    {"hr", kVoid | kBlockP},
    {"html", kBlock},
    {"i", 0},
    {"iframe", kRaw | kUnseen},
    {"img", kVoid},
    {"input", kVoid},
    {"ins", 0},
    {"label", 0},
    {"legend", kBlock},
    {"li", kBlockP},
    {"link", kVoid | kInHead},
    {"listing", kBlockP},
    {"main", kBlockP},
    {"map", 0},
    {"mark", 0},
    {"math", 0},
    {"menu", kBlockP},
    {"meta", kVoid | kInHead},
    {"nav", kBlockP},
    {"noembed", kRaw | kUnseen},
    {"noframes", kRaw | kUnseen},
    {"noscript", kInHead},
    {"object", 0},
    {"ol", kBlockP},
    {"optgroup", kUnseen},
    {"option", kUnseen},
    {"p", kBlockP},
    {"param", kVoid},
    {"picture", 0},
    {"plaintext", kRaw | kBlockP},
    {"pre", kBlockP},
    {"q", 0},
    {"rp", kUnseen},
    {"rt", kUnseen},
    {"ruby", 0},
    {"s", 0},
    {"script", kRaw | kUnseen | kInHead},
    {"section", kBlockP},
    {"select", kBlock | kUnseen},
    {"small", 0},
    {"source", kVoid},
    {"span", 0},
    {"strike", 0},
    {"strong", 0},
    {"style", kRaw | kUnseen | kInHead},
    {"sub", 0},
    {"summary", kBlockP},
    {"sup", 0},
    {"svg", kUnseen},
    {"table", kBlockP},
    {"tbody", kBlock},
    {"td", kBlock},
    {"template", kUnseen | kInHead},
    {"textarea", kRaw | kUnseen},
    {"tfoot", kBlock},
    {"th", kBlock},
    {"thead", kBlock},
    {"time", 0},
    {"title", kRaw | kUnseen | kInHead},
    {"tr", kBlock},
    {"track", kVoid},
    {"u", 0},
    {"ul", kBlockP},
    {"video", kUnseen},
    {"wbr", kVoid},
    {"xmp", kRaw | kBlockP},
};
static_assert(std::size(kRows) == static_cast<size_t>(Tag::kCount));

constexpr size_t kLongestName = 10;

// First row of each initial letter; the rows are in alphabetical order from the third on.
constexpr std::array<uint8_t, 27> MakeIndex() {
  std::array<uint8_t, 27> index{};
  size_t row = 2;
  for (int letter = 0; letter < 26; ++letter) {
    index[letter] = static_cast<uint8_t>(row);
    while (row < std::size(kRows) && kRows[row].name[0] == 'a' + letter) ++row;
  }
  index[26] = static_cast<uint8_t>(row);
  return index;
}
constexpr std::array<uint8_t, 27> kIndex = MakeIndex();
static_assert(kIndex[26] == std::size(kRows));

bool Has(Tag tag, uint8_t trait) { return (kRows[static_cast<size_t>(tag)].traits & trait) != 0; }

}  // namespace

Tag TagOf(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return Tag::kOther;
  char lower[kLongestName];
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (lower[0] < 'a' || lower[0] > 'z') return Tag::kOther;
  const std::string_view folded(lower, name.size());
  const int letter = lower[0] - 'a';
  for (size_t row = kIndex[letter]; row < kIndex[letter + 1]; ++row) {
    if (kRows[row].name == folded) return static_cast<Tag>(row);
  }
  return Tag::kOther;
}

std::string_view NameOf(Tag tag) { return kRows[static_cast<size_t>(tag)].name; }
bool IsVoid(Tag tag) { return Has(tag, kVoid); }
bool IsBlockLevel(Tag tag) { return Has(tag, kBlock); }
bool ClosesParagraph(Tag tag) { return Has(tag, kEndsP); }
bool IsRawText(Tag tag) { return Has(tag, kRaw); }
bool IsInvisible(Tag tag) { return Has(tag, kUnseen); }
bool BelongsInHead(Tag tag) { return Has(tag, kInHead); }
bool IsInline(Tag tag) { return !Has(tag, kBlock | kVoid | kRaw); }

int HeadingLevel(Tag tag) {
  if (tag < Tag::kH1 || tag > Tag::kH6) return 0;
  return static_cast<int>(tag) - static_cast<int>(Tag::kH1) + 1;
}

}  // namespace polygist::ingest
