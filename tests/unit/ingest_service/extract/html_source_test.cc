#include "ingest_service/extract/html_source.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(MakeParsableTest, EveryByteStaysInItsPlace) {
  EXPECT_EQ(MakeParsable("<p>caf\xC3\xA9</p>"), "<p>caf\xC3\xA9</p>");
  EXPECT_EQ(MakeParsable(std::string_view("a\0b\xFF"
                                          "c",
                                          5)),
            "a b?c");
}

TEST(EndsEarlyTest, CutPagesAreTold) {
  EXPECT_TRUE(EndsEarly("<html><body><p>In the middle of a para"));
  EXPECT_TRUE(EndsEarly("<p>In a tag <a href='x"));
  EXPECT_TRUE(EndsEarly("<HTML><p>x</p>"));
  EXPECT_TRUE(EndsEarly("<p>x</p><"));
}

TEST(EndsEarlyTest, WholePagesAndFragmentsAreNot) {
  EXPECT_FALSE(EndsEarly("<html><body><p>x</p></body></html>\n"));
  EXPECT_FALSE(EndsEarly("<p>a fragment"));
  EXPECT_FALSE(EndsEarly("3 < 4 and 4 < 5"));
  EXPECT_FALSE(EndsEarly(""));
}

}  // namespace
}  // namespace polygist::ingest
