#include "ingest_service/extract/removal_reason.h"

namespace polygist::ingest {
namespace {

using C = ClassCategory;
using K = ElementKind;

struct PlaceReason {
  int place;  // ElementKind or ClassCategory.
  RemovalReason reason;
};

constexpr PlaceReason kByKind[] = {
    {static_cast<int>(K::kNav), {"html.navigation", "stands in a navigation element"}},
    {static_cast<int>(K::kFooter), {"html.footer", "stands in a footer"}},
    {static_cast<int>(K::kAside), {"html.sidebar", "stands in an aside"}},
    {static_cast<int>(K::kForm), {"html.form", "belongs to a form"}},
    {static_cast<int>(K::kButton), {"html.form", "belongs to a button"}},
    {static_cast<int>(K::kDialog), {"html.consent", "belongs to a dialog"}},
    {static_cast<int>(K::kFigcaption), {"html.caption", "captions an image"}},
    {static_cast<int>(K::kFigure), {"html.caption", "belongs to a figure"}},
};

constexpr PlaceReason kByCategory[] = {
    {static_cast<int>(C::kComment), {"html.comments", "stands in a place named for comments"}},
    {static_cast<int>(C::kRelated), {"html.related", "stands in a place named for related articles"}},
    {static_cast<int>(C::kPopular), {"html.related", "stands in a place named for popular articles"}},
    {static_cast<int>(C::kShare), {"html.share", "stands in a place named for sharing"}},
    {static_cast<int>(C::kNav), {"html.navigation", "stands in a place named for navigation"}},
    {static_cast<int>(C::kCookie), {"html.consent", "stands in a place named for consent or notices"}},
    {static_cast<int>(C::kNewsletter), {"html.newsletter", "stands in a place named for subscriptions"}},
    {static_cast<int>(C::kAd), {"html.advert", "stands in a place named for adverts"}},
    {static_cast<int>(C::kByline), {"html.byline", "stands in a place named for the author"}},
    {static_cast<int>(C::kTag), {"html.tags", "stands in a place named for topics"}},
    {static_cast<int>(C::kCaption), {"html.caption", "stands in a place named for images"}},
    {static_cast<int>(C::kSidebar), {"html.sidebar", "stands in a place named for side matter"}},
    {static_cast<int>(C::kFooter), {"html.footer", "stands in a place named for the footer"}},
    {static_cast<int>(C::kHeader), {"html.header", "stands in a place named for the header"}},
};

}  // namespace

RemovalReason ReasonFor(const TextBlock& block, const ElementContext& context) {
  int nearest = context.kind[static_cast<size_t>(K::kHidden)];
  RemovalReason reason{"html.furniture", "does not read like the article"};
  if (nearest < kFar) reason = {"html.hidden", "is hidden from readers"};
  const auto consider = [&](const PlaceReason& row, int distance) {
    if (distance >= nearest) return;
    nearest = distance;
    reason = row.reason;
  };
  // Of one element, its name says more than its tag.
  for (const PlaceReason& row : kByCategory) consider(row, context.category[static_cast<size_t>(row.place)]);
  for (const PlaceReason& row : kByKind) consider(row, context.kind[static_cast<size_t>(row.place)]);
  if (nearest == kFar && block.LinkDensity() > 0.5) return {"html.links", "is mostly links"};
  return reason;
}

}  // namespace polygist::ingest
