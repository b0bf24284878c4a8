// The title of an article as one of its sentences.
#pragma once

#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// Makes the title the last sentence of the article, in a block kTitle behind its text, where it can be compared like
// any other; all other spans stay. Does nothing without a title.
void AppendTitle(SourceArticle* article);

}  // namespace polygist::summary
