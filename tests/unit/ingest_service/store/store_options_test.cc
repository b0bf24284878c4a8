#include "ingest_service/store/store_options.h"

#include <string>
#include <vector>

#include "common/base/error.h"
#include "gtest/gtest.h"

namespace polygist::ingest {
namespace {

TEST(ValidateStoreOptionsTest, DefaultsAreValid) { EXPECT_TRUE(Validate(StoreOptions{}).ok()); }

TEST(ValidateStoreOptionsTest, EachRangeIsChecked) {
  struct Case {
    std::string option;
    void (*set)(StoreOptions&);
  };
  const std::vector<Case> cases = {
      {"max_queued_rows", [](StoreOptions& o) { o.max_queued_rows = 0; }},
      {"max_queued_bytes", [](StoreOptions& o) { o.max_queued_bytes = 0; }},
      {"max_group_rows", [](StoreOptions& o) { o.max_group_rows = 0; }},
      {"max_group_bytes", [](StoreOptions& o) { o.max_group_bytes = -1; }},
      {"readers", [](StoreOptions& o) { o.readers = 0; }},
      {"readers", [](StoreOptions& o) { o.readers = 65; }},
  };
  for (const Case& c : cases) {
    StoreOptions options;
    c.set(options);
    const absl::Status status = Validate(options);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << c.option;
    EXPECT_EQ(FactsOf(status)["field"], c.option);
  }
}

}  // namespace
}  // namespace polygist::ingest
