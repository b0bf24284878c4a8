// The number that moves whenever the same articles and options may give other output.
#pragma once

#include <string_view>

namespace polygist::summary {

inline constexpr std::string_view kEngineVersion = "10";

}  // namespace polygist::summary
