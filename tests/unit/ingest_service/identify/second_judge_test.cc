#include "ingest_service/identify/second_judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "common/base/error.h"
#include "ingest_service/identify/letter_groups.h"

namespace polygist::ingest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string Bytes(uint32_t value, int width) {
  std::string bytes;
  for (int i = 0; i < width; ++i) bytes.push_back(static_cast<char>(value >> (8 * i)));
  return bytes;
}

std::string Sealed(std::string content) { return content + Bytes(ChecksumOfJudgeFile(content), 4); }

constexpr int kLog2Buckets = 16;

// One script "Latn" of the languages "aa", "bb" and "cc", where the feature `for_bb` speaks for "bb"; no circle.
std::string SmallFile(uint32_t for_bb, uint8_t language = 1) {
  std::string counts(size_t{1} << kLog2Buckets, '\0');
  counts[for_bb >> (32 - kLog2Buckets)] = 1;
  return std::string("PGLJ") + Bytes(4, 1) + Bytes(1, 1) + Bytes(4, 1) + "Latn" + Bytes(kLog2Buckets, 1) + Bytes(3, 1) +
         Bytes(500'000, 4) + Bytes(2, 1) + "aa" + Bytes(2, 1) + "bb" + Bytes(2, 1) + "cc" + Bytes(1'000'000, 4) +
         Bytes(1, 4) + counts + Bytes(language, 1) + Bytes(10, 1) + Bytes(0, 1);
}

// The same with a circle of `tags`, two letters each, of which the feature `for_last` and words of class 5 speak
// for the last; `word` has that class.
std::string FileWithCircle(uint32_t for_bb, const std::string& tags, uint32_t for_last, uint32_t word = 0) {
  const size_t count = tags.size() / 2;
  std::string weights(((size_t{1} << kLog2Buckets) + WordClasses::kClasses) * count, '\0');
  weights[((size_t{1} << kLog2Buckets) + 5) * count + count - 1] = 100;
  weights[(for_last >> (32 - kLog2Buckets)) * count + count - 1] = 100;
  std::string file = SmallFile(for_bb);
  file.back() = 1;
  file += Bytes(4, 1) + "Latn" + Bytes(kLog2Buckets, 1) + Bytes(static_cast<uint32_t>(count), 1) + Bytes(500'000, 4);
  for (size_t i = 0; i < count; ++i) file += Bytes(2, 1) + tags.substr(2 * i, 2);
  std::string classes = Bytes(1, 1) + Bytes(1, 4) + Bytes(0, 2) + Bytes(word & 0xFF, 1) + Bytes(5, 1);
  classes[5 + (word >> 31)] = 1;
  return file + weights + classes;
}

// One script "Latn" of `languages`, where `feature` speaks for each of them: 127 for the first, 3 less for each next.
std::string CrowdedFile(int languages, uint32_t feature) {
  std::string counts(size_t{1} << kLog2Buckets, '\0');
  counts[feature >> (32 - kLog2Buckets)] = static_cast<char>(languages);
  std::string names, pairs;
  for (int l = 0; l < languages; ++l) {
    names += Bytes(2, 1) + static_cast<char>('a' + l / 26) + static_cast<char>('a' + l % 26);
    pairs += Bytes(static_cast<uint32_t>(l), 1) + Bytes(static_cast<uint32_t>(127 - 3 * l), 1);
  }
  const auto number = static_cast<uint32_t>(languages);
  return std::string("PGLJ") + Bytes(4, 1) + Bytes(1, 1) + Bytes(4, 1) + "Latn" + Bytes(kLog2Buckets, 1) +
         Bytes(number, 1) + Bytes(500'000, 4) + names + Bytes(1'000'000, 4) + Bytes(number, 4) + counts + pairs +
         Bytes(0, 1);
}

uint32_t FirstGroup(std::string_view words) {
  uint32_t first = 0;
  bool found = false;
  ForEachLetterGroup(words, [&](uint32_t hash) {
    if (!found) first = hash;
    found = true;
  });
  return first;
}

TEST(SecondJudgeTest, AddsUpWeightsOfFeatures) {
  const std::string file = Sealed(SmallFile(FirstGroup(" word ")));
  const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(file);
  ASSERT_TRUE(judge.ok());
  const std::vector<JudgeScore> scores = judge->Judge(" word ", "Latn");
  ASSERT_EQ(scores.size(), 3u);
  EXPECT_EQ(scores[0].tag, "bb");
  EXPECT_EQ(scores[0].score, 0);
  EXPECT_EQ(scores[1].tag, "aa");
  EXPECT_LT(scores[1].score, 0);
}

TEST(SecondJudgeTest, AddsUpWeightsOfMoreLanguagesThanABlock) {
  constexpr int kWords = 300;  // More than 16 bits hold.
  std::string words = " ";
  for (int i = 0; i < kWords; ++i) words += "word ";
  int features = 0;
  ForEachLetterGroup(words, [&](uint32_t) { ++features; });
  for (const int languages : {3, 16, 40}) {
    const std::string file = Sealed(CrowdedFile(languages, FirstGroup(" word ")));
    const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(file);
    ASSERT_TRUE(judge.ok());
    const std::vector<JudgeScore> scores = judge->Judge(words, "Latn");
    ASSERT_EQ(scores.size(), static_cast<size_t>(languages));
    for (int l = 0; l < languages; ++l) {
      const float behind = static_cast<float>(kWords * 3 * l) * 0.5F / std::sqrt(static_cast<float>(features));
      EXPECT_NEAR(scores[static_cast<size_t>(l)].score, -behind, 0.01) << languages << " languages, " << l;
    }
  }
}

TEST(SecondJudgeTest, EqualScoresAreInOrderOfTags) {
  const std::string file = Sealed(SmallFile(FirstGroup(" word ")));
  const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(file);
  ASSERT_TRUE(judge.ok());
  EXPECT_EQ(judge->Judge(" zzz ", "Latn")[0].tag, "aa");
}

TEST(SecondJudgeTest, KnowsNothingOfOtherScriptsAndEmptyTexts) {
  const std::string file = Sealed(SmallFile(1));
  const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(file);
  ASSERT_TRUE(judge.ok());
  EXPECT_THAT(judge->Judge(" слово ", "Cyrl"), IsEmpty());
  EXPECT_THAT(judge->Judge("", "Latn"), IsEmpty());
  EXPECT_THAT(judge->LanguagesOf("Latn"), ElementsAre("aa", "bb", "cc"));
  EXPECT_THAT(judge->LanguagesOf("Cyrl"), IsEmpty());
}

TEST(SecondJudgeTest, ACircleDecidesAmongItsLanguages) {
  const uint32_t feature = FirstGroup(" word ");
  const std::string file = Sealed(FileWithCircle(feature, "bbcc", feature));
  const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(file);
  ASSERT_TRUE(judge.ok());
  const std::vector<JudgeScore> scores = judge->Judge(" word ", "Latn");
  ASSERT_EQ(scores.size(), 3u);
  EXPECT_EQ(scores[0].tag, "cc");
  EXPECT_EQ(scores[0].score, 0);
  EXPECT_TRUE(scores[0].among_relatives);
  EXPECT_TRUE(scores[1].among_relatives || scores[2].among_relatives);
}

TEST(SecondJudgeTest, WordsThatTheTrainingTextDidNotHaveSpeakByTheirClass) {
  const std::string file = Sealed(FileWithCircle(FirstGroup(" word "), "bbcc", 1, HashOfWord(" list ")));
  const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(file);
  ASSERT_TRUE(judge.ok());
  EXPECT_EQ(judge->Judge(" word ", "Latn")[0].tag, "bb");
  EXPECT_EQ(judge->Judge(" word list ", "Latn")[0].tag, "cc");
}

TEST(SecondJudgeTest, MoreOfATextIsReadByTheCircleAlone) {
  const std::string file = Sealed(FileWithCircle(FirstGroup(" word "), "bbcc", 1, HashOfWord(" list ")));
  const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(file);
  ASSERT_TRUE(judge.ok());
  const std::vector<JudgeScore> part = judge->Judge(" word ", "Latn");
  ASSERT_EQ(part[0].tag, "bb");
  const std::vector<JudgeScore> more = judge->JudgeRelatives(" word list ", "Latn", part);
  EXPECT_EQ(more[0].tag, "cc");
  EXPECT_EQ(more[0].score, 0);
  EXPECT_EQ(more[1].tag, "aa");
  EXPECT_EQ(more[1].score, part[2].score);  // No relative: as before.
}

TEST(SecondJudgeTest, WhatTheScriptSaidFadesWithWhatItsCircleReads) {
  const uint32_t feature = FirstGroup(" word ");
  const std::string file = Sealed(FileWithCircle(feature, "bbcc", 1));
  const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(file);
  ASSERT_TRUE(judge.ok());
  const std::vector<JudgeScore> part = judge->Judge(" word ", "Latn");
  std::string article = " ";
  while (article.size() < 3000) article += "zzz ";
  const auto score_of_cc = [&](std::string_view words) {
    const std::vector<JudgeScore> scores = judge->JudgeRelatives(words, "Latn", part);
    return std::find_if(scores.begin(), scores.end(), [](const JudgeScore& s) { return s.tag == "cc"; })->score;
  };
  EXPECT_LT(score_of_cc(" zzz "), score_of_cc(article));
  EXPECT_LT(score_of_cc(article), 0);
}

TEST(SecondJudgeTest, MoreOfATextChangesNothingWithoutACircle) {
  const std::string file = Sealed(SmallFile(FirstGroup(" word ")));
  const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(file);
  ASSERT_TRUE(judge.ok());
  const std::vector<JudgeScore> part = judge->Judge(" word ", "Latn");
  EXPECT_EQ(judge->JudgeRelatives(" zzz ", "Latn", part)[0].tag, "bb");
  EXPECT_THAT(judge->JudgeRelatives(" zzz ", "Latn", {}), IsEmpty());
}

TEST(SecondJudgeTest, ACircleIsNotAskedAboutOthers) {
  const uint32_t feature = FirstGroup(" word ");
  const std::string file = Sealed(FileWithCircle(feature, "aacc", feature));
  const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(file);
  ASSERT_TRUE(judge.ok());
  const std::vector<JudgeScore> scores = judge->Judge(" word ", "Latn");
  EXPECT_EQ(scores[0].tag, "bb");
  EXPECT_FALSE(scores[0].among_relatives);
}

TEST(SecondJudgeTest, WordsItHasNotSeenAreUnfamiliar) {
  const std::string file = Sealed(SmallFile(FirstGroup(" word ")));
  const absl::StatusOr<SecondJudge> judge = SecondJudge::Open(file);
  ASSERT_TRUE(judge.ok());
  EXPECT_GT(judge->Judge(" word ", "Latn")[0].familiarity, 0);
  EXPECT_EQ(judge->Judge(" zzz ", "Latn")[0].familiarity, 0);
}

TEST(SecondJudgeTest, RefusesAScriptTwice) {
  std::string content = SmallFile(1);
  const std::string section = content.substr(6, content.size() - 7);
  content.insert(6, section);
  content[5] = 2;
  EXPECT_FALSE(SecondJudge::Open(Sealed(content)).ok());
}

TEST(SecondJudgeTest, RefusesCirclesOfAScriptThatIsNotThere) {
  std::string content = FileWithCircle(1, "bbcc", 1);
  content.replace(content.rfind("Latn"), 4, "Cyrl");
  EXPECT_FALSE(SecondJudge::Open(Sealed(content)).ok());
}

TEST(SecondJudgeTest, RefusesDamagedFiles) {
  const std::string content = SmallFile(1);
  const std::string file = Sealed(content);
  for (const size_t size : {size_t{0}, size_t{3}, size_t{6}, size_t{20}, file.size() / 2, file.size() - 1}) {
    EXPECT_EQ(ReasonOf(SecondJudge::Open(std::string_view(file).substr(0, size)).status()), "JUDGE_FILE_INVALID");
    // Cut and sealed again: the checksum is right, the form is not.
    const std::string cut = Sealed(content.substr(0, std::min(size, content.size() - 1)));
    EXPECT_FALSE(SecondJudge::Open(cut).ok()) << size;
  }
  std::string flipped = file;
  flipped[file.size() / 2] ^= 1;
  EXPECT_FALSE(SecondJudge::Open(flipped).ok());
  EXPECT_FALSE(SecondJudge::Open(Sealed(content + "x")).ok());
}

TEST(SecondJudgeTest, RefusesBucketsOfMoreWeightsThanThereAre) {
  std::string content = CrowdedFile(40, 1);
  const size_t counts = content.size() - 1 - 80 - (size_t{1} << kLog2Buckets);
  content[counts + 7] = 1;
  EXPECT_FALSE(SecondJudge::Open(Sealed(content)).ok());
}

TEST(SecondJudgeTest, RefusesWeightsOfLanguagesThatAreNotThere) {
  EXPECT_FALSE(SecondJudge::Open(Sealed(SmallFile(1, /*language=*/3))).ok());
}

}  // namespace
}  // namespace polygist::ingest
