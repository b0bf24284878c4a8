// Bridges std::string_view, which this code base uses everywhere, and absl::string_view, which is a
// type of its own in the packaged Abseil.
#pragma once

#include <string_view>

#include "absl/strings/string_view.h"

namespace polygist {

inline absl::string_view ToAbsl(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view ToStd(absl::string_view text) { return {text.data(), text.size()}; }

}  // namespace polygist
