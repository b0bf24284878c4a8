// Under which name a speaker is compared with those of other articles.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "summary_service/merging/reporting_words.h"

namespace polygist::summary {

// Latin forms of the words of a name, lower case.
using NameWords = std::vector<std::string>;

// Without titles in front ("Minister Ana Ruiz": "ana", "ruiz").
NameWords NameWordsOf(std::string_view name, const ReportingWords& reporting);

// The one longer name among `known` that holds all words of `name`, joined by spaces; `name` itself when there is none
// or there are several.
std::string SpeakerKey(const NameWords& name, std::span<const NameWords> known);

}  // namespace polygist::summary
