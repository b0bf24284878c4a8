#include "ingest_service/extract/word_digests.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(WordDigestsTest, MarksAndCaseOfAsciiDoNotCount) {
  EXPECT_EQ(WordDigests("Fog, over the SEA!", 10), WordDigests("fog over (the) sea", 10));
  EXPECT_NE(WordDigests("fog over sea", 10), WordDigests("sea over fog", 10));
}

TEST(WordDigestsTest, ScriptsWithoutSpacesYieldCharacters) {
  EXPECT_EQ(WordDigests("渡船靠岸", 10).size(), 4u);
  EXPECT_EQ(WordDigests("туман над морем", 10).size(), 3u);
}

TEST(WordDigestsTest, StopsAtTheLimit) { EXPECT_EQ(WordDigests("a b c d", 2), WordDigests("a b", 10)); }

}  // namespace
}  // namespace polygist::ingest
