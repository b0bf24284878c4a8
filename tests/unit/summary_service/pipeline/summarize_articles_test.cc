#include "summary_service/pipeline/summarize_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/source_articles.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<SourceArticle> Story() {
  return {ArticleOf("fr", {"Le vieux pont de Belmora est tombé lundi matin.", "La police a fermé la route du port.",
                           "Personne n'a été blessé, selon la mairie."}),
          ArticleOf("en", {"The old bridge of Belmora fell on Monday morning.", "Police closed the harbour road.",
                           "Nobody was hurt, the town hall said."}),
          ArticleOf("en", {"A bridge in Belmora fell into the river on Monday.", "It was built in 1932 and had 3 lanes."})};
}

SummaryOptions Options(Budget budget) {
  SummaryOptions options;
  options.budgets = {budget};
  return options;
}

TEST(SummarizeArticlesTest, OneSummaryPerLanguageAndOneMerged) {
  const absl::StatusOr<Summaries> summaries =
      SummarizeArticles({}, Story(), Options({BudgetUnit::kSentences, 2}));
  ASSERT_TRUE(summaries.ok()) << summaries.status();
  ASSERT_THAT(summaries->per_language, SizeIs(2));
  EXPECT_EQ(summaries->per_language[0].language, "en");
  EXPECT_THAT(summaries->per_language[0].articles, ElementsAre(1, 2));
  EXPECT_THAT(summaries->per_language[0].sentences, SizeIs(2));
  EXPECT_EQ(summaries->per_language[1].language, "fr");
  ASSERT_TRUE(summaries->merged.has_value());
  EXPECT_EQ(summaries->merged->language, kMergedLanguage);
}

TEST(SummarizeArticlesTest, PartsAddUpToTheScore) {
  const absl::StatusOr<Summaries> summaries =
      SummarizeArticles({}, Story(), Options({BudgetUnit::kSentences, 3}));
  ASSERT_TRUE(summaries.ok());
  for (const SummarySentence& sentence : summaries->merged->sentences) {
    int64_t sum = 0;
    for (const ScorePart& part : sentence.parts) sum += part.value_micros;
    EXPECT_EQ(sum, sentence.score_micros);
  }
}

TEST(SummarizeArticlesTest, ABudgetTooSmallShowsTheBeginningOfASentence) {
  const absl::StatusOr<Summaries> summaries = SummarizeArticles({}, Story(), Options({BudgetUnit::kWords, 3}));
  ASSERT_TRUE(summaries.ok());
  const Summary& english = summaries->per_language[0];
  ASSERT_THAT(english.sentences, SizeIs(1));
  EXPECT_THAT(english.sentences[0].flags, ElementsAre(SentenceFlag::kExcerpt));
  EXPECT_LT(english.sentences[0].shown_bytes, 20);
  EXPECT_GT(english.sentences[0].shown_bytes, 0);
  EXPECT_THAT(english.warnings, SizeIs(1));
}

TEST(SummarizeArticlesTest, AnArticleWithoutSentencesGivesAnEmptySummary) {
  const std::vector<SourceArticle> articles = {ArticleOf("en", {})};
  const absl::StatusOr<Summaries> summaries = SummarizeArticles({}, articles, SummaryOptions{});
  ASSERT_TRUE(summaries.ok());
  EXPECT_THAT(summaries->per_language[0].sentences, IsEmpty());
}

TEST(SummarizeArticlesTest, RefusesWhatCannotBeDone) {
  EXPECT_EQ(ReasonOf(SummarizeArticles({}, {}, SummaryOptions{}).status()), "NO_ARTICLES");
  EXPECT_EQ(ReasonOf(SummarizeArticles({}, Story(), Options({BudgetUnit::kWords, 0})).status()), "BUDGET_INVALID");
  EXPECT_EQ(ReasonOf(SummarizeArticles({}, Story(), Options({BudgetUnit::kRatio, 1001})).status()), "BUDGET_INVALID");
  SummaryOptions nothing;
  nothing.per_language = nothing.merged = false;
  EXPECT_EQ(ReasonOf(SummarizeArticles({}, Story(), nothing).status()), "NOTHING_ASKED");
}

TEST(SummarizeArticlesTest, StopsWhenCancelled) {
  RequestContext call;
  call.cancelled = [] { return true; };
  EXPECT_EQ(SummarizeArticles(call, Story(), SummaryOptions{}).status().code(), absl::StatusCode::kCancelled);
}

}  // namespace
}  // namespace polygist::summary
