#include "common/base/address.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace polygist {
namespace {

constexpr std::string_view kHowTo = ": write HOST:PORT, such as 127.0.0.1:7701, with a port up to 65535.";

bool IsPort(std::string_view digits) {
  unsigned port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return error == std::errc() && end == digits.data() + digits.size() && port <= 65535;
}

}  // namespace

std::string AddressProblem(const std::string& address) {
  if (address.find(":/") != std::string::npos || address.starts_with("unix:")) return "";
  const size_t colon = address.rfind(':');
  const bool has_port = colon != std::string::npos && IsPort(std::string_view(address).substr(colon + 1));
  const bool bracketed =
      address.starts_with('[') && colon != std::string::npos && colon > 0 && address[colon - 1] == ']';
  const bool one_colon = std::count(address.begin(), address.end(), ':') == 1;
  if (has_port && (bracketed || one_colon)) return "";
  return "'" + address + "' is no address" + std::string(kHowTo);
}

}  // namespace polygist
