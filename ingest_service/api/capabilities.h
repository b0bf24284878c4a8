// What the service accepts and knows.
#pragma once

#include <cstdint>

#include "ingest_service/identify/language.h"
#include "polygist/ingest/v1/ingest_service.pb.h"

namespace polygist::ingest {

v1::Capabilities MakeCapabilities(const LanguageModels& models, int64_t max_content_bytes);

}  // namespace polygist::ingest
