// Why a block was left out: a rule's name and a clause for a person.
#pragma once

#include <string_view>

#include "ingest_service/extract/element_context.h"

namespace polygist::ingest {

struct RemovalReason {
  std::string_view rule;
  std::string_view clause;
};

// The most telling fact about where a left-out block stands: the nearest named place, or its own form.
RemovalReason ReasonFor(const TextBlock& block, const ElementContext& context);

}  // namespace polygist::ingest
