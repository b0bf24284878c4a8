#include "common/base/address.h"

#include <gtest/gtest.h>

namespace polygist {
namespace {

TEST(AddressProblemTest, HostsWithPortsAreAddresses) {
  for (const char* address : {"127.0.0.1:7701", "localhost:0", "ingest:7701", "[::1]:7701", "0.0.0.0:65535", ":7701",
                              "unix:/run/polygist", "unix:polygist", "dns:///ingest:7701"}) {
    EXPECT_EQ(AddressProblem(address), "") << address;
  }
}

TEST(AddressProblemTest, OthersAreNot) {
  for (const char* address : {"", "nonsense", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:http",
                              "::1:7701", "[::1]", "127.0.0.1:-1", "127.0.0.1:7701 "}) {
    EXPECT_NE(AddressProblem(address), "") << address;
  }
}

TEST(AddressProblemTest, ItSaysHowToWriteOne) {
  EXPECT_EQ(AddressProblem("nonsense"),
            "'nonsense' is no address: write HOST:PORT, such as 127.0.0.1:7701, with a port up to 65535.");
}

}  // namespace
}  // namespace polygist
