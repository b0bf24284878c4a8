#include "summary_service/merging/candidate_pairs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

std::vector<std::pair<int, int>> PairsOf(const std::vector<SourceArticle>& articles) {
  const Story story = ReadStory(articles, nullptr);
  const TermMatches matches = MatchTerms(story);
  std::vector<std::pair<int, int>> pairs;
  for (const PairScore& pair : CandidatePairs(TermEvidence(story, matches), matches))
    pairs.emplace_back(pair.a, pair.b);
  return pairs;
}

TEST(CandidatePairsTest, SentencesThatShareTermsAreProposed) {
  EXPECT_THAT(PairsOf({ArticleOf("a", "en", {"Velmora closed harbour", "residents evacuated"}),
                       ArticleOf("b", "en", {"evacuated residents returned", "harbour Velmora opened"})}),
              ElementsAre(Pair(0, 3), Pair(1, 2)));
}

TEST(CandidatePairsTest, NothingIsProposedWithinAnArticleOrWithoutACommonTerm) {
  EXPECT_THAT(PairsOf({ArticleOf("a", "en", {"Velmora closed harbour", "Velmora closed harbour"}),
                       ArticleOf("b", "en", {"residents evacuated"})}),
              IsEmpty());
}

TEST(CandidatePairsTest, WhatSharesLittleBesideTheBestIsNotWorthScoring) {
  // Sentences 0 and 3 have one word in common, and each a far better partner.
  const std::vector<std::string> told = {"storm wrecked fishing boats near Velmora",
                                         "storm council approved budget increase"};
  const std::vector<std::string> others(30, "residents evacuated");  // So that the one word says something.
  EXPECT_THAT(PairsOf({ArticleOf("a", "en", told), ArticleOf("b", "en", told), ArticleOf("c", "en", others)}),
              ElementsAre(Pair(0, 2), Pair(1, 3)));
}

TEST(CandidatePairsTest, OneSentenceProposesAFewOfEachArticle) {
  // Each sentence of b has its copy in c, which it shares more with than with the one of a: only what that one itself
  // proposes remains.
  std::vector<std::string> copies;
  for (const std::string word : {"amber", "birch", "cedar", "dahlia", "elm", "fern", "gorse", "hazel"})
    copies.push_back("harbour " + word + " bloomed" + word + " planted" + word + " watered" + word);
  const std::vector<std::string> others(60, "council approved budget");
  const std::vector<std::pair<int, int>> pairs =
      PairsOf({ArticleOf("a", "en", {"harbour"}), ArticleOf("b", "en", copies), ArticleOf("c", "en", copies),
               ArticleOf("d", "en", others)});
  const auto with_first = [&](int begin) {
    return std::count_if(pairs.begin(), pairs.end(), [&](const auto& pair) {
      return pair.first == 0 && pair.second >= begin && pair.second < begin + 8;
    });
  };
  EXPECT_EQ(with_first(1), 6);
  EXPECT_EQ(with_first(9), 6);
}

}  // namespace
}  // namespace polygist::summary
