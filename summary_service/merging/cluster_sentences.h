// Groups of sentences that say the same: who says it, in which languages, and how independently.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

struct GroupMember {
  int article = 0;            // Index into the given articles.
  int sentence = 0;           // Index into SourceArticle::sentences.
  int strength_permille = 0;  // Mean strength of its links to the members of other articles.
  // The sentence belongs to another group with its main content and says this one's statement
  // besides.
  bool partly = false;

  friend auto operator<=>(const GroupMember&, const GroupMember&) = default;
};

struct StatementGroup {
  std::vector<GroupMember> members;    // By article, then sentence. At least two articles.
  std::vector<std::string> languages;  // Distinct base subtags, in order of the members.
  std::vector<std::string> sources;    // Distinct and not empty, in order of the members.
  int independent_origins = 0;         // Distinct origins (OriginsOf) of the member articles.
};

struct ClusterOptions {
  // Links below this join nothing; they count in the means below. Range [0, 1000].
  int least_link_permille = 515;
  // The same of two articles: no third one can confirm what they share.
  int least_link_of_two_permille = 510;
  // Two groups are joined while the mean strength between them, a missing link counting nothing,
  // stays at or above this. Range [1, 1000]. High: precision first, since a wrong group hides a
  // fact.
  int least_mean_permille = 475;
  // A sentence joins a further group when its mean strength to that group's members is at least
  // this.
  int least_partly_permille = 520;
  // A sentence that is in no group makes one with sentences of other groups that say what it says besides, when its
  // links to them are at least this strong.
  int least_besides_permille = 540;
};

// Average-linkage clusters of `links` (LinkSentences, ascending), best link first. Every sentence is in at
// most one group as a whole; sentences in none are singles, or make a group with those that say it
// besides. Headings join the groups of the text, or each other, and join no groups of the text to each other. Groups in
// reading order of their first whole member. Pure and deterministic.
std::vector<StatementGroup> ClusterSentences(std::span<const SourceArticle> articles,
                                             std::span<const SentenceLink> links, const ClusterOptions& options = {});

// origins[i]: the first article with the same origin as article i: one names the same non-empty
// source, is a near-duplicate by its fingerprint, or is a translation (TranslatedArticles).
std::vector<int> OriginsOf(std::span<const SourceArticle> articles, std::span<const SentenceLink> links);

}  // namespace polygist::summary
