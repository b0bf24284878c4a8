// Builds SourceArticles for tests.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// An article of one paragraph per sentence.
inline SourceArticle ArticleOf(std::string_view language, std::span<const std::string_view> sentences) {
  SourceArticle article;
  article.language = language;
  for (const std::string_view sentence : sentences) {
    if (!article.text.empty()) article.text += "\n\n";
    const int64_t begin = static_cast<int64_t>(article.text.size());
    article.text += sentence;
    const ByteSpan span{begin, static_cast<int64_t>(article.text.size())};
    article.blocks.push_back({BlockKind::kParagraph, span});
    article.sentences.push_back({span, span, static_cast<int>(article.blocks.size()) - 1});
  }
  return article;
}
inline SourceArticle ArticleOf(std::string_view language, std::initializer_list<std::string_view> sentences) {
  return ArticleOf(language, std::span(sentences.begin(), sentences.size()));
}

}  // namespace polygist::summary
