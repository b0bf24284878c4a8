#include "summary_service/merging/word_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "summary_service/merging/align_sentences.h"
#include "summary_service/merging/term_evidence.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::FloatEq;
using testing::Gt;
using testing::Lt;

std::vector<float> SharesOf(const std::vector<SourceArticle>& articles, int sentence) {
  const Story story = ReadStory(articles, nullptr);
  const TermEvidence evidence(story, MatchTerms(story));
  const std::span<const float> shares = evidence.SharesOf(sentence);
  return {shares.begin(), shares.end()};
}

TEST(WordRunsTest, WordsThatNoOtherSentenceHasCountWholly) {
  EXPECT_THAT(SharesOf({ArticleOf("a", "en", {"Velmora harbour closed"}), ArticleOf("b", "en", {"nobody slept"})}, 0),
              Each(FloatEq(1)));
}

TEST(WordRunsTest, TheSecondWordOfANameCountsLessTheOftenerBothCome) {
  const std::vector<SourceArticle> twice = {ArticleOf("a", "en", {"Orla Brenning resigned"}),
                                            ArticleOf("b", "fr", {"Orla Brenning démissionne"})};
  std::vector<SourceArticle> often = twice;
  for (int i = 0; i < 4; ++i) often.push_back(ArticleOf("c", "nl", {"Orla Brenning stapt op"}));
  EXPECT_THAT(SharesOf(twice, 0), ElementsAre(FloatEq(1), AllOf(Gt(0.5f), Lt(1.f)), FloatEq(1)));
  EXPECT_THAT(SharesOf(often, 0), ElementsAre(FloatEq(1), Lt(0.4f), FloatEq(1)));
}

TEST(WordRunsTest, WordsThatAlsoComeApartAreTwo) {
  EXPECT_THAT(
      SharesOf({ArticleOf("a", "en", {"Orla Brenning resigned"}), ArticleOf("b", "en", {"Orla slept", "Orla left"}),
                ArticleOf("c", "en", {"Brenning slept", "Brenning left"})},
               0),
      ElementsAre(FloatEq(1), FloatEq(1), FloatEq(1)));
}

int StrengthOf(const std::string& english, const std::string& dutch, const std::string& french) {
  const std::vector<SentenceLink> links = LinkSentences(
      {{ArticleOf("a", "en", {english}), ArticleOf("b", "nl", {dutch}), ArticleOf("c", "fr", {french})}}, nullptr, {0});
  return links.empty() ? 0 : links.front().strength_permille;
}

TEST(WordRunsTest, OneNameOfThreeWordsLinksLessThanThreeNames) {
  EXPECT_LT(
      StrengthOf("Norra Velmora Brenning denied delays yesterday", "Norra Velmora Brenning betaalt morgen schoonmaak",
                 "Norra Velmora Brenning embauche des marins"),
      StrengthOf("Norra denied Velmora delays yesterday Brenning", "Norra betaalt Velmora morgen schoonmaak Brenning",
                 "Norra embauche Velmora des marins Brenning"));
}

}  // namespace
}  // namespace polygist::summary
