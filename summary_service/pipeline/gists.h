// What a reader who does not have a sentence's language can take from it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "summary_service/merging/matched_story.h"
#include "summary_service/merging/story_names.h"
#include "summary_service/summary/source_article.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// Thread-safe.
class GistWriter {
 public:
  // The articles of `story` must outlive it. `language`: BCP 47, whose forms of numbers, dates and countries are used.
  // Of how terms match only what gists need is kept: the rest is larger than the story.
  GistWriter(MatchedStory story, std::string language);

  GistWriter(const GistWriter&) = delete;
  GistWriter& operator=(const GistWriter&) = delete;

  // Names, numbers, amounts, dates, countries and languages in reading order, each once. Names stand as written, or
  // as an article in the reader's language writes them when their own script is another.
  Gist Write(SentenceRef ref) const;

 private:
  void FindOtherScripts(const TermMatches& matches);
  std::vector<GistItem> ItemsOf(int sentence) const;
  std::string Written(int sentence, const NameMention& name) const;
  const StorySentence& InStory(int sentence) const { return story_.sentences[static_cast<size_t>(sentence)]; }

  std::span<const SourceArticle> articles_;
  const Story story_;
  const std::string language_;
  const StoryNames names_;
  // By term: the name in the reader's language and another script that matches it best.
  std::map<int, TermMatch> in_other_script_;
};

}  // namespace polygist::summary
