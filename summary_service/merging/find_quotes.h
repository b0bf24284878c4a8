// Direct speech in the articles of a story, with who speaks.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/base/byte_span.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/story_names.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

struct Quote {
  int article = 0;
  ByteSpan span;               // UTF-8 bytes of the article's text: the words between the marks.
  std::vector<int> sentences;  // That hold it: indices into Story::sentences, ascending.
  std::string speaker;         // As written beside the quote; empty when the text does not tell.
  ByteSpan speaker_span;       // UTF-8 bytes of the article's text.
  // The name without titles in Latin letters, lower case, the fullest form that the article has of it.
  std::string speaker_key;
  int strength_permille = 0;  // In a group: mean strength of its links to the quotes of other articles.
};

// By article, then place. A quotation is direct speech when a clause of reporting stands beside it or between dashes
// inside it ("said X", "X: ..."), when a comma or dash sets the rest of the sentence off and that names somebody or is
// short ("...," thundered X), or when it is long enough to be more than a title or a phrase set apart. A paragraph that
// begins with a dash is speech up to a clause that begins with a verb of saying. The speaker is the name nearest to the
// verb; a pronoun there leaves the speaker open rather than guessed. Headings are left out. Pure and deterministic.
std::vector<Quote> FindQuotes(std::span<const SourceArticle> articles, const Story& story, const StoryNames& names);

}  // namespace polygist::summary
