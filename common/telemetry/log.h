// Log lines: one JSON object each, on standard error. Never article text.
//
//   telemetry::Log("server.started", {{"address", "127.0.0.1:7701"}});
//   -> {"address":"127.0.0.1:7701","event":"server.started","time":"2026-11-22T10:00:00.000Z"}
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace polygist::telemetry {

using LogValue = std::variant<std::string, int64_t, double, bool>;

// Thread-safe. `event` is "noun.verb", lower-case. Invalid UTF-8 in values is replaced.
void Log(std::string_view event, const std::map<std::string, LogValue>& fields = {});

}  // namespace polygist::telemetry
