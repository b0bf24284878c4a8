// What the service accepts, knows and depends on.
#pragma once

#include "polygist/summary/v1/summary_service.pb.h"
#include "summary_service/lexicon/lexicon.h"

namespace polygist::summary {

// Versions that are part of every digest. `lexicon` may be null, here and below.
v1::EngineVersions MakeVersions(const Lexicon* lexicon);

v1::Capabilities MakeCapabilities(const Lexicon* lexicon, int max_articles);

}  // namespace polygist::summary
