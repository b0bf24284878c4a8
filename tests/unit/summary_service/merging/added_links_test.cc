#include "summary_service/merging/added_links.h"

#include <gtest/gtest.h>

#include <vector>

namespace polygist::summary {
namespace {

using Links = std::vector<SentenceLink>;

TEST(WithAddedLinksTest, NewPairsComeWhereTheyBelong) {
  EXPECT_EQ(WithAddedLinks({{0, 4, 500}, {2, 3, 600}}, {{1, 5, 560}, {0, 3, 550}}),
            (Links{{0, 3, 550}, {0, 4, 500}, {1, 5, 560}, {2, 3, 600}}));
}

TEST(WithAddedLinksTest, APairThatIsThereStaysAsStrongAsTheStronger) {
  EXPECT_EQ(WithAddedLinks({{0, 4, 500, 300, 200, true}, {2, 3, 600}}, {{0, 4, 560}, {2, 3, 590}}),
            (Links{{0, 4, 560, 300, 200, true}, {2, 3, 600}}));
}

TEST(WithAddedLinksTest, OfAPairAddedTwiceTheStrongerStays) {
  EXPECT_EQ(WithAddedLinks({}, {{0, 4, 500}, {0, 4, 560}}), (Links{{0, 4, 560}}));
}

TEST(WithAddedLinksTest, NothingAddedChangesNothing) {
  EXPECT_EQ(WithAddedLinks({{0, 4, 500}}, {}), (Links{{0, 4, 500}}));
}

}  // namespace
}  // namespace polygist::summary
