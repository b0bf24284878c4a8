// Articles for tests: one sentence per string.
#pragma once

#include <string>
#include <vector>

#include "summary_service/summary/source_article.h"

namespace polygist::summary {

inline SourceArticle ArticleOf(const std::string& name, const std::string& language,
                               const std::vector<std::string>& sentences) {
  SourceArticle article;
  article.name = name;
  article.language = language;
  for (const std::string& sentence : sentences) {
    const auto begin = static_cast<int64_t>(article.text.size());
    article.text += sentence;
    const ByteSpan span{begin, static_cast<int64_t>(article.text.size())};
    article.sentences.push_back({span, {}, static_cast<int>(article.blocks.size())});
    article.blocks.push_back({BlockKind::kParagraph, span});
    article.text += "\n";
  }
  return article;
}

}  // namespace polygist::summary
