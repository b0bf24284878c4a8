#include "summary_service/lexicon/build/read_parallel.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace polygist::summary::lexicon_build {
namespace {

// What stands between `open` and `close`, searched from `*at`, which is moved behind; empty at the
// end.
std::string_view Between(std::string_view text, std::string_view open, std::string_view close, size_t* at) {
  const size_t begin = text.find(open, *at);
  const size_t end = begin == std::string_view::npos ? begin : text.find(close, begin + open.size());
  *at = end == std::string_view::npos ? text.size() : end + close.size();
  return end == std::string_view::npos ? std::string_view()
                                       : text.substr(begin + open.size(), end - begin - open.size());
}

std::string WithoutTags(std::string_view html) {
  std::string plain;
  bool tag = false;
  for (const char c : html) {
    if (c == '<') tag = true;
    if (!tag) plain += c;
    if (c == '>' && tag) {
      tag = false;
      plain += ' ';
    }
  }
  return plain;
}

// The value of `attribute` in the inside of a tag.
std::string_view Attribute(std::string_view tag, std::string_view attribute) {
  size_t at = 0;
  return Between(tag, std::string(attribute) + "=\"", "\"", &at);
}

void AddElement(std::string_view name, std::string_view tag, std::string_view value, std::string_view zone,
                std::map<std::string, std::string>* values) {
  std::string key;
  if (name == "annotation") {
    key = Attribute(tag, "type") == "tts" ? "name:" : "keywords:";
    key += Attribute(tag, "cp");
  } else if (name == "subdivision") {
    key = "subdivision:" + std::string(Attribute(tag, "type"));
  } else {
    key = "city:" + std::string(zone);
  }
  if (text::IsValidUtf8(value)) values->try_emplace(key, value);
}

}  // namespace

std::map<std::string, std::string> ReadHelpPage(std::string_view html) {
  std::map<std::string, std::string> paragraphs;
  for (size_t at = 0; at < html.size();) {
    const std::string_view element = Between(html, "<p id=\"", "</p>", &at);
    const size_t id_end = element.find('"'), open_end = element.find('>');
    if (id_end == std::string_view::npos || open_end == std::string_view::npos) continue;
    if (element.substr(0, open_end).find("\"code\"") != std::string_view::npos) continue;
    std::string plain = WithoutTags(element.substr(open_end + 1));
    if (text::IsValidUtf8(plain)) paragraphs.try_emplace(std::string(element.substr(0, id_end)), std::move(plain));
  }
  return paragraphs;
}

std::map<std::string, std::string> ReadCldrFile(std::string_view xml) {
  std::map<std::string, std::string> values;
  std::string_view zone;
  for (size_t at = 0; at < xml.size();) {
    const std::string_view tag = Between(xml, "<", ">", &at);
    const std::string_view name = tag.substr(0, tag.find_first_of(" \t\n"));
    if (name == "zone") zone = Attribute(tag, "type");
    if (name != "annotation" && name != "subdivision" && name != "exemplarCity") continue;
    const std::string_view value = xml.substr(at, xml.find('<', at) - at);
    AddElement(name, tag, value, zone, &values);
  }
  return values;
}

}  // namespace polygist::summary::lexicon_build
