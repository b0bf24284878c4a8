#include "common/base/error.h"

#include <gtest/gtest.h>

#include "common/base/status_macros.h"

namespace polygist {
namespace {

TEST(ErrorTest, CarriesReasonAndFacts) {
  const absl::Status status = Error(absl::StatusCode::kNotFound, "ARTICLE_NOT_FOUND", "No such article.",
                                    {{"name", "collections/default/articles/a"}});
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ReasonOf(status), "ARTICLE_NOT_FOUND");
  EXPECT_EQ(FactsOf(status).at("name"), "collections/default/articles/a");
}

TEST(ErrorTest, AForeignStatusHasNoReason) {
  EXPECT_EQ(ReasonOf(absl::InternalError("x")), "");
  EXPECT_TRUE(FactsOf(absl::InternalError("x")).empty());
  EXPECT_EQ(ReasonOf(absl::OkStatus()), "");
}

TEST(InvalidFieldTest, NamesTheField) {
  const absl::Status status = InvalidField("content.bytes", "CONTENT_EMPTY", "Send some bytes.");
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(FactsOf(status).at("field"), "content.bytes");
}

absl::StatusOr<int> Half(int number) {
  if (number % 2 != 0) return InvalidField("number", "ODD", "Send an even number.");
  return number / 2;
}

absl::StatusOr<int> Quarter(int number) {
  ASSIGN_OR_RETURN(const int half, Half(number));
  RETURN_IF_ERROR(Half(half).status());
  return half / 2;
}

TEST(StatusMacrosTest, ReturnTheFirstFailure) {
  EXPECT_EQ(Quarter(8).value(), 2);
  EXPECT_EQ(ReasonOf(Quarter(6).status()), "ODD");
  EXPECT_EQ(ReasonOf(Quarter(3).status()), "ODD");
}

}  // namespace
}  // namespace polygist
