#include "summary_service/merging/translated_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

std::vector<std::string> SentencesOf(const std::vector<int>& lengths) {
  std::vector<std::string> sentences;
  for (const int length : lengths) sentences.emplace_back(length, 'x');
  return sentences;
}

// Two articles of the same sentence lengths.
std::vector<SourceArticle> AlikeArticles() {
  const std::vector<std::string> sentences = SentencesOf({90, 40, 120, 15, 80, 60});
  return {ArticleOf("a", "en", sentences), ArticleOf("b", "el", sentences)};
}

// Two articles of six sentences that differ in length.
std::vector<SourceArticle> DifferentArticles() {
  return {ArticleOf("a", "en", SentencesOf({90, 40, 120, 15, 80, 60})),
          ArticleOf("b", "el", SentencesOf({20, 140, 30, 110, 20, 85}))};
}

TEST(TranslatedArticlesTest, LikeLengthsAndOneLinkAtTheSamePlaceAreEnough) {
  EXPECT_THAT(TranslatedArticles(AlikeArticles(), std::vector<SentenceLink>{{2, 8, 450}}), ElementsAre(Pair(0, 1)));
}

TEST(TranslatedArticlesTest, LengthsAloneAreNot) { EXPECT_THAT(TranslatedArticles(AlikeArticles(), {}), IsEmpty()); }

TEST(TranslatedArticlesTest, LinksAtOtherPlacesSpeakAgainst) {
  const std::vector<SentenceLink> links = {{0, 11, 900}, {2, 8, 900}, {5, 6, 900}};
  EXPECT_THAT(TranslatedArticles(AlikeArticles(), links), IsEmpty());
}

TEST(TranslatedArticlesTest, SharedLeadsOfDifferentReportsAreNoTranslation) {
  const std::vector<SentenceLink> links = {{0, 6, 900}, {1, 7, 900}};
  EXPECT_THAT(TranslatedArticles(DifferentArticles(), links), IsEmpty());
}

TEST(TranslatedArticlesTest, OnlyTheStrongestLinkOfASentenceCounts) {
  const std::vector<SentenceLink> links = {{2, 8, 900}, {2, 11, 800}, {0, 8, 700}};
  EXPECT_THAT(TranslatedArticles(AlikeArticles(), links), ElementsAre(Pair(0, 1)));
}

TEST(TranslatedArticlesTest, AShortenedRenderingIsToldByItsOrder) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "en", SentencesOf({90, 40, 120, 15, 80, 60})),
      ArticleOf("b", "el", SentencesOf({90, 40, 120, 15, 80, 60, 70, 90, 40, 120, 60, 110, 90, 80}))};
  std::vector<SentenceLink> links = {{0, 6, 700}, {1, 7, 700}, {2, 8, 700}, {3, 9, 700}, {4, 10, 700}, {5, 11, 700}};
  EXPECT_THAT(TranslatedArticles(articles, links), ElementsAre(Pair(0, 1)));
  links[0].b = 16, links[1].b = 14, links[4].b = 6;
  EXPECT_THAT(TranslatedArticles(articles, links), IsEmpty());
}

}  // namespace
}  // namespace polygist::summary
