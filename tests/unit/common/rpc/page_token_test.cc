#include "common/rpc/page_token.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/status_matchers.h"

namespace polygist::rpc {
namespace {

using testing::FieldOf;
using testing::StatusIs;

TEST(PageTokenTest, GivesTheCursorBackToTheSameQuery) {
  const std::string cursor("an\0id", 5);
  EXPECT_EQ(*ReadPageToken("query", MakePageToken("query", cursor)), cursor);
}

TEST(PageTokenTest, EmptyTokenIsTheFirstPage) { EXPECT_EQ(*ReadPageToken("query", ""), ""); }

TEST(PageTokenTest, RefusesTheTokenOfAnotherQuery) {
  const auto cursor = ReadPageToken("other", MakePageToken("query", "id"));
  EXPECT_THAT(cursor, StatusIs(absl::StatusCode::kInvalidArgument, "PAGE_TOKEN_MISMATCH"));
  EXPECT_EQ(FieldOf(cursor), "page_token");
}

TEST(PageTokenTest, RefusesWhatItDidNotMake) {
  std::string changed = MakePageToken("query", "some-article");
  changed[changed.size() - 3] ^= 1;
  for (const std::string& token : {std::string("x"), std::string("%%%"), changed}) {
    EXPECT_THAT(ReadPageToken("query", token), StatusIs(absl::StatusCode::kInvalidArgument, "PAGE_TOKEN_INVALID"))
        << token;
  }
}

}  // namespace
}  // namespace polygist::rpc
