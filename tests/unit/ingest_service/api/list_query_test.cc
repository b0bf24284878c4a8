#include "ingest_service/api/list_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/status_matchers.h"

namespace polygist::ingest {
namespace {

using polygist::testing::FieldOf;
using polygist::testing::IsOk;
using polygist::testing::StatusIs;

TEST(ListQueryTest, DefaultsAreTheDefaultCollectionAndAHundred) {
  const auto list = FromProto(v1::ListArticlesRequest());
  ASSERT_THAT(list, IsOk());
  EXPECT_EQ(list->query.collection, "default");
  EXPECT_EQ(list->page_size, 100);
  EXPECT_EQ(list->view, v1::BASIC);
}

TEST(ListQueryTest, PageSizeIsCappedAndNegativeIsRefused) {
  v1::ListArticlesRequest request;
  request.set_page_size(5000);
  EXPECT_EQ(FromProto(request)->page_size, kMaxPageSize);
  request.set_page_size(-1);
  EXPECT_THAT(FromProto(request), StatusIs(absl::StatusCode::kInvalidArgument, "PAGE_SIZE_NEGATIVE"));
}

TEST(ListQueryTest, TokenContinuesTheSameQueryWithAnotherPageSize) {
  v1::ListArticlesRequest request;
  request.mutable_filter()->add_languages("id");
  request.set_page_token(NextPageToken(request, "some-id"));
  request.set_page_size(7);
  EXPECT_EQ(FromProto(request)->after, "some-id");
}

TEST(ListQueryTest, TokenOfAnotherQueryIsRefused) {
  v1::ListArticlesRequest request;
  request.set_page_token(NextPageToken(request, "some-id"));
  for (const auto change : {+[](v1::ListArticlesRequest& r) { r.mutable_filter()->add_sources("a"); },
                            +[](v1::ListArticlesRequest& r) { r.set_parent("collections/other"); },
                            +[](v1::ListArticlesRequest& r) { (*r.mutable_filter()->mutable_labels())["a"] = "b"; },
                            +[](v1::ListArticlesRequest& r) { r.mutable_filter()->mutable_published_from(); }}) {
    v1::ListArticlesRequest other = request;
    change(other);
    EXPECT_THAT(FromProto(other), StatusIs(absl::StatusCode::kInvalidArgument, "PAGE_TOKEN_MISMATCH"));
  }
}

TEST(ListQueryTest, FilterLanguageMustBeATag) {
  v1::ListArticlesRequest request;
  request.mutable_filter()->add_languages("id");
  request.mutable_filter()->add_languages("no tag");
  const auto list = FromProto(request);
  EXPECT_THAT(list, StatusIs(absl::StatusCode::kInvalidArgument, "LANGUAGE_TAG_INVALID"));
  EXPECT_EQ(FieldOf(list), "filter.languages[1]");
}

}  // namespace
}  // namespace polygist::ingest
