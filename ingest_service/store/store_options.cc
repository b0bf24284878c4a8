#include "ingest_service/store/store_options.h"

#include "common/base/error.h"

namespace polygist::ingest {
namespace {

absl::Status OutOfRange(std::string_view option, std::string_view message) {
  return InvalidField(option, "OPTION_OUT_OF_RANGE", message);
}

}  // namespace

absl::Status Validate(const StoreOptions& options) {
  if (options.max_queued_rows < 1) {
    return OutOfRange("max_queued_rows", "max_queued_rows must be at least 1.");
  }
  if (options.max_queued_bytes < 1) {
    return OutOfRange("max_queued_bytes", "max_queued_bytes must be at least 1.");
  }
  if (options.max_group_rows < 1) {
    return OutOfRange("max_group_rows", "max_group_rows must be at least 1.");
  }
  if (options.max_group_bytes < 1) {
    return OutOfRange("max_group_bytes", "max_group_bytes must be at least 1.");
  }
  if (options.readers < 1 || options.readers > 64) {
    return OutOfRange("readers", "readers must be between 1 and 64.");
  }
  return absl::OkStatus();
}

}  // namespace polygist::ingest
