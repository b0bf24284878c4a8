#include "summary_service/analysis/bigram_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/measured_story.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

TEST(BigramIndexTest, HoldsPairsWithContentOnce) {
  const MeasuredStory story({ArticleOf("en", {"Old bridge, old bridge, of the", "An old bridge"})});
  // old bridge, bridge old, bridge of; not "of the".
  EXPECT_THAT(story.bigrams.Of(0), SizeIs(3));
  EXPECT_THAT(story.bigrams.HoldersOf(story.bigrams.Of(0)[0]), ElementsAre(0, 1));
}

TEST(BigramIndexTest, KnowsWhatTitlesHold) {
  SourceArticle article = ArticleOf("en", {"The old bridge fell."});
  article.title = "Old bridges";
  const MeasuredStory story({article});
  EXPECT_FALSE(story.bigrams.InTitle(story.bigrams.Of(0)[0]));
  EXPECT_TRUE(story.bigrams.InTitle(story.bigrams.Of(0)[1]));
}

}  // namespace
}  // namespace polygist::summary
