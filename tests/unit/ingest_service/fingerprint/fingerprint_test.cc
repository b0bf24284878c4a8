#include "ingest_service/fingerprint/fingerprint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "ingest_service/fingerprint/duplicates.h"

namespace polygist::ingest {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string Report() {
  std::string text;
  for (int i = 0; i < 60; ++i)
    text += "On day " + std::to_string(i) + " the river rose by " + std::to_string(i * 7) + " cm. ";
  return text;
}

TEST(FingerprintTest, HasNothingToSayAboutNoWords) {
  EXPECT_THAT(Fingerprint(""), IsEmpty());
  EXPECT_THAT(Fingerprint(" ... !"), IsEmpty());
}

TEST(FingerprintTest, HasOneSizeForAnyLength) {
  EXPECT_THAT(Fingerprint("word"), SizeIs(kFingerprintSize));
  EXPECT_THAT(Fingerprint(Report()), SizeIs(kFingerprintSize));
}

TEST(FingerprintTest, IgnoresCasePunctuationAndWidth) {
  EXPECT_EQ(Fingerprint("The river rose, quickly: 5 cm"), Fingerprint("the RIVER rose quickly \uFF15 cm!"));
}

TEST(FingerprintTest, IsTheSameOnEveryMachine) {
  // Stored articles hold these numbers.
  EXPECT_EQ(Fingerprint("one two three four five six")[0], 303515764u);
}

TEST(FingerprintTest, AnEditedTextStaysClose) {
  std::string edited = Report();
  edited.replace(edited.find("On day 30"), 9, "On Sunday");
  const double resemblance = EstimateResemblance(Fingerprint(Report()), Fingerprint(edited));
  EXPECT_GT(resemblance, 0.8);
  EXPECT_LT(EstimateResemblance(Fingerprint(Report()), Fingerprint("An entirely different text about the harbour.")),
            0.2);
}

TEST(FingerprintTest, CountsIdeographsOneByOne) {
  EXPECT_GT(EstimateResemblance(Fingerprint("東京都は今日、新しい計画を発表した。"),
                                Fingerprint("東京都は今日、新しい計画を発表しました。")),
            0.5);
}

}  // namespace
}  // namespace polygist::ingest
