// Topics of a summarization benchmark as articles, normalized as the ingest service does.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ingest_service/identify/language.h"
#include "summary_service/summary/source_article.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

class TopicReader {
 public:
  TopicReader() : models_(ingest::LanguageModels::Load()) {}
  // The "articles" of a topic: {"id", "title"?, "text", "lang"?}, in the topic's "lang" unless they say theirs.
  std::vector<SourceArticle> ArticlesOf(const nlohmann::json& topic) const;
  // An article of one text; `language` is authoritative.
  SourceArticle ArticleOf(const std::string& text, const std::string& language, const std::string& title = "") const;

 private:
  const ingest::LanguageModels models_;
};

// One summary within the topic's "budget" {"words" | "sentences" | "characters": n}: merged when the topic's "lang" is
// "mul".
SummaryOptions OptionsOf(const nlohmann::json& topic);

// The sentences as they are shown.
std::vector<std::string> LinesOf(const Summary& summary, const std::vector<SourceArticle>& articles);

}  // namespace polygist::summary
