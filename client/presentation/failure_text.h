// Failures as people and shells read them.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace polygist::client {

// Exit codes of the program.
enum ExitCode : int {
  kExitOk = 0,
  kExitSomeFailed = 1,   // Some items failed, others did not.
  kExitUsage = 2,        // The command line, or a file named on it, is at fault.
  kExitUnavailable = 3,  // A service could not be reached, or not in time: later it may work.
  kExitRejected = 4,     // A service refused; repeating the same is useless.
};

ExitCode ExitCodeOf(const absl::Status& status);

// Of a command over several items: `failed` of `total` failed, `first_failure` before the others.
ExitCode ExitCodeOf(int failed, int total, const absl::Status& first_failure);

// What happened, to what (`subject`, may be empty), the reason and field for programs and reports,
// and what to do:
//
//   polygist: a.txt: The content has no bytes. (CONTENT_EMPTY, field content.bytes)
//     Correct this and run the command again.
std::string FailureText(const absl::Status& status, std::string_view subject);

}  // namespace polygist::client
