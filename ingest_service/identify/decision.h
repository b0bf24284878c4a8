// One answer from two judges, and how sure it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/identify/cld2_judge.h"
#include "ingest_service/identify/evidence.h"
#include "ingest_service/identify/language_table.h"
#include "ingest_service/identify/second_judge.h"

namespace polygist::ingest {

struct Opinions {
  int letters = 0;                 // Evidence::letters.
  Cld2Verdict cld2;                // Candidates that the script allows.
  std::vector<JudgeScore> second;  // Empty when the second judge knows no language of the script.
  std::string declared;            // Base language the page states; empty when it states none.
};

// What more of the same text says when near relatives lead: their circle reads `evidence`, and what else was said
// of the part read `before` stands.
Opinions AskRelatives(const Opinions& before, const Evidence& evidence, const SecondJudge& second);

// What the judges say of `evidence`, without languages that are not written in its script. `second` may be
// null.
Opinions Ask(const Evidence& evidence, std::string_view declared, const LanguageTable& table,
             const SecondJudge* second);

struct Decision {
  std::string tag;  // Empty when nobody has an opinion.
  // How far the answer leads the next one, in nats. Calibrated by ConfidencePermille.
  double lead = 0;
  // The same over the best that is no near relative of the answer; 0 when no circle told the answer.
  double lead_over_others = 0;
};

// The language with the highest score = (second judge's log-odds against its best) + weight * (CLD2's score,
// by the share of the text it gives the language) + a bonus when declared. Equals: the lower tag.
Decision Decide(const Opinions& opinions);

// How often, in a thousand, a decision with this lead is right (README.md in training/ shows the curve).
int ConfidencePermille(double lead);

}  // namespace polygist::ingest
