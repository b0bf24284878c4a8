#include "ingest_service/identify/decision.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(DecideTest, NoOpinionNoAnswer) { EXPECT_EQ(Decide({}).tag, ""); }

TEST(DecideTest, Cld2AloneDecidesWhereTheSecondJudgeKnowsNothing) {
  Opinions opinions;
  opinions.cld2.candidates = {{"dz", 60, 500}, {"bo", 40, 500}};
  EXPECT_EQ(Decide(opinions).tag, "dz");
  EXPECT_GT(Decide(opinions).lead, 0);
}

TEST(DecideTest, ASureSecondJudgeOutweighsAHalfHeartedCld2) {
  Opinions opinions;
  opinions.cld2.candidates = {{"en", 97, 200}};
  opinions.second = {{"ca", 0, 1}, {"en", -7, 1}};
  EXPECT_EQ(Decide(opinions).tag, "ca");
}

TEST(DecideTest, ASureCld2OutweighsAnUnsureSecondJudge) {
  Opinions opinions;
  opinions.cld2.candidates = {{"ny", 97, 900}};  // Not known to the second judge.
  opinions.second = {{"sw", 0}, {"zu", -0.5F}};
  EXPECT_EQ(Decide(opinions).tag, "ny");
}

TEST(DecideTest, AgreementLeadsMoreThanOneJudgeAlone) {
  Opinions opinions;
  opinions.second = {{"ca", 0, 1}, {"es", -2, 1}};
  const double alone = Decide(opinions).lead;
  opinions.cld2.candidates = {{"ca", 97, 600}};
  EXPECT_GT(Decide(opinions).lead, alone);
}

TEST(DecideTest, TheDeclaredLanguageDecidesBetweenNearEquals) {
  Opinions opinions;
  opinions.second = {{"bs", 0, 1}, {"hr", -1, 1}, {"sl", -8, 1}};
  opinions.declared = "hr";
  EXPECT_EQ(Decide(opinions).tag, "hr");
  opinions.declared = "sl";
  EXPECT_EQ(Decide(opinions).tag, "bs");
}

TEST(DecideTest, WordsThatNoJudgeKnowsLeadByLittle) {
  Opinions opinions;
  opinions.second = {{"br", 0, 0.2F}, {"en", -8, 0.1F}};
  EXPECT_EQ(Decide(opinions).tag, "br");
  EXPECT_LT(ConfidencePermille(Decide(opinions).lead), 500);
  opinions.second[0].familiarity = 0.9F;
  EXPECT_GT(ConfidencePermille(Decide(opinions).lead), 900);
}

TEST(DecideTest, WordsThatCld2KnowsAreFamiliar) {
  Opinions opinions;
  opinions.second = {{"fj", 0, 0.2F}, {"en", -8, 0.1F}};
  opinions.cld2.candidates = {{"fj", 98, 700}};
  EXPECT_GT(ConfidencePermille(Decide(opinions).lead), 900);
}

TEST(DecideTest, OfNearRelativesCld2SaysLessTheLongerTheText) {
  Opinions opinions;
  opinions.second = {{"bs", 0, 1, true}, {"hr", -0.5F, 1, true}, {"sl", -8, 1}};
  opinions.cld2.candidates = {{"hr", 97, 600}};
  opinions.letters = 40;
  EXPECT_EQ(Decide(opinions).tag, "hr");
  opinions.letters = 3000;
  EXPECT_EQ(Decide(opinions).tag, "bs");
  // Against others it counts in full, whichever of them it names.
  EXPECT_GT(Decide(opinions).lead, 0);
  opinions.second = {{"bs", 0, 1, true}, {"sl", -1, 1}};
  EXPECT_GT(Decide(opinions).lead, 0.9);
}

TEST(DecideTest, RelativesLeadOthersByMoreThanEachOther) {
  Opinions opinions;
  opinions.second = {{"bs", 0, 1, true}, {"hr", -1, 1, true}, {"sl", -8, 1}};
  EXPECT_DOUBLE_EQ(Decide(opinions).lead, 1);
  EXPECT_DOUBLE_EQ(Decide(opinions).lead_over_others, 8);
  opinions.second = {{"sl", 0, 1}, {"bs", -1, 1, true}, {"pl", -8, 1}};
  EXPECT_DOUBLE_EQ(Decide(opinions).lead_over_others, 0);
}

TEST(DecideTest, EqualsAreDecidedByTag) {
  Opinions opinions;
  opinions.second = {{"bb", 0}, {"aa", 0}};
  EXPECT_EQ(Decide(opinions).tag, "aa");
  EXPECT_EQ(Decide(opinions).lead, 0);
}

TEST(ConfidencePermilleTest, RisesWithTheLeadWithinBounds) {
  int before = 0;
  for (double lead = 0; lead < 20; lead += 0.25) {
    const int permille = ConfidencePermille(lead);
    EXPECT_GE(permille, before);
    EXPECT_LE(permille, 1000);
    before = permille;
  }
  EXPECT_LT(ConfidencePermille(0), 600);
  EXPECT_GT(ConfidencePermille(20), 950);
}

}  // namespace
}  // namespace polygist::ingest
