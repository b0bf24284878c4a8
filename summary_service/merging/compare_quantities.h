// What two quantities of the same thing are to each other.
#pragma once

#include <optional>
#include <string_view>

#include "summary_service/merging/quantities.h"
#include "summary_service/summary/disagreement.h"

namespace polygist::summary {

// "DISAGREE", "APPROXIMATE", "PART_OF", "LATER_REVISION", "RANGE".
std::string_view NameOf(DisagreementKind kind);

// Of one kind and unit: two counts, two amounts of one currency.
bool SameMeasure(const Quantity& a, const Quantity& b);

// The greater value over the lesser; infinite when one is not above 0.
double RatioOf(double a, double b);

// Nothing when they agree or cannot be compared. Never kLaterRevision: values alone do not tell.
// Requires: SameMeasure(a, b).
std::optional<DisagreementKind> CompareQuantities(const Quantity& a, const Quantity& b);

}  // namespace polygist::summary
