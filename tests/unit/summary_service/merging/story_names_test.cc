#include "summary_service/merging/story_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Read {
  explicit Read(std::vector<SourceArticle> given)
      : articles(std::move(given)),
        story(ReadStory(articles, nullptr)),
        matches(MatchTerms(story)),
        names(articles, story, matches) {}

  std::vector<std::string> In(int sentence) const {
    std::vector<std::string> written;
    const std::string& text =
        articles[static_cast<size_t>(story.sentences[static_cast<size_t>(sentence)].article)].text;
    for (const NameMention& name : names.In(sentence)) written.emplace_back(Slice(text, name.span));
    return written;
  }

  std::vector<SourceArticle> articles;
  Story story;
  TermMatches matches;
  StoryNames names;
};

TEST(StoryNamesTest, CapitalsTellNamesAndTheFirstWordOfASentenceDoesNot) {
  const Read read({ArticleOf(
      "a", "en",
      {"Rescuers found the ferry, said Ana Ruiz of Harbour Watch.", "Later the rescuers left with Ana Ruiz."})});
  EXPECT_THAT(read.In(0), ElementsAre("Ana Ruiz", "Harbour Watch"));
  EXPECT_THAT(read.In(1), ElementsAre("Ana Ruiz"));
}

TEST(StoryNamesTest, AKnownNameCountsAtTheBeginning) {
  const Read read({ArticleOf("a", "nl", {"De boot van Ruiz kwam aan.", "Ruiz ging aan boord."})});
  EXPECT_THAT(read.In(1), ElementsAre("Ruiz"));
}

TEST(StoryNamesTest, AFirstNameAtTheBeginningJoinsTheSurname) {
  const Read read({ArticleOf("a", "nl", {"Mirta Solano kwam aan.", "Later sprak burgemeester Solano."})});
  EXPECT_THAT(read.In(0), ElementsAre("Mirta Solano"));
}

TEST(StoryNamesTest, WhatIsShoutedIsNoName) {
  const Read read({ArticleOf("a", "en", {"THE PORT IS NOT YOUR STORE ROOM.", "The port is open."})});
  EXPECT_THAT(read.In(0), IsEmpty());
}

TEST(StoryNamesTest, InScriptsWithoutCapitalsNamesAreToldByTheOtherLanguages) {
  const Read read({ArticleOf("a", "en", {"The mayor met Karim Haddad in the port."}),
                   ArticleOf("b", "ar", {"التقى رئيس البلدية كريم حداد في الميناء."})});
  EXPECT_THAT(read.In(1), ::testing::Contains(::testing::HasSubstr("كريم")));
}

TEST(StoryNamesTest, WhereEveryNounHasACapitalOnlyKnownNamesCount) {
  std::vector<std::string> sentences;
  for (int i = 0; i < 8; ++i) sentences.push_back("Der Kapitän der Fähre sah die Küste und den Hafen im Nebel.");
  sentences.push_back("Danach sprach die Kapitänin mit Solano über die Fähre, und dann sprach Anna Ruiz.");
  const Read read(
      {ArticleOf("a", "de", sentences), ArticleOf("b", "en", {"The captain told Solano about the ferry."})});
  EXPECT_THAT(read.In(8), ElementsAre("Solano", "Anna Ruiz"));
}

}  // namespace
}  // namespace polygist::summary
