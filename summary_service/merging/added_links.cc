#include "summary_service/merging/added_links.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace polygist::summary {
namespace {

std::pair<int, int> EndsOf(const SentenceLink& link) { return {link.a, link.b}; }

}  // namespace

std::vector<SentenceLink> WithAddedLinks(std::vector<SentenceLink> links, std::vector<SentenceLink> added) {
  std::ranges::sort(added, {},
                    [](const SentenceLink& link) { return std::tuple(link.a, link.b, -link.strength_permille); });
  const auto again = std::ranges::unique(added, {}, EndsOf);
  added.erase(again.begin(), again.end());
  std::erase_if(added, [&](const SentenceLink& link) {
    const auto there = std::ranges::lower_bound(links, EndsOf(link), {}, EndsOf);
    if (there == links.end() || EndsOf(*there) != EndsOf(link)) return false;
    there->strength_permille = std::max(there->strength_permille, link.strength_permille);
    return true;
  });
  if (added.empty()) return links;
  std::vector<SentenceLink> all;
  all.reserve(links.size() + added.size());
  std::ranges::merge(links, added, std::back_inserter(all), {}, EndsOf, EndsOf);
  return all;
}

}  // namespace polygist::summary
