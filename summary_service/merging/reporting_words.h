// Words that tell who speaks (data/reporting_words.tsv).
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace polygist::summary {

// Folded words of one language.
struct ReportingWords {
  using Words = std::set<std::string, std::less<>>;
  Words say;     // Verbs of saying.
  Words source;  // Before the speaker: "according to".
  Words to;      // Before whom one speaks to, and before where one speaks or comes from.
  Words other;   // A speaker who is named elsewhere: "he".
  Words title;   // Before a name and no part of it.
  Words marks;   // Behind the speaker.
  Words inside;  // Between the parts of a name: "van der".
  Words suffix;  // Behind the speaker, at the end of the word.
  Words honour;  // Behind a name and no part of it: "san".
  Words of;      // Between what tells of somebody and the name.
  Words behind;  // Behind a quotation: opens what follows.
};

// Of a base language subtag; empty for unknown languages. Thread-safe.
const ReportingWords& ReportingWordsOf(std::string_view language);

}  // namespace polygist::summary
