#include "summary_service/scoring/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace polygist::summary {
namespace {

using testing::DoubleNear;
using testing::Each;
using testing::ElementsAre;

std::vector<double> SupportOf(std::vector<int32_t> texts, std::vector<SentenceLink> links) {
  return MeasureSupport(texts, links);
}

TEST(SupportTest, NobodySupportsAloneOrAtEvenOdds) {
  EXPECT_THAT(SupportOf({0, 1}, {}), Each(0));
  EXPECT_THAT(SupportOf({0, 1}, {{0, 1, 500}}), Each(0));
}

TEST(SupportTest, NineOthersAreOne) {
  std::vector<int32_t> texts;
  std::vector<SentenceLink> links;
  for (int i = 0; i < 10; ++i) texts.push_back(i);
  for (int i = 1; i < 10; ++i) links.push_back({0, i, 900});
  EXPECT_NEAR(SupportOf(texts, links)[0], 1, 1e-9);
}

TEST(SupportTest, ATextSupportsOnceByItsStrongestLinkAndNeverItself) {
  EXPECT_THAT(SupportOf({0, 1, 1, 0}, {{0, 1, 800}, {0, 2, 650}, {0, 3, 1000}}),
              ElementsAre(DoubleNear(std::log10(2), 1e-9), DoubleNear(std::log10(2), 1e-9),
                          DoubleNear(std::log10(1.5), 1e-9), DoubleNear(0, 1e-9)));
}

}  // namespace
}  // namespace polygist::summary
