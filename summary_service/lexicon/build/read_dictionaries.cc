#include "summary_service/lexicon/build/read_dictionaries.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "common/text/utf8.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary::lexicon_build {
namespace {

// Japanese words read as Chinese ones: mostly right for Han compounds, not always.
constexpr double kSharedCharacters = 0.6;
// Single characters say little about the words they stand in.
constexpr double kCharacter = 0.5;
// Meanings beyond these are rare ones.
constexpr size_t kMostGlosses = 24;

std::vector<std::string_view> Split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// The number that DICT writes in base 64.
uint64_t Base64(std::string_view digits) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  uint64_t number = 0;
  for (const char digit : digits) {
    const size_t value = kAlphabet.find(digit);
    if (value == std::string_view::npos) return UINT64_MAX;
    number = number * 64 + value;
  }
  return number;
}

// Calls `use(headword, entry)` for every entry of a DICT database.
template <typename Use>
void ForEachEntry(std::string_view index, std::string_view entries, const Use& use) {
  for (const std::string_view line : Split(index, "\n")) {
    const std::vector<std::string_view> fields = Split(line, "\t");
    if (fields.size() < 3 || fields[0].starts_with("00-database") || fields[0].starts_with("00database")) continue;
    const uint64_t offset = Base64(fields[1]), size = Base64(fields[2]);
    if (offset >= entries.size()) continue;
    const std::string_view entry = entries.substr(offset, size);
    if (text::IsValidUtf8(entry) && text::IsValidUtf8(fields[0])) use(fields[0], entry);
  }
}

// `text` without what stands in brackets of any kind.
std::string WithoutBrackets(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[' || c == '{' || c == '<') ++depth;
    if (depth == 0) kept += c;
    if ((c == ')' || c == ']' || c == '}' || c == '>') && depth > 0) --depth;
  }
  return kept;
}

// "1. " and "2) " in front of a sense.
std::string_view WithoutNumbering(std::string_view line) {
  line = text::TrimWhiteSpace(line);
  const size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')'))
    line.remove_prefix(digits + 1);
  return text::TrimWhiteSpace(line);
}

bool IsRemark(std::string_view line) {
  return line.find('"') != std::string_view::npos || line.find(": ") != std::string_view::npos || line.ends_with(':');
}

// The headword as the entry writes it: the index of some databases is folded.
std::string HeadOf(std::string_view first_line, std::string_view indexed) {
  std::string head = WithoutBrackets(first_line);
  head.resize(std::min(head.find('/'), head.size()));
  const std::string_view trimmed = text::TrimWhiteSpace(head);
  return std::string(trimmed.empty() ? indexed : trimmed);
}

// The words behind the last label ("_n." or "_мор.").
std::string_view WithoutLabels(std::string_view piece) {
  const size_t label = piece.rfind('_');
  if (label == std::string_view::npos) return piece;
  const size_t end = piece.find(' ', label);
  return end == std::string_view::npos ? std::string_view() : piece.substr(end);
}

bool IsOfScript(std::string_view word, UScriptCode script) {
  bool any = false;
  for (size_t offset = 0; offset < word.size();) {
    const auto c = static_cast<UChar32>(text::NextCodePoint(word, &offset));
    if (!u_isalpha(c)) continue;
    UErrorCode error = U_ZERO_ERROR;
    if (uscript_getScript(c, &error) != script) return false;
    any = true;
  }
  return any;
}

}  // namespace

void ReadDictd(std::string_view index, std::string_view entries, const std::string& language, const std::string& target,
               WordPairs* pairs) {
  ForEachEntry(index, entries, [&](std::string_view indexed, std::string_view entry) {
    const std::vector<std::string_view> lines = Split(entry, "\n");
    if (lines.size() < 2) return;
    const std::string head = HeadOf(lines[0], indexed);
    size_t glosses = 0;
    for (size_t i = 1; i < lines.size() && glosses < kMostGlosses; ++i) {
      const std::string_view line = WithoutNumbering(lines[i]);
      if (IsRemark(line)) continue;
      const std::string bare = WithoutBrackets(line);
      for (const std::string_view gloss : Split(bare, ",;|")) {
        pairs->AddGloss(language, head, target, gloss);
        ++glosses;
      }
    }
  });
}

void ReadMueller(std::string_view index, std::string_view entries, WordPairs* pairs) {
  ForEachEntry(index, entries, [&](std::string_view head, std::string_view entry) {
    const std::string bare = WithoutBrackets(entry);
    size_t glosses = 0;
    for (const std::string_view written : Split(bare, ",;:\n0123456789")) {
      const std::string_view piece = WithoutLabels(written);
      if (!IsOfScript(piece, USCRIPT_CYRILLIC)) continue;
      if (++glosses > kMostGlosses) return;
      pairs->AddGloss("en", head, "ru", piece);
    }
  });
}

void ReadDing(std::string_view text, WordPairs* pairs) {
  for (const std::string_view line : Split(text, "\n")) {
    const size_t middle = line.find(" :: ");
    if (line.starts_with('#') || middle == std::string_view::npos) continue;
    const std::string german = WithoutBrackets(line.substr(0, middle));
    const std::string english = WithoutBrackets(line.substr(middle + 4));
    const std::vector<std::string_view> from = Split(german, "|"), to = Split(english, "|");
    for (size_t i = 0; i < from.size() && i < to.size(); ++i) {
      for (const std::string_view head : Split(from[i], ";,/")) {
        for (const std::string_view gloss : Split(to[i], ";,/")) pairs->AddGloss("de", head, "en", gloss);
      }
    }
  }
}

void ReadEdict(std::string_view text, WordPairs* pairs) {
  for (const std::string_view line : Split(text, "\n")) {
    const size_t body = line.find('/');
    if (body == std::string_view::npos) continue;
    const std::string_view heads = line.substr(0, body);
    const std::string_view head = text::TrimWhiteSpace(heads.substr(0, heads.find_first_of(" [;(")));
    const std::string bare = WithoutBrackets(line.substr(body));
    size_t glosses = 0;
    for (const std::string_view gloss : Split(bare, "/;,")) {
      if (++glosses > kMostGlosses) break;
      pairs->AddGloss("ja", head, "en", gloss);
      if (IsOfScript(head, USCRIPT_HAN)) pairs->AddGloss("zh", StemOf(head, "zh"), "en", gloss, kSharedCharacters);
    }
  }
}

void ReadUnihan(std::string_view text, WordPairs* pairs) {
  for (const std::string_view line : Split(text, "\n")) {
    const std::vector<std::string_view> fields = Split(line, "\t");
    if (fields.size() != 3 || fields[1] != "kDefinition" || !fields[0].starts_with("U+")) continue;
    const auto code = static_cast<UChar32>(std::strtoul(std::string(fields[0].substr(2)).c_str(), nullptr, 16));
    std::string character;
    icu::UnicodeString(code).toUTF8String(character);
    const std::string bare = WithoutBrackets(fields[2]);
    size_t glosses = 0;
    for (const std::string_view gloss : Split(bare, ";,")) {
      if (++glosses > 6) break;
      for (const char* language : {"zh", "ja"}) pairs->AddGloss(language, character, "en", gloss, kCharacter);
    }
  }
}

}  // namespace polygist::summary::lexicon_build
