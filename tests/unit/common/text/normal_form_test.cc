#include "common/text/normal_form.h"

#include <gtest/gtest.h>

namespace polygist::text {
namespace {

TEST(ToNfcTest, ComposesWithTheMapToTheParts) {
  const MappedText composed = ToNfc("xe\u0301y");
  EXPECT_EQ(composed.text(), "xéy");
  EXPECT_EQ(composed.ToSource({1, 3}), (ByteSpan{1, 4}));
  EXPECT_EQ(composed.ToSource({3, 4}), (ByteSpan{4, 5}));
}

TEST(ToNfcTest, LeavesNormalTextAsOneExactRun) {
  const MappedText same = ToNfc("déjà vu");
  EXPECT_EQ(same.runs().size(), 1u);
  EXPECT_TRUE(same.runs()[0].exact);
}

TEST(ToNfcTest, KeepsCompatibilityCharacters) { EXPECT_EQ(ToNfc("\uFB01\u00BD").text(), "\uFB01\u00BD"); }

TEST(IsNfcTest, SeesDecomposedLetters) {
  EXPECT_TRUE(IsNfc("é"));
  EXPECT_FALSE(IsNfc("e\u0301"));
}

}  // namespace
}  // namespace polygist::text
