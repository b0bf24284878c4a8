#include "summary_service/scoring/sentence_sizes.h"

#include <gtest/gtest.h>

#include "tests/support/measured_story.h"

namespace polygist::summary {
namespace {

constexpr std::string_view kLong = "Port police closed every long road near town because old stone bridges often fall.";
constexpr std::string_view kShort = "Hafenpolizei sperrte gestern alle langen Landstraßen wegen Brückeneinsturz.";

std::vector<double> Measure(std::vector<SourceArticle> articles) {
  const MeasuredStory story(std::move(articles));
  return MeasureLanguageFactors(story.corpus, story.vectors, story.bigrams);
}

TEST(MeasureLanguageFactorsTest, OneLanguageIsItsOwnMeasure) {
  for (const double factor : Measure({ArticleOf("en", {kLong, "Nobody was hurt."})})) EXPECT_EQ(factor, 1);
}

TEST(MeasureLanguageFactorsTest, ALanguageOfFewerWordsCountsForMore) {
  const std::vector<double> factors = Measure({ArticleOf("en", {kLong, kLong}), ArticleOf("de", {kShort, kShort})});
  EXPECT_LT(factors[0], 1);
  EXPECT_GT(factors[2], 1);
  EXPECT_EQ(factors[2], factors[3]);
}

TEST(MeasureLanguageFactorsTest, OneSentenceOfALanguageTellsLess) {
  const std::vector<double> one = Measure({ArticleOf("en", {kLong, kLong, kLong}), ArticleOf("de", {kShort})});
  const std::vector<double> three =
      Measure({ArticleOf("en", {kLong, kLong, kLong}), ArticleOf("de", {kShort, kShort, kShort})});
  EXPECT_GT(one[3], 1);
  EXPECT_LT(one[3], three[3]);
}

}  // namespace
}  // namespace polygist::summary
