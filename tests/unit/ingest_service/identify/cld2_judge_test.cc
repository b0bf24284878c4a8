#include "ingest_service/identify/cld2_judge.h"

#include <gtest/gtest.h>

#include "ingest_service/identify/evidence.h"

namespace polygist::ingest {
namespace {

std::string BestTag(std::string_view text) {
  const Cld2Verdict verdict = AskCld2(CollectEvidence(text).words);
  return verdict.candidates.empty() ? "" : verdict.candidates.front().tag;
}

TEST(AskCld2Test, SpeaksTodaysTags) {
  EXPECT_EQ(BestTag("הממשלה החליטה אתמול להעלות את שכר המינימום במשק"), "he");
  EXPECT_EQ(BestTag("Regjeringen besluttet i går å øke minstelønnen for alle ansatte"), "nb");
}

// The small tables, which replace the full ones when the libraries are linked in the wrong order, do not
// know Igbo.
TEST(AskCld2Test, HasTheFullTables) {
  EXPECT_EQ(BestTag("Gọọmentị kpebiri ụnyaahụ ịbawanye ụgwọ ọnwa ndị ọrụ niile nọ n'ala anyị"), "ig");
}

TEST(AskCld2Test, NothingForNothing) { EXPECT_TRUE(AskCld2("").candidates.empty()); }

}  // namespace
}  // namespace polygist::ingest
