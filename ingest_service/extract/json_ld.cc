#include "ingest_service/extract/json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace polygist::ingest {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxScriptBytes = size_t{4} << 20;
constexpr size_t kMaxObjects = 20'000;

// The JSON inside a script: without comment and CDATA wrappers, raw line ends in strings made spaces.
std::string CleanScript(std::string_view script) {
  const size_t wrapper = script.find("<![CDATA[");
  if (wrapper != std::string_view::npos) script = script.substr(wrapper + 9, script.rfind("]]>") - wrapper - 9);
  const size_t begin = script.find_first_of("{[");
  if (begin == std::string_view::npos) return "";
  const size_t end = script.rfind(script[begin] == '{' ? '}' : ']');
  if (end == std::string_view::npos || end < begin) return "";
  std::string json(script.substr(begin, end - begin + 1));
  for (char& c : json) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return json;
}

// Strings in JSON-LD often hold character references or whole markup.
std::string PlainText(const std::string& text) {
  if (text.find_first_of("<&") != std::string::npos) {
    const HtmlDocument document = ParseHtml(text);
    return document.TextOf(0);
  }
  std::string folded;
  AppendFolded(text, &folded);
  while (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

std::string StringOf(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  if (found->is_array() && !found->empty() && found->front().is_string()) return found->front().get<std::string>();
  return "";
}

// PlainText of each line that has any.
std::string PlainLines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::string plain = PlainText(std::string(line));
    if (plain.empty()) continue;
    if (!lines.empty()) lines.push_back('\n');
    lines += plain;
  }
  return lines;
}

// "Ann", {"name": "Ann"}, or a list of either.
std::string NamesOf(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  const Json list = found->is_array() ? *found : Json::array({*found});
  std::string names;
  for (const Json& item : list) {
    const std::string name = item.is_string()   ? item.get<std::string>()
                             : item.is_object() ? StringOf(item, "name")
                                                : "";
    if (name.empty() || name.starts_with("http")) continue;
    if (!names.empty()) names += ", ";
    names += PlainText(name);
  }
  return names;
}

bool HasType(const Json& object, std::string_view ending) {
  const auto found = object.find("@type");
  if (found == object.end()) return false;
  const Json list = found->is_array() ? *found : Json::array({*found});
  return std::any_of(list.begin(), list.end(), [&](const Json& type) {
    return type.is_string() && std::string_view(type.get_ref<const std::string&>()).ends_with(ending);
  });
}

bool IsArticle(const Json& object) {
  return HasType(object, "Article") || HasType(object, "Posting") || HasType(object, "Report") ||
         HasType(object, "Recipe") || HasType(object, "Review") || object.contains("articleBody");
}

void ReadArticle(const Json& object, JsonLdArticle* article) {
  std::string body = PlainLines(StringOf(object, "articleBody"));
  if (article->found && body.size() <= article->body.size()) return;
  article->found = true;
  article->body = std::move(body);
  article->headline = PlainText(StringOf(object, "headline"));
  if (article->headline.empty()) article->headline = PlainText(StringOf(object, "name"));
  article->description = PlainText(StringOf(object, "description"));
  article->author = NamesOf(object, "author");
  article->publisher = NamesOf(object, "publisher");
  article->url = StringOf(object, "url");
  article->language = StringOf(object, "inLanguage");
  article->date_published = StringOf(object, "datePublished");
  article->date_created = StringOf(object, "dateCreated");
}

// Visits all objects of a document, without recursion: nesting is the page's choice.
void ReadObjects(const Json& root, JsonLdArticle* article) {
  std::vector<const Json*> todo = {&root};
  for (size_t visited = 0; !todo.empty() && visited < kMaxObjects; ++visited) {
    const Json& value = *todo.back();
    todo.pop_back();
    if (value.is_object()) {
      if (IsArticle(value)) ReadArticle(value, article);
      if (HasType(value, "WebSite") && article->site_name.empty())
        article->site_name = PlainText(StringOf(value, "name"));
    }
    if (!value.is_structured()) continue;
    std::vector<const Json*> children;
    for (const Json& child : value) {
      if (child.is_structured()) children.push_back(&child);
    }
    todo.insert(todo.end(), children.rbegin(), children.rend());
  }
}

}  // namespace

JsonLdArticle ReadJsonLd(const HtmlDocument& document) {
  JsonLdArticle article;
  for (int32_t i = 0; i < document.size(); ++i) {
    if (document.node(i).tag != Tag::kScript) continue;
    if (document.Attribute(i, "type").find("ld+json") == std::string_view::npos) continue;
    std::string script;
    for (int32_t t = i + 1; t < document.node(i).subtree_end; ++t) script += document.node(t).text;
    if (script.size() > kMaxScriptBytes) continue;
    const Json json = Json::parse(CleanScript(script), nullptr, /*allow_exceptions=*/false, /*ignore_comments=*/true);
    if (!json.is_discarded()) ReadObjects(json, &article);
  }
  return article;
}

}  // namespace polygist::ingest
