// The verb that checks a summary without any service. The only one that carries the normalizer and the engine: it
// stands in a room of its own, so that what else programs link to speak with the services stays thin.
#pragma once

#include <CLI/CLI.hpp>

#include "client/commands/session.h"

namespace polygist::client {

// Declares `verify`, as session.h says of verbs.
void AddVerifyCommand(CLI::App& app, Run& run);

}  // namespace polygist::client
