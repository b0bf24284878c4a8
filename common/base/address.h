// Addresses of services, as people write them.
#pragma once

#include <string>

namespace polygist {

// What is wrong with `address` and how to write it; empty when it is "host:port" with a port up to 65535, where an IPv6
// host stands in brackets. Other gRPC targets ("unix:/run/a", "dns:///host:1") are not looked into.
std::string AddressProblem(const std::string& address);

}  // namespace polygist
