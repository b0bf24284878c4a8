#include "common/base/byte_span.h"

#include <gtest/gtest.h>

namespace polygist {
namespace {

TEST(ByteSpanTest, HasTheAlgebraOfHalfOpenRanges) {
  EXPECT_EQ((ByteSpan{2, 5}).size(), 3);
  EXPECT_TRUE((ByteSpan{2, 2}).empty());
  EXPECT_TRUE((ByteSpan{0, 9}).Contains({0, 9}));
  EXPECT_FALSE((ByteSpan{0, 9}).Contains({5, 10}));
  EXPECT_FALSE((ByteSpan{0, 3}).Overlaps({3, 5}));
  EXPECT_TRUE((ByteSpan{0, 4}).Overlaps({3, 5}));
  EXPECT_EQ(Hull({4, 6}, {1, 2}), (ByteSpan{1, 6}));
  EXPECT_EQ(Slice("abcdef", {1, 3}), "bc");
}

}  // namespace
}  // namespace polygist
