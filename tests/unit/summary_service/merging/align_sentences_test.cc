#include "summary_service/merging/align_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::pair<int, int>> EndsOf(const std::vector<SentenceLink>& links) {
  std::vector<std::pair<int, int>> ends;
  for (const SentenceLink& link : links) ends.emplace_back(link.a, link.b);
  return ends;
}

std::vector<SourceArticle> Harbour() {
  return {ArticleOf("a", "en",
                    {"The harbour of Velmora was closed on Tuesday after the storm Ilse.",
                     "Mayor Petra Lindqvist said 340 residents were evacuated.",
                     "Repairs will cost 12 million euros, according to the port authority."}),
          ArticleOf("b", "nl",
                    {"De reparaties kosten 12 miljoen euro, meldt het havenbedrijf.",
                     "Burgemeester Petra Lindqvist zei dat 340 inwoners zijn geëvacueerd.",
                     "De haven van Velmora werd dinsdag gesloten na de storm Ilse."})};
}

TEST(LinkSentencesTest, NamesAndNumbersLinkWithoutALexicon) {
  EXPECT_THAT(EndsOf(LinkSentences(Harbour(), nullptr)),
              ElementsAre(std::pair(0, 5), std::pair(1, 4), std::pair(2, 3)));
}

TEST(LinkSentencesTest, StrengthsAreWithinTheScale) {
  for (const SentenceLink& link : LinkSentences(Harbour(), nullptr, {.least_strength_permille = 0})) {
    EXPECT_GE(link.strength_permille, 0);
    EXPECT_LE(link.strength_permille, 1000);
    EXPECT_LT(link.a, link.b);
  }
}

TEST(LinkSentencesTest, TheSameStoryGivesTheSameLinks) {
  EXPECT_EQ(LinkSentences(Harbour(), nullptr), LinkSentences(Harbour(), nullptr));
}

TEST(LinkSentencesTest, SentencesOfOneLanguageLinkByTheirWords) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "en", {"The bakery burned down at night.", "Nobody was hurt in the fire."}),
      ArticleOf("b", "en", {"In the fire nobody was hurt.", "A bakery burned down during the night."})};
  EXPECT_THAT(EndsOf(LinkSentences(articles, nullptr)), ElementsAre(std::pair(0, 3), std::pair(1, 2)));
}

TEST(LinkSentencesTest, NothingLinksWithinAnArticle) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "en", {"Velmora closed its harbour.", "Velmora closed its harbour."})};
  EXPECT_THAT(LinkSentences(articles, nullptr), IsEmpty());
}

TEST(LinkSentencesTest, HeadingsAreNotLinked) {
  std::vector<SourceArticle> articles = Harbour();
  articles[0].blocks[0].kind = BlockKind::kHeading;
  EXPECT_THAT(EndsOf(LinkSentences(articles, nullptr)), ElementsAre(std::pair(1, 4), std::pair(2, 3)));
}

TEST(LinkSentencesTest, EmptyInputGivesNoLinks) {
  EXPECT_THAT(LinkSentences({}, nullptr), IsEmpty());
  const std::vector<SourceArticle> articles = {ArticleOf("a", "en", {}), ArticleOf("b", "und", {"..."})};
  EXPECT_THAT(LinkSentences(articles, nullptr), IsEmpty());
}

}  // namespace
}  // namespace polygist::summary
