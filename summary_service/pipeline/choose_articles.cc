#include "summary_service/pipeline/choose_articles.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace polygist::summary {
namespace {

// Whether `tag` is `wanted` or a kind of it: "pt" takes "pt-BR".
bool Takes(std::string_view wanted, std::string_view tag) {
  return tag.starts_with(wanted) && (tag.size() == wanted.size() || tag[wanted.size()] == '-');
}

bool IsWanted(const SourceArticle& article, const SummaryOptions& options) {
  const bool source = options.sources.empty() || std::find(options.sources.begin(), options.sources.end(),
                                                           article.source) != options.sources.end();
  const bool language =
      options.languages.empty() || std::any_of(options.languages.begin(), options.languages.end(),
                                               [&](const std::string& tag) { return Takes(tag, article.language); });
  return source && language;
}

bool IsKnown(int index, const SourceArticle& article, const SummaryOptions& options) {
  if (std::find(options.already_read.begin(), options.already_read.end(), index) != options.already_read.end()) {
    return true;
  }
  return options.since && article.publish_time && *article.publish_time < *options.since;
}

}  // namespace

std::vector<ArticleGroup> ChooseArticles(std::span<const SourceArticle> articles, const SummaryOptions& options) {
  std::map<std::string, ArticleGroup> by_language;
  std::set<std::string> wanted_languages;
  ArticleGroup all{.language = kMergedLanguage, .fresh = {}, .known = {}};
  for (int i = 0; i < static_cast<int>(articles.size()); ++i) {
    const bool known = IsKnown(i, articles[i], options);
    const bool wanted = IsWanted(articles[i], options);
    if (!known && !wanted) continue;
    ArticleGroup& group = by_language[articles[i].language];
    group.language = articles[i].language;
    if (wanted) wanted_languages.insert(group.language);
    (known ? group.known : group.fresh).push_back(i);
    (known ? all.known : all.fresh).push_back(i);
  }
  std::erase_if(by_language, [&](const auto& group) { return !wanted_languages.contains(group.first); });
  std::vector<ArticleGroup> groups;
  for (auto& [language, group] : by_language) {
    if (options.per_language) groups.push_back(std::move(group));
  }
  if (options.merged && !by_language.empty()) groups.push_back(std::move(all));
  return groups;
}

}  // namespace polygist::summary
