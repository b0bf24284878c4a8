// How often the encoding of texts is found out: every text in every encoding of its language, whole
// and 500 bytes.
//
//   decode_accuracy TEXTS.tsv [--wrong] [--at-least WHOLE HEAD]
//
// With --at-least, fails when fewer percent are right of whole texts or of their first 500 bytes.
//
// TEXTS.tsv holds "language<TAB>text" lines (ISO 639-3 or BCP 47 base, ":n" ignored). A text counts
// in an encoding when the encoding is in use for its language (decode/data/charsets.tsv), can write
// all of it but for typographic signs, which are then replaced by plain ones, and at least three
// characters are beyond ASCII. Right means that the decoded text is equal to the text that was
// encoded.
#include <unicode/locid.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <string>

#include "common/text/normal_form.h"
#include "common/text/utf8.h"
#include "ingest_service/decode/charset.h"
#include "ingest_service/decode/charset_table.h"
#include "ingest_service/decode/convert.h"

namespace polygist::ingest {
namespace {

struct Tally {
  int right = 0;
  int all = 0;
};

// CLD2's codes, which the table uses, for a few that differ.
std::string CodeOf(std::string language) {
  static const std::map<std::string, std::string> kCodes = {
      {"heb", "iw"}, {"he", "iw"},       {"nob", "no"}, {"nno", "nn"},      {"ind", "id"},          {"zho", "zh"},
      {"cmn", "zh"}, {"zht", "zh-Hant"}, {"fil", "tl"}, {"cmn_hans", "zh"}, {"cmn_hant", "zh-Hant"}};
  const auto found = kCodes.find(language);
  if (found != kCodes.end()) return found->second;
  return icu::Locale(language.c_str()).getLanguage();
}

// Signs that old encodings lack, as people typed them.
std::string Plain(const std::string& text) {
  static const std::map<char32_t, std::string> kPlain = {
      {0x2018, "'"},   {0x2019, "'"}, {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""}, {0x2013, "-"}, {0x2014, "-"},
      {0x2026, "..."}, {0xA0, " "},   {0xAB, "\""},   {0xBB, "\""},   {0x2022, "*"},  {0x200B, ""},  {0x2212, "-"},
      {0x20AC, "EUR"}, {0x2009, " "}, {0x202F, " "},  {0xB0, ""},     {0x200E, ""},   {0x200F, ""},  {0x2032, "'"}};
  std::string plain;
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    const auto found = kPlain.find(text::NextCodePoint(text, &offset));
    plain += found == kPlain.end() ? text.substr(begin, offset - begin) : found->second;
  }
  return plain;
}

// As Encode, for encodings that ICU lacks: by what each byte is decoded to.
std::string EncodeByTable(const std::string& text, const Charset& charset) {
  std::map<std::string, char> byte_of;
  for (int i = 255; i >= 0; --i) {
    const char byte = static_cast<char>(i);
    byte_of[std::string(Convert({&byte, 1}, charset).text.text())] = byte;
  }
  std::string bytes;
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    text::NextCodePoint(text, &offset);
    const auto found = byte_of.find(text.substr(begin, offset - begin));
    if (found == byte_of.end()) return "";
    bytes += found->second;
  }
  return bytes;
}

// The bytes of `text`; empty when the encoding cannot write it.
std::string Encode(const std::string& text, const Charset& charset) {
  if (charset.converter.starts_with("x:")) return EncodeByTable(text, charset);
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(std::string(charset.converter).c_str(), &error);
  if (U_FAILURE(error)) return "";
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  ucnv_setFallback(converter, false);
  const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
  std::string bytes(static_cast<size_t>(utf16.length()) * 4 + 16, '\0');
  const int32_t size = ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()), utf16.getBuffer(),
                                       utf16.length(), &error);
  ucnv_close(converter);
  if (U_FAILURE(error)) return "";
  bytes.resize(static_cast<size_t>(size));
  return bytes;
}

int BeyondAscii(std::string_view bytes) {
  return static_cast<int>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return c & 0x80; }));
}

// The first `limit` bytes of `text` in `charset`, cut at a character.
std::string Head(const std::string& text, const Charset& charset, size_t limit) {
  std::string head = text.substr(0, limit);
  head.resize(text::ValidUtf8Prefix(head));
  while (!head.empty() && Encode(head, charset).size() > limit) {
    size_t end = head.size();
    text::PreviousCodePoint(head, &end);
    head.resize(end);
  }
  return head;
}

class Accuracy {
 public:
  explicit Accuracy(bool show_wrong) : show_wrong_(show_wrong) {}

  void Measure(const std::string& language, const std::string& text) {
    for (const Charset& charset : Charsets()) {
      const auto& languages = charset.languages;
      if (std::find(languages.begin(), languages.end(), language) == languages.end()) continue;
      for (const std::string& form : {text, Plain(text)}) {
        if (Encode(form, charset).empty()) continue;
        Count(language, charset, "whole", form);
        Count(language, charset, "500", Head(form, charset, 500));
        break;
      }
    }
  }

  double PercentRight(const std::string& length) const {
    const auto found = tallies_.find(length);
    return found == tallies_.end() ? 0.0 : 100.0 * found->second.right / found->second.all;
  }

  void Print() const {
    for (const auto& [key, tally] : tallies_) {
      if (tally.right < tally.all || key.size() < 8) {
        std::printf("%-40s %5d / %5d  %.2f %%\n", key.c_str(), tally.right, tally.all, 100.0 * tally.right / tally.all);
      }
    }
  }

 private:
  void Count(const std::string& language, const Charset& charset, const std::string& length, const std::string& text) {
    const std::string bytes = Encode(text, charset);
    if (BeyondAscii(bytes) < 3) return;
    const DecodedText decoded = DecodeBytes(bytes, "", "text/plain");
    const bool right = decoded.text.text() == text;
    for (const std::string& key :
         {length, length + " charset " + std::string(charset.name), length + " language " + language}) {
      ++tallies_[key].all;
      tallies_[key].right += right;
    }
    if (!right && show_wrong_) {
      std::printf("%s %s %s -> %s\n", length.c_str(), language.c_str(), std::string(charset.name).c_str(),
                  decoded.charset.c_str());
    }
  }

  bool show_wrong_;
  std::map<std::string, Tally> tallies_;
};

}  // namespace
}  // namespace polygist::ingest

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: decode_accuracy TEXTS.tsv [--wrong] [--at-least WHOLE HEAD]\n");
    return 2;
  }
  bool show_wrong = false;
  double least_whole = 0.0;
  double least_head = 0.0;
  for (int i = 2; i < argc; ++i) {
    if (std::strcmp(argv[i], "--wrong") == 0) show_wrong = true;
    if (std::strcmp(argv[i], "--at-least") == 0 && i + 2 < argc) {
      least_whole = std::atof(argv[i + 1]);
      least_head = std::atof(argv[i + 2]);
    }
  }
  std::ifstream file(argv[1]);
  polygist::ingest::Accuracy accuracy(show_wrong);
  for (std::string line; std::getline(file, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string language = line.substr(0, std::min(line.find(':'), tab));
    accuracy.Measure(polygist::ingest::CodeOf(language), polygist::text::ToNfc(line.substr(tab + 1)).text());
  }
  accuracy.Print();
  const bool enough = accuracy.PercentRight("whole") >= least_whole && accuracy.PercentRight("500") >= least_head;
  return enough ? 0 : 1;
}
