#include "ingest_service/extract/plain/segments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::SizeIs;

std::vector<std::string> SegmentsOf(const std::string& line) {
  std::vector<std::string> segments;
  for (const ByteSpan span : CutGluedLine(line)) segments.emplace_back(Slice(line, span));
  return segments;
}

std::string Filler() {
  std::string text;
  for (int i = 0; i < 12; ++i)
    text += " The pilots of the harbour will meet again when the wind has turned, a board said.";
  return text;
}

TEST(CutGluedLineTest, LeavesOrdinaryLinesWhole) {
  EXPECT_THAT(CutGluedLine("Home News Sport. A ferry ran aground."), ElementsAre(ByteSpan{0, 37}));
}

TEST(CutGluedLineTest, CutsSentences) { EXPECT_THAT(SegmentsOf("A ferry ran aground." + Filler()), SizeIs(13)); }

TEST(CutGluedLineTest, FindsWhereRunningTextOpens) {
  const std::vector<std::string> segments = SegmentsOf(
      "Home News Sport Weather Share Print MARY SMITH 18 NOV 2024 A ferry with many people on "
      "board ran aground." +
      Filler());
  EXPECT_THAT(segments, Contains("Home News Sport Weather Share Print MARY SMITH 18 NOV 2024"));
  EXPECT_THAT(segments, Contains("A ferry with many people on board ran aground."));
}

TEST(CutGluedLineTest, DoesNotEndSentencesAtInitials) {
  EXPECT_THAT(SegmentsOf("A ferry owned by J. Miller ran aground." + Filler()),
              Contains("A ferry owned by J. Miller ran aground."));
}

TEST(CutGluedLineTest, CutsBlocksGluedToASentence) {
  const std::vector<std::string> segments =
      SegmentsOf("A ferry ran aground near the quay.Tugs are on their way to U.S.Navy docks." + Filler());
  EXPECT_THAT(segments, Contains("A ferry ran aground near the quay."));
  EXPECT_THAT(segments, Contains("Tugs are on their way to U.S.Navy docks."));
}

TEST(CutGluedLineTest, CutsBetweenLinks) {
  const std::vector<std::string> segments = SegmentsOf("Kapal | Cuaca | Pasar dan pelabuhan" + Filler());
  EXPECT_THAT(segments, Contains("Kapal"));
  EXPECT_THAT(segments, Contains("| Cuaca"));
}

TEST(CutGluedLineTest, CutsIdeographicSentencesAndLinks) {
  std::string line = "首页 新闻 体育 ";
  for (int i = 0; i < 20; ++i) line += "渡轮周一早上搁浅，海岸警卫队表示。没有人受伤。";
  const std::vector<std::string> segments = SegmentsOf(line);
  EXPECT_THAT(segments, Contains("首页"));
  EXPECT_THAT(segments, Contains("没有人受伤。"));
}

TEST(CutGluedLineTest, HoldsEverythingButWhiteSpace) {
  const std::string line = "One  two\u3000three." + Filler() + " Four FIVE 6";
  size_t characters = 0;
  for (const std::string& segment : SegmentsOf(line)) characters += segment.size();
  EXPECT_EQ(characters, line.size() - 13);
}

}  // namespace
}  // namespace polygist::ingest
