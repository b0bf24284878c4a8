#include "client/commands/session.h"

#include <algorithm>
#include <ostream>

#include "absl/time/clock.h"
#include "client/channel.h"

namespace polygist::client {
namespace {

constexpr RetryPolicy kPatience{
    .first_pause = absl::Milliseconds(100), .max_pause = absl::Milliseconds(800), .max_total = absl::Seconds(2)};

const absl::Duration kHealthTimeout = absl::Seconds(5);

}  // namespace

IngestClient OpenIngest(const Session& session) {
  return IngestClient(OpenChannel(session.ingest_address, session.credentials), kPatience);
}

SummaryClient OpenSummary(const Session& session) {
  return SummaryClient(OpenChannel(session.summary_address, session.credentials), kPatience);
}

CallOptions CallNow(const Session& session) { return {.deadline = absl::Now() + session.timeout}; }

CallOptions HealthCallNow(const Session& session) {
  return {.deadline = absl::Now() + std::min(session.timeout, kHealthTimeout)};
}

int Fail(const Session& session, const absl::Status& failure, std::string_view subject) {
  session.err << FailureText(failure, subject);
  return ExitCodeOf(failure);
}

void Tally::Add(const Session& session, const absl::Status& status, std::string_view subject) {
  ++total_;
  if (status.ok()) return;
  if (failed_++ == 0) first_failure_ = status;
  Fail(session, status, subject);
}

}  // namespace polygist::client
