#include "summary_service/merging/name_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace polygist::summary {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

// The words that were joined.
std::vector<std::string> NamesIn(const std::string& text, const std::string& language) {
  std::vector<std::string> names;
  for (const Token& token : JoinNames(text, Tokenize(text), language)) {
    if (token.upper) names.emplace_back(Slice(text, token.span));
  }
  return names;
}

TEST(JoinNamesTest, SyllablesOfAChineseNameAreOneWord) {
  EXPECT_THAT(NamesIn("市长埃琳娜·多尔赛说，塔尔马里亚的银行已经关门。", "zh"),
              testing::ElementsAre("埃琳娜", "多尔赛", "塔尔马里亚"));
}

TEST(JoinNamesTest, TwoCharactersAreANameBesideADotOnly) {
  EXPECT_THAT(NamesIn("作家希琳·哈尔达尔获奖。", "zh"), Contains("希琳"));
  EXPECT_THAT(NamesIn("作家希琳获奖。", "zh"), Not(Contains("希琳")));
}

TEST(JoinNamesTest, OrdinaryChineseStaysAsItIs) {
  EXPECT_THAT(NamesIn("工会呼吁工人在星期四举行罢工。", "zh"), IsEmpty());
}

TEST(JoinNamesTest, PiecesOfKatakanaAreOneWord) {
  EXPECT_THAT(NamesIn("シリン・ハルダルさんが受賞した。", "ja"), testing::ElementsAre("シリン", "ハルダル"));
}

TEST(JoinNamesTest, WordsOfKatakanaStayApart) { EXPECT_THAT(NamesIn("ヘリコプターで救助した。", "ja"), IsEmpty()); }

TEST(JoinNamesTest, OtherScriptsStayAsTheyAre) { EXPECT_THAT(NamesIn("elena dorsay", "en"), IsEmpty()); }

}  // namespace
}  // namespace polygist::summary
