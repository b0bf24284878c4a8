#include "summary_service/merging/speaker_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

using testing::ElementsAre;

TEST(NameWordsOfTest, TitlesInFrontAreLeftOut) {
  EXPECT_THAT(NameWordsOf("Minister Ana Ruiz", ReportingWordsOf("en")), ElementsAre("ana", "ruiz"));
  EXPECT_THAT(NameWordsOf("Minister", ReportingWordsOf("en")), ElementsAre("minister"));
  EXPECT_THAT(NameWordsOf("Анна Руис", ReportingWordsOf("ru")), ElementsAre("anna", "ruis"));
}

TEST(SpeakerKeyTest, TheOneLongerNameIsMeant) {
  const std::vector<NameWords> known = {{"tom", "baker"}, {"ana", "ruiz"}, {"ana", "ruiz"}};
  EXPECT_EQ(SpeakerKey({"ruiz"}, known), "ana ruiz");
  EXPECT_EQ(SpeakerKey({"castel"}, known), "castel");
}

TEST(SpeakerKeyTest, OfSeveralLongerNamesNoneIs) {
  const std::vector<NameWords> known = {{"ana", "ruiz"}, {"pablo", "ruiz"}};
  EXPECT_EQ(SpeakerKey({"ruiz"}, known), "ruiz");
}

}  // namespace
}  // namespace polygist::summary
