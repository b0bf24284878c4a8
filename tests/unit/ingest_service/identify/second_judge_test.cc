#include "ingest_service/identify/second_judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

// One section "Latn", languages "aa" and "bb", where the feature `for_bb` speaks for "bb".
std::string SmallFile(uint32_t for_bb, uint8_t language = 1) {
  constexpr int kLog2Buckets = 16;
  std::string counts(size_t{1} << kLog2Buckets, '\0');
  counts[for_bb >> (32 - kLog2Buckets)] = 1;
  return std::string("PGLJ") + Bytes(1, 1) + Bytes(1, 1) + Bytes(4, 1) + "Latn" + Bytes(kLog2Buckets, 1) + Bytes(2, 1) +
         Bytes(500'000, 4) + Bytes(2, 1) + "aa" + Bytes(2, 1) + "bb" + Bytes(1, 4) + counts + Bytes(language, 1) +
         Bytes(10, 1);
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
  ASSERT_EQ(scores.size(), 2u);
  EXPECT_EQ(scores[0].tag, "bb");
  EXPECT_EQ(scores[0].score, 0);
  EXPECT_EQ(scores[1].tag, "aa");
  EXPECT_LT(scores[1].score, 0);
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
  EXPECT_THAT(judge->LanguagesOf("Latn"), ElementsAre("aa", "bb"));
  EXPECT_THAT(judge->LanguagesOf("Cyrl"), IsEmpty());
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

TEST(SecondJudgeTest, RefusesWeightsOfLanguagesThatAreNotThere) {
  EXPECT_FALSE(SecondJudge::Open(Sealed(SmallFile(1, /*language=*/2))).ok());
}

}  // namespace
}  // namespace polygist::ingest
