#include "ingest_service/store/awaited_write.h"

#include "absl/time/time.h"
#include "ingest_service/store/store_error.h"

namespace polygist::ingest {

absl::Status AwaitedWrite::Wait(const RequestContext& call) {
  std::future<absl::Status> outcome = outcome_.get_future();
  if (outcome.wait_until(absl::ToChronoTime(call.deadline)) == std::future_status::ready) return outcome.get();
  abandoned_ = true;
  return StoreBusy();
}

}  // namespace polygist::ingest
