// What the service accepts, knows and depends on.
#pragma once

#include "polygist/summary/v1/summary_service.pb.h"

namespace polygist::summary {

// Versions that are part of every digest.
v1::EngineVersions MakeVersions();

v1::Capabilities MakeCapabilities(int max_articles);

}  // namespace polygist::summary
