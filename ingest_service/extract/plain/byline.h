// Who wrote a plain text, and when: read out of the lines around its beginning, which then go.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "ingest_service/article/article.h"
#include "ingest_service/extract/plain/pieces.h"

namespace polygist::ingest {

// Dismisses lines before the first paragraph, or right after it, that hold an author or nothing but a date
// ("plain.byline", "plain.date-line"). An author is told by the word that stands before it in some language
// (extract/author.h) and by the form of names. Returns whether there were any.
bool TakeBylines(std::vector<Piece>& pieces);

// Takes the dateline ("JAKARTA, KOMPAS.com \u2013", "PARIS, 26 nov. (AFP) -": capitals or a site before a dash)
// and the title (folded, FoldLine; empty when unknown) off the beginning of the first paragraph ("plain.dateline",
// "plain.repeated-title"), unless `options` disable it. Returns whether there was either.
bool CutOpening(const std::string& title, const NormalizeOptions& options, std::vector<Piece>& pieces);

struct WrittenDate {
  absl::Time time;  // Without a stated zone: local time taken for UTC; without a time of day: midnight.
  int confidence_percent = 0;
};

// The publication date, from short lines around the first paragraph (confidence 75), its dateline (65), or a date in
// brackets in the first paragraphs (50: "Selasa (26/11/2024)"); less where zone, time of day or the order of day and
// month are not told, as for HTML. `language`: base subtag, may be empty.
std::optional<WrittenDate> FindWrittenDate(const std::vector<Piece>& pieces, std::string_view language);

}  // namespace polygist::ingest
