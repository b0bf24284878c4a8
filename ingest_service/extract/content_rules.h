// Chooses the article's blocks by rules alone: what stands in where there is no trained judgement, and a feature
// of the classifier.
#pragma once

#include <vector>

#include "ingest_service/extract/page_structure.h"

namespace polygist::ingest {

// By block: whether it is article text.
//
// The blocks below the readability-like best element, or, when those hold less than 60 % of the running text that
// the M80 rule finds, the union of both. M80: below the deepest element with 80 % of the page's running text, with no
// furniture class and no aside, form, nav, footer, figure, button, dialog or hidden element on the path below it,
// link density < .4, being a paragraph, a heading, a list item or of weight 25.
std::vector<bool> SelectByRules(const HtmlDocument& document, const std::vector<TextBlock>& blocks,
                                const ElementContexts& contexts, const PageStructure& structure);

}  // namespace polygist::ingest
