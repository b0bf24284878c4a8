#include "summary_service/merging/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "summary_service/merging/term_matches.h"
#include "tests/unit/summary_service/lexicon/test_lexicon.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// The strength between the only words of two one-word articles.
double MatchBetween(const std::string& first_language, const std::string& first, const std::string& second_language,
                    const std::string& second, const Lexicon* lexicon = nullptr) {
  const std::vector<SourceArticle> articles = {ArticleOf("a", first_language, {first}),
                                               ArticleOf("b", second_language, {second})};
  const Story story = ReadStory(articles, lexicon);
  const int a = story.sentences[0].uses.back().term, b = story.sentences[1].uses.back().term;
  const TermMatches matches = MatchTerms(story);
  for (const TermMatch match : matches[static_cast<size_t>(a)]) {
    if (match.term() == b) return match.strength();
  }
  return 0;
}

TEST(ReadStoryTest, SentencesKeepTheirPlaces) {
  const std::vector<SourceArticle> articles = {ArticleOf("a", "en", {"One boat.", "Two boats."}),
                                               ArticleOf("b", "fr-CA", {"Un bateau."})};
  const Story story = ReadStory(articles, nullptr);
  ASSERT_EQ(story.sentences.size(), 3u);
  EXPECT_EQ(story.sentences[2].article, 1);
  EXPECT_THAT(story.languages, ElementsAre("en", "fr"));
}

TEST(ReadStoryTest, HeadingsAreReadOnlyWhenAsked) {
  std::vector<SourceArticle> articles = {ArticleOf("a", "en", {"Mayor closes harbour", "Advertisement"})};
  for (SourceBlock& block : articles[0].blocks) block.kind = BlockKind::kHeading;
  EXPECT_THAT(ReadStory(articles, nullptr).sentences[0].uses, IsEmpty());
  const Story story = ReadStory(articles, nullptr, true);
  EXPECT_THAT(story.sentences[0].uses, SizeIs(3));
  EXPECT_THAT(story.sentences[1].uses, IsEmpty());  // Says nothing.
}

TEST(MatchTermsTest, EqualWordsAndKeysMatch) {
  EXPECT_EQ(MatchBetween("en", "Velmora", "nl", "Velmora"), 1);
  EXPECT_EQ(MatchBetween("en", "sixteen", "fr", "seize"), 1);
}

TEST(MatchTermsTest, CognatesMatchInPart) {
  EXPECT_GT(MatchBetween("en", "collective", "fr", "collectif"), 0.6);
  EXPECT_EQ(MatchBetween("en", "bridge", "fr", "maison"), 0);
}

TEST(MatchTermsTest, NamesMeetOverScripts) { EXPECT_GT(MatchBetween("en", "the Murati", "ru", "Мурати"), 0.6); }

TEST(MatchTermsTest, NamesMeetOverScriptsWithoutCapitals) {
  EXPECT_GT(MatchBetween("he", "עם קאנסלארה", "hi", "ने कैन्सेलारा"), 0.4);
  EXPECT_EQ(MatchBetween("he", "עם לבן", "hi", "ने लेबन"), 0);  // Short words are alike by chance.
}

TEST(MatchTermsTest, TheLexiconMatchesTranslations) {
  const TemporaryFile file(lexicon_build::LexiconBytes(SmallPairs(), "CC0-1.0"));
  const Lexicon lexicon = *Lexicon::Open({file.path()});
  EXPECT_EQ(MatchBetween("nl", "kunstenaar", "en", "artist", &lexicon), 1);
  EXPECT_NEAR(MatchBetween("nl", "brief", "fr", "lettre", &lexicon), 0.8, 0.01);
}

TEST(MatchTermsTest, WordsOfOneLanguageMatchByStemOnly) {
  EXPECT_GT(MatchBetween("en", "artists", "en", "artist"), 0.9);
  EXPECT_EQ(MatchBetween("en", "letter", "en", "litter"), 0);
}

}  // namespace
}  // namespace polygist::summary
