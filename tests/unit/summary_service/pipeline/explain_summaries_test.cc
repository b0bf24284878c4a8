#include "summary_service/pipeline/explain_summaries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/base/error.h"
#include "summary_service/pipeline/summarize_articles.h"
#include "tests/support/bridge_story.h"

namespace polygist::summary {
namespace {

using testing::Contains;
using testing::Not;
using testing::SizeIs;

SummaryOptions OneSentence() {
  SummaryOptions options;
  options.budgets = {{BudgetUnit::kSentences, 1}};
  options.merged = false;
  return options;
}

TEST(ExplainSentencesTest, AgreesWithTheSummary) {
  const SummaryOptions options = OneSentence();
  const absl::StatusOr<Summaries> summaries = SummarizeArticles({}, BridgeStory(), options);
  ASSERT_TRUE(summaries.ok());
  const SummarySentence& chosen = summaries->per_language[0].sentences[0];
  const std::vector<SentenceRef> asked = {chosen.ref};
  const absl::StatusOr<std::vector<Explanation>> explained = ExplainSentences({}, BridgeStory(), options, asked);
  ASSERT_TRUE(explained.ok()) << explained.status();
  ASSERT_THAT(*explained, SizeIs(1));
  EXPECT_EQ((*explained)[0].verdict, Verdict::kChosen);
  EXPECT_EQ((*explained)[0].score_micros, chosen.score_micros);
  EXPECT_EQ((*explained)[0].parts, chosen.parts);
  EXPECT_EQ((*explained)[0].rank, chosen.rank);
}

TEST(ExplainSentencesTest, ARepetitionNamesWhatItRepeats) {
  std::vector<SourceArticle> articles = BridgeStory();
  articles.push_back(articles[1]);
  const std::vector<SentenceRef> asked = {{1, 0}, {3, 0}, {2, 0}};
  const absl::StatusOr<std::vector<Explanation>> explained = ExplainSentences({}, articles, OneSentence(), asked);
  ASSERT_TRUE(explained.ok());
  const Explanation& copy = (*explained)[0].verdict == Verdict::kChosen ? (*explained)[1] : (*explained)[0];
  if (copy.nearest_permille == 1000) {
    EXPECT_EQ(copy.verdict, Verdict::kRepeats);
    EXPECT_EQ(copy.gain_micros, 0);
  } else {
    EXPECT_EQ((*explained)[2].verdict, Verdict::kChosen);
  }
}

TEST(ExplainSentencesTest, SaysWhatTheRequestForbids) {
  SummaryOptions options = OneSentence();
  options.must_exclude = {{1, 0}};
  options.already_read = {2};
  const std::vector<SentenceRef> asked = {{1, 0}, {2, 1}};
  const absl::StatusOr<std::vector<Explanation>> explained = ExplainSentences({}, BridgeStory(), options, asked);
  ASSERT_TRUE(explained.ok());
  EXPECT_EQ((*explained)[0].verdict, Verdict::kExcluded);
  EXPECT_EQ((*explained)[1].verdict, Verdict::kKnown);
}

TEST(ExplainSentencesTest, ATranslationIsToldThroughItsOriginalAndNotExcluded) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("en",
                {"In 1932 engineer Belmora Tarsk built 14 bridges for 83,500 crowns in Velmont.",
                 "The Karlov Institute counted 2,741 cracks on 19 May in Drevnik.",
                 "Minister Osterby promised 640,000 crowns to Kestrel Holdings by 2029.",
                 "Some 12,300 people of Harrowmere signed a letter to President Quillon.",
                 "Inspector Ravensdale closed 57 lanes at 4.15 on the Ostrava motorway.", "Nothing else is known."}),
      ArticleOf("nl", {"In 1932 bouwde ingenieur Belmora Tarsk 14 bruggen voor 83.500 kronen in Velmont.",
                       "Het Karlov Institute telde 2.741 scheuren op 19 mei in Drevnik.",
                       "Minister Osterby beloofde 640.000 kronen aan Kestrel Holdings voor 2029.",
                       "Zo'n 12.300 mensen uit Harrowmere tekenden een brief aan president Quillon.",
                       "Inspecteur Ravensdale sloot 57 rijstroken om 4.15 op de snelweg van Ostrava."})};
  SummaryOptions options;
  options.per_language = false;
  const std::vector<SentenceRef> asked = {{1, 0}};
  const absl::StatusOr<std::vector<Explanation>> explained = ExplainSentences({}, articles, options, asked);
  ASSERT_TRUE(explained.ok());
  ASSERT_THAT(*explained, SizeIs(1));
  EXPECT_EQ((*explained)[0].verdict, Verdict::kRepeats);
}

TEST(ExplainSentencesTest, ASentenceIsExplainedForEverySummaryItIsIn) {
  SummaryOptions options;
  const std::vector<SentenceRef> asked = {{0, 1}};
  const absl::StatusOr<std::vector<Explanation>> explained = ExplainSentences({}, BridgeStory(), options, asked);
  ASSERT_TRUE(explained.ok());
  ASSERT_THAT(*explained, SizeIs(2));
  EXPECT_EQ((*explained)[0].language, "fr");
  EXPECT_EQ((*explained)[1].language, kMergedLanguage);
}

TEST(ExplainSentencesTest, RefusesAnUnknownSentence) {
  const std::vector<SentenceRef> asked = {{0, 9}};
  EXPECT_EQ(ReasonOf(ExplainSentences({}, BridgeStory(), {}, asked).status()), "SENTENCE_UNKNOWN");
}

TEST(CompareWithoutSourceTest, WhatTheSourceSaidIsLost) {
  const SummaryOptions options = OneSentence();
  const absl::StatusOr<Summaries> with = SummarizeArticles({}, BridgeStory(), options);
  ASSERT_TRUE(with.ok());
  const SentenceRef first = with->per_language[0].sentences[0].ref;
  const absl::StatusOr<std::vector<Difference>> differences =
      CompareWithoutSource({}, BridgeStory(), options, BridgeStory()[first.article].source);
  ASSERT_TRUE(differences.ok()) << differences.status();
  ASSERT_THAT(*differences, SizeIs(2));
  EXPECT_THAT((*differences)[0].lost, Contains(first));
  EXPECT_THAT((*differences)[0].gained, Not(Contains(first)));
  EXPECT_THAT((*differences)[0].gained, SizeIs(1));
}

TEST(CompareWithoutSourceTest, ALanguageOfOneSourceLosesEverything) {
  const absl::StatusOr<std::vector<Difference>> differences =
      CompareWithoutSource({}, BridgeStory(), OneSentence(), "courrier.example");
  ASSERT_TRUE(differences.ok());
  EXPECT_THAT((*differences)[1].lost, SizeIs(1));
  EXPECT_THAT((*differences)[1].gained, SizeIs(0));
}

TEST(CompareWithoutSourceTest, RefusesAnUnknownSource) {
  EXPECT_EQ(ReasonOf(CompareWithoutSource({}, BridgeStory(), {}, "nobody.example").status()), "SOURCE_UNKNOWN");
}

}  // namespace
}  // namespace polygist::summary
