// A question found in sentences of any language.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "summary_service/lexicon/lexicon.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// By sentence, numbered through all articles in order, in [0, 1]: how much of the question it holds. A
// sentence s scores  sum over words q of the question of w(q) · m(q, s) / sum of w(q),  m the strongest match
// (term_matches.h) of q with a word of s, divided by the root of the number of renderings that q has in
// the language of s, w(q) = ln(1 + N / (.5 + sum over the N sentences of m(q, s))): what
// most sentences hold asks for nothing. Empty when no sentence holds anything of it.
//
// The question is read as the languages that its reader has (`reading_languages`, BCP 47), or, when that is
// not said, as those in which the lexicon knows most of its words. Without a lexicon (null) names, numbers,
// dates and cognates are found. Headings are left out. Pure and deterministic.
std::vector<double> MatchQuery(std::span<const SourceArticle> articles, const Lexicon* lexicon, std::string_view query,
                               std::span<const std::string> reading_languages);

}  // namespace polygist::summary
