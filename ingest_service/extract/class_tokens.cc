#include "ingest_service/extract/class_tokens.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "common/base/strings.h"
#include "extract_html_data.h"

namespace polygist::ingest {
namespace {

constexpr std::array<std::string_view, 32> kNames = {
    "article", "body",   "comment", "related",    "popular",   "share",  "nav",      "sidebar",
    "footer",  "header", "ad",      "newsletter", "cookie",    "byline", "meta",     "tag",
    "caption", "title",  "lead",    "list",       "modal",     "quote",  "live",     "video",
    "fact",    "search", "button",  "footnote",   "paragraph", "aux",    "toplevel", "posting"};

constexpr size_t kLongestWord = 32;

using WordTable = absl::flat_hash_map<absl::string_view, ClassMask>;

ClassMask MaskOfNames(std::string_view names) {
  ClassMask mask = 0;
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(' '));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found != kNames.end()) mask |= ClassMask{1} << (found - kNames.begin());
  }
  return mask;
}

WordTable ParseTable(std::string_view table) {
  WordTable words;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    const size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    words.emplace(ToAbsl(line.substr(0, tab)), MaskOfNames(line.substr(tab + 1)));
  }
  return words;
}

ClassMask MaskOfWord(std::string_view lower) {
  static const WordTable& table = *new WordTable(ParseTable(data::kClassTokens));
  const auto found = table.find(ToAbsl(lower));
  return found == table.end() ? 0 : found->second;
}

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

// Collects the categories of one name: a run without white space.
class NameReader {
 public:
  void Add(char c) {
    if (!IsLower(c) && !IsUpper(c)) return EndWord();
    if (IsUpper(c) && was_lower_) EndPart();
    was_lower_ = IsLower(c);
    Append(&part_, c);
    Append(&whole_, c);
  }

  ClassMask Finish() {
    EndWord();
    constexpr ClassMask both = MaskOf(ClassCategory::kArticle) | MaskOf(ClassCategory::kBody);
    return (mask_ & both) == both ? mask_ | MaskOf(ClassCategory::kArticleBody) : mask_;
  }

 private:
  static void Append(std::string* word, char c) {
    if (word->size() <= kLongestWord) word->push_back(static_cast<char>(c | 32));
  }

  void EndPart() {
    if (part_.size() > 1) mask_ |= MaskOfWord(part_);
    part_.clear();
    parts_++;
  }

  void EndWord() {
    EndPart();
    if (parts_ > 1 && whole_.size() > 1) mask_ |= MaskOfWord(whole_);
    whole_.clear();
    parts_ = 0;
    was_lower_ = false;
  }

  ClassMask mask_ = 0;
  std::string part_;
  std::string whole_;
  int parts_ = 0;
  bool was_lower_ = false;
};

}  // namespace

ClassMask ClassifyNames(std::string_view attribute_value) {
  ClassMask mask = 0;
  size_t i = 0;
  while (i < attribute_value.size()) {
    NameReader name;
    for (; i < attribute_value.size() && static_cast<unsigned char>(attribute_value[i]) > ' '; ++i) {
      name.Add(attribute_value[i]);
    }
    mask |= name.Finish();
    ++i;
  }
  return mask;
}

ClassMask FurnitureMask() {
  using C = ClassCategory;
  ClassMask mask = 0;
  for (const C c : {C::kComment, C::kRelated, C::kPopular, C::kShare, C::kNav, C::kSidebar, C::kFooter, C::kAd,
                    C::kNewsletter, C::kCookie, C::kByline, C::kTag, C::kModal, C::kSearch, C::kButton}) {
    mask |= MaskOf(c);
  }
  return mask;
}

}  // namespace polygist::ingest
