// From articles to what they say in common and where they differ.
//
//   const ArticleComparison comparison = CompareArticles(articles, lexicon ? &*lexicon : nullptr);
//   for (const StatementGroup& group : comparison.groups) ...        // who says it, in which
//   languages for (const Disagreement& d : comparison.disagreements) ...       // all values, no
//   verdict
//
// `comparison.links` is what selection takes as graded redundancy and scoring as support: its
// sentences are numbered through all articles in order. Pure, deterministic, thread-safe.
#pragma once

#include <span>
#include <vector>

#include "summary_service/lexicon/lexicon.h"
#include "summary_service/merging/align_sentences.h"
#include "summary_service/merging/cluster_sentences.h"
#include "summary_service/merging/disagreements.h"
#include "summary_service/merging/match_quotes.h"
#include "summary_service/merging/matched_story.h"
#include "summary_service/summary/disagreement.h"
#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

struct CompareOptions {
  // Links from here on are reported: low, for those who penalise repetition by degree.
  int least_link_permille = 400;
  // Links from here on tie numbers.
  int least_sure_link_permille = 500;
  bool agreed_numbers = true;  // As LinkOptions'.
  ClusterOptions cluster;
  bool disagreements = true;
  bool quotes = false;  // Find direct speech, too.
};

// How the sentences of a story relate to each other.
struct StoryRelations {
  // By (a, b); those of sentences that give values of one thing are 620 at least.
  std::vector<SentenceLink> links;
  std::vector<Disagreement> disagreements;  // Only with CompareOptions::disagreements.
};

struct ArticleComparison {
  std::vector<SentenceLink> links;          // As StoryRelations'.
  std::vector<StatementGroup> groups;       // Of two articles and more.
  std::vector<Disagreement> disagreements;  // Only with CompareOptions::disagreements.
  std::vector<QuoteGroup> quotes;           // Only with CompareOptions::quotes.
  std::vector<int> origins;                 // As OriginsOf.
  bool used_lexicon = false;                // False: names, numbers and cognates alone.
};

// What a comparison begins with, and all that a summary needs of one.
StoryRelations RelateSentences(const MatchedStory& story, const CompareOptions& options = {});

// Headings are in groups, and titles where they are sentences (corpus/append_title.h); their numbers are not compared,
// since the text gives them again. `lexicon` may be null.
ArticleComparison CompareArticles(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                                  const CompareOptions& options = {});

}  // namespace polygist::summary
