#include "ingest_service/decode/letter_model.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(LetterModelTest, KnowsTheLettersOfALanguage) {
  const LetterModel polish("pl");
  EXPECT_TRUE(polish.IsExpected(U'ł') && polish.IsExpected(U'Ł'));
  EXPECT_FALSE(polish.IsExpected(U'ű'));
}

TEST(LetterModelTest, KnowsCommonFromRareLetters) {
  const LetterModel greek("el");
  EXPECT_GT(greek.LogFrequency(U'α'), greek.LogFrequency(U'ΰ') + 2.0);
  EXPECT_EQ(greek.LogFrequency(U'α'), greek.LogFrequency(U'Α'));
}

TEST(LetterModelTest, FollowsOldCodes) { EXPECT_TRUE(LetterModel("iw").IsExpected(U'א')); }

TEST(LetterModelTest, AnUnknownLanguageHasNoLetters) {
  const LetterModel none("zz");
  EXPECT_FALSE(none.IsExpected(U'a') || none.IsBorrowed(U'é'));
  EXPECT_EQ(none.LogFrequency(U'é'), 0.0);
}

TEST(LetterModelOfTest, GivesTheSameModelAgain) {
  EXPECT_EQ(&LetterModelOf("fr"), &LetterModelOf("fr"));
  EXPECT_NE(&LetterModelOf("sr", "_Latn"), &LetterModelOf("sr", "_Cyrl"));
}

}  // namespace
}  // namespace polygist::ingest
