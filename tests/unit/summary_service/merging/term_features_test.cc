#include "summary_service/merging/term_features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace polygist::summary {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(TermFeaturesTest, TermsAreFoundByWhatTheyHave) {
  const TermFeatures features(Rows<uint32_t>({2, 2, 4}, {700, 900, 900, 1200}));
  EXPECT_THAT(features.Of(1), IsEmpty());
  ASSERT_EQ(features.Of(2).size(), 2);
  EXPECT_THAT(features.TermsWith(features.Of(2)[0]), ElementsAre(0, 2));
  EXPECT_THAT(features.TermsWith(features.Of(2)[1]), ElementsAre(2));
  EXPECT_EQ(features.Of(0)[1], features.Of(2)[0]);
}

}  // namespace
}  // namespace polygist::summary
