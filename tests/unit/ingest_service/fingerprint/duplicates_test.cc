#include "ingest_service/fingerprint/duplicates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

using ::testing::ElementsAre;
using Fingerprints = std::vector<std::vector<uint32_t>>;

TEST(EstimateResemblanceTest, IsTheShareOfEqualEntries) {
  EXPECT_DOUBLE_EQ(EstimateResemblance(std::vector<uint32_t>{1, 2, 3, 4}, std::vector<uint32_t>{1, 2, 3, 9}), 0.75);
  EXPECT_DOUBLE_EQ(EstimateResemblance({}, {}), 0.0);
  EXPECT_DOUBLE_EQ(EstimateResemblance(std::vector<uint32_t>{1}, {}), 0.0);
}

TEST(GroupDuplicatesTest, NamesEachClassByItsFirstMember) {
  const Fingerprints fingerprints = {{1, 2, 3, 4}, {5, 6, 7, 8}, {1, 2, 3, 9}, {5, 6, 7, 8}, {}};
  EXPECT_THAT(GroupDuplicates(fingerprints), ElementsAre(0, 1, 0, 1, 4));
}

TEST(GroupDuplicatesTest, JoinsThroughAChain) {
  const Fingerprints fingerprints = {{1, 2, 3, 4}, {9, 9, 3, 4}, {1, 9, 3, 4}};
  EXPECT_THAT(GroupDuplicates(fingerprints, 0.75), ElementsAre(0, 0, 0));
}

TEST(GroupDuplicatesTest, LeavesEmptyTextsAlone) {
  EXPECT_THAT(GroupDuplicates(Fingerprints{{}, {}}), ElementsAre(0, 1));
}

}  // namespace
}  // namespace polygist::ingest
