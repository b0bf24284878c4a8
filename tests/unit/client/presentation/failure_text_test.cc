#include "client/presentation/failure_text.h"

#include "client/input/usage_error.h"
#include "common/base/error.h"
#include "gtest/gtest.h"

namespace polygist::client {
namespace {

TEST(FailureTextTest, SaysWhatWhyAndWhatToDo) {
  EXPECT_EQ(FailureText(InvalidField("content.bytes", "CONTENT_EMPTY", "There are no bytes."), "a.txt"),
            "polygist: a.txt: There are no bytes. (CONTENT_EMPTY, field content.bytes)\n"
            "  Correct this and run the command again.\n");
}

TEST(FailureTextTest, AStatusWithoutReasonShowsItsCode) {
  EXPECT_EQ(FailureText(absl::InternalError("oops"), "").substr(0, 26), "polygist: oops (INTERNAL)\n");
}

TEST(FailureTextTest, ABrokenStoreIsNotTakenForAServiceThatIsDown) {
  const auto text = [](const char* reason) {
    return FailureText(Error(absl::StatusCode::kUnavailable, reason, "No."), "");
  };
  EXPECT_EQ(text("STORE_BUSY").find("deploy/local.sh up"), std::string::npos);
  EXPECT_NE(text("SERVER_STOPPING").find("deploy/local.sh up"), std::string::npos);
}

TEST(ExitCodeTest, TellsUsageUnavailableAndRejectedApart) {
  EXPECT_EQ(ExitCodeOf(absl::OkStatus()), kExitOk);
  EXPECT_EQ(ExitCodeOf(UsageError("--label", "LABEL_MALFORMED", "")), kExitUsage);
  EXPECT_EQ(ExitCodeOf(absl::UnavailableError("")), kExitUnavailable);
  EXPECT_EQ(ExitCodeOf(absl::DeadlineExceededError("")), kExitUnavailable);
  EXPECT_EQ(ExitCodeOf(absl::ResourceExhaustedError("")), kExitUnavailable);
  EXPECT_EQ(ExitCodeOf(absl::NotFoundError("")), kExitRejected);
  EXPECT_EQ(ExitCodeOf(absl::InvalidArgumentError("")), kExitRejected);
}

TEST(ExitCodeTest, SomeFailuresAreNotAllFailures) {
  EXPECT_EQ(ExitCodeOf(0, 3, absl::OkStatus()), kExitOk);
  EXPECT_EQ(ExitCodeOf(1, 3, absl::NotFoundError("")), kExitSomeFailed);
  EXPECT_EQ(ExitCodeOf(3, 3, absl::NotFoundError("")), kExitRejected);
}

}  // namespace
}  // namespace polygist::client
