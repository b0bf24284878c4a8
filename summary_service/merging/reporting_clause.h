// Who speaks, from the words beside a quotation.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "common/base/byte_span.h"
#include "summary_service/merging/reporting_words.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/story_names.h"

namespace polygist::summary {

// A stretch of one sentence beside a quotation.
struct Clause {
  int sentence = 0;      // Index into Story::sentences.
  ByteSpan span;         // UTF-8 bytes of the article's text.
  bool after = false;    // It follows the quotation.
  bool set_off = false;  // By a comma or dash, from a quotation that begins the sentence.
};

struct Reporting {
  bool reports = false;             // The clause tells that somebody speaks.
  std::optional<ByteSpan> speaker;  // Their name. Absent when the clause has none or a pronoun.
  bool verb_alone = false;          // Hardly more than the verb: the subject stands before the quotation, if anywhere.
};

// `text` is the article's, `language` its base subtag, `names` StoryNames::In of the clause's sentence. Linear in the
// clause.
Reporting ReadReporting(std::string_view text, std::string_view language, const Story& story,
                        std::span<const NameMention> names, const Clause& clause);

// The subject in front of a quotation whose verb stands behind it ("Ali Demir, "..." dedi"): the name right before the
// quotation, or the words before the mark of the speaker.
std::optional<ByteSpan> ReadSubject(std::string_view text, std::string_view language, const Story& story,
                                    std::span<const NameMention> names, const Clause& clause);

}  // namespace polygist::summary
