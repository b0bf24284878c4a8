#include "ingest_service/decode/charset_table.h"

#include <algorithm>
#include <string>

#include "decode_data.h"

namespace polygist::ingest {
namespace {

constexpr size_t kMetaWindow = 4096;  // The standard says 1024; pages that start with long comments exist.

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<Charset> ParseTable(std::string_view tsv) {
  std::vector<Charset> charsets;
  for (const std::string_view line : Split(tsv, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> fields = Split(line, '\t');
    if (fields.size() != 4) continue;
    Charset charset{fields[0], fields[1], {}, Split(fields[3], ' ')};
    if (fields[2] != "-") charset.languages = Split(fields[2], ' ');
    charsets.push_back(std::move(charset));
  }
  return charsets;
}

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return lower;
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (IsSpace(text.front()) || text.front() == '"' || text.front() == '\'')) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (IsSpace(text.back()) || text.back() == '"' || text.back() == '\'')) {
    text.remove_suffix(1);
  }
  return text;
}

// The value after `name` and "=" in `markup`, for instance charset="utf-8". Empty when absent.
std::string_view ValueOf(std::string_view markup, std::string_view lower, std::string_view name) {
  for (size_t at = lower.find(name); at != std::string_view::npos; at = lower.find(name, at + 1)) {
    size_t begin = at + name.size();
    while (begin < lower.size() && IsSpace(lower[begin])) ++begin;
    if (begin >= lower.size() || lower[begin] != '=') continue;
    ++begin;
    while (begin < lower.size() && (IsSpace(lower[begin]) || lower[begin] == '"' || lower[begin] == '\'')) {
      ++begin;
    }
    size_t end = begin;
    while (end < lower.size() && lower.find_first_of(" \t\r\n\"';/>?", end) != end) ++end;
    return markup.substr(begin, end - begin);
  }
  return {};
}

std::string_view WithoutUtf16(std::string_view label) {
  return Lower(label).starts_with("utf-16") ? std::string_view("utf-8") : label;
}

}  // namespace

const std::vector<Charset>& Charsets() {
  static const auto& charsets = *new std::vector<Charset>(ParseTable(data::kCharsets));
  return charsets;
}

const Charset* FindCharset(std::string_view label) {
  const std::string wanted = Lower(Trim(label));
  if (wanted.empty()) return nullptr;
  for (const Charset& charset : Charsets()) {
    if (charset.name == wanted) return &charset;
    if (std::find(charset.labels.begin(), charset.labels.end(), wanted) != charset.labels.end()) return &charset;
  }
  return nullptr;
}

std::string_view MetaLabel(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kMetaWindow);
  const std::string lower = Lower(head);
  const std::string_view view = lower;
  if (const size_t xml = view.find("<?xml"); xml != std::string_view::npos) {
    const size_t end = std::min(view.find("?>", xml), view.size());
    const std::string_view label = ValueOf(head.substr(xml, end - xml), view.substr(xml, end - xml), "encoding");
    if (!label.empty()) return WithoutUtf16(label);
  }
  for (size_t at = view.find("<meta"); at != std::string_view::npos; at = view.find("<meta", at + 1)) {
    const size_t end = std::min(view.find('>', at), view.size());
    const std::string_view label = ValueOf(head.substr(at, end - at), view.substr(at, end - at), "charset");
    if (!label.empty()) return WithoutUtf16(label);
  }
  return {};
}

}  // namespace polygist::ingest
