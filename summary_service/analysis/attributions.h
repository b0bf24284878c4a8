// Sentences that lost their speaker: what they say is attributed to somebody who was named before.
#pragma once

#include <string_view>

namespace polygist::summary {

// Whether `sentence` attributes what it says by a pronoun, or by a verb without a subject at its end, by the lists of
// its language (data/attributions.tsv); false for languages without one. What stands before the attribution must be all
// of the statement: a quotation that opens the sentence, or words without quotation marks; words around a quotation may
// name the speaker. Requires valid UTF-8. Thread-safe.
bool LacksSpeaker(std::string_view sentence, std::string_view base_language);

// Whether there are lists for the language.
bool HasAttributions(std::string_view base_language);

}  // namespace polygist::summary
