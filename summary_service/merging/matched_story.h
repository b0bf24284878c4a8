// The articles of a request, read and matched once: links, comparison, names and gists are all taken from it.
#pragma once

#include <span>
#include <vector>

#include "summary_service/lexicon/lexicon.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/term_matches.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

struct MatchedStory {
  std::span<const SourceArticle> articles;
  Story story;          // ReadStory of the articles, without the concepts of its terms.
  TermMatches matches;  // MatchTerms of the story.
};

// `articles` must outlive the result. `lexicon` may be null; `with_headings` as ReadStory's. Pure and deterministic.
MatchedStory MatchStory(std::span<const SourceArticle> articles, const Lexicon* lexicon, bool with_headings = false);

}  // namespace polygist::summary
