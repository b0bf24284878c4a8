#include "common/rpc/status_conversion.h"

#include <string>

#include "common/base/error.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"

namespace polygist::rpc {
namespace {

using ::testing::Pair;
using ::testing::UnorderedElementsAre;

absl::Status FullError() {
  return Error(absl::StatusCode::kResourceExhausted, "TOO_BUSY", "Come back later.",
               {{"field", "content.bytes"}, {"limit_bytes", "12"}, {"retry_delay_ms", "1500"}});
}

TEST(StatusConversionTest, OkStaysOk) {
  EXPECT_TRUE(ToGrpc(absl::OkStatus()).ok());
  EXPECT_TRUE(FromGrpc(grpc::Status::OK).ok());
  EXPECT_EQ(ToRpcStatus(absl::OkStatus()).code(), 0);
}

TEST(StatusConversionTest, AnErrorComesBackAsItWasMade) {
  const absl::Status back = FromGrpc(ToGrpc(FullError()));
  EXPECT_EQ(back, FullError());
  EXPECT_EQ(ReasonOf(back), "TOO_BUSY");
}

TEST(StatusConversionTest, FactsBecomeTypedDetails) {
  const google::rpc::Status wire = ToRpcStatus(FullError());
  ASSERT_EQ(wire.details_size(), 3);
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(wire.details(0).UnpackTo(&info));
  EXPECT_EQ(info.domain(), "polygist");
  EXPECT_EQ(info.reason(), "TOO_BUSY");
  EXPECT_THAT(info.metadata(), UnorderedElementsAre(Pair("limit_bytes", "12")));
  google::rpc::BadRequest bad_request;
  ASSERT_TRUE(wire.details(1).UnpackTo(&bad_request));
  ASSERT_EQ(bad_request.field_violations_size(), 1);
  EXPECT_EQ(bad_request.field_violations(0).field(), "content.bytes");
  EXPECT_EQ(bad_request.field_violations(0).description(), "Come back later.");
  google::rpc::RetryInfo retry;
  ASSERT_TRUE(wire.details(2).UnpackTo(&retry));
  EXPECT_EQ(retry.retry_delay().seconds(), 1);
  EXPECT_EQ(retry.retry_delay().nanos(), 500'000'000);
}

TEST(StatusConversionTest, TheDetailsAreAStatusMessage) {
  google::rpc::Status wire;
  ASSERT_TRUE(wire.ParseFromString(ToGrpc(FullError()).error_details()));
  EXPECT_EQ(wire.code(), static_cast<int>(absl::StatusCode::kResourceExhausted));
}

TEST(StatusConversionTest, AStatusWithoutReasonKeepsCodeAndMessage) {
  const grpc::Status wire = ToGrpc(absl::UnavailableError("down"));
  EXPECT_EQ(wire.error_code(), grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(wire.error_details(), "");
  EXPECT_EQ(FromGrpc(wire), absl::UnavailableError("down"));
}

TEST(StatusConversionTest, ForeignDetailsArePassedOver) {
  const grpc::Status garbage(grpc::StatusCode::NOT_FOUND, "gone", "\xff\xff not a message");
  EXPECT_EQ(FromGrpc(garbage), absl::NotFoundError("gone"));
}

TEST(StatusConversionTest, LongTextsAreCutBetweenCodePoints) {
  std::string long_text = "x";
  while (long_text.size() < 5000) long_text += "é";
  const google::rpc::Status wire = ToRpcStatus(InvalidField("f", "R", long_text));
  EXPECT_EQ(wire.message().size(), 1999u);
  EXPECT_EQ(wire.message().substr(1997), "é");
}

}  // namespace
}  // namespace polygist::rpc
