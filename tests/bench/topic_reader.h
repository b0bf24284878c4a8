// Topics of a summarization benchmark as articles, cut simply: lines are blocks, sentences are ICU's, joined
// before a lower-case letter and after initials. The real pipeline cuts better; figures differ a little.
#pragma once

#include <unicode/brkiter.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "summary_service/summary/source_article.h"

namespace polygist::summary {

class TopicReader {
 public:
  TopicReader();
  // The "articles" of a topic: {"id", "title"?, "text", "lang"?}, in the topic's "lang" unless they say theirs.
  std::vector<SourceArticle> ArticlesOf(const nlohmann::json& topic) const;
  // An article of one text.
  SourceArticle ArticleOf(std::string text, std::string language) const;

 private:
  void AddBlock(ByteSpan line, SourceArticle& article) const;

  std::unique_ptr<icu::BreakIterator> iterator_;
};

}  // namespace polygist::summary
