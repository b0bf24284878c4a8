#include "summary_service/merging/query_matches.h"

#include <gtest/gtest.h>

#include "tests/unit/summary_service/lexicon/test_lexicon.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

std::vector<SourceArticle> Articles() {
  return {ArticleOf("a", "fr",
                    {"Le pont de Salvo est fermé depuis lundi.", "Le maire parle aux journalistes.",
                     "Les habitants attendent 250 bateaux."}),
          ArticleOf("b", "ru", {"Корабль вышел из порта.", "Капитан Солано дал интервью."})};
}

Lexicon Dictionary() {
  const TemporaryFile file(lexicon_build::LexiconBytes(SmallPairs(), "test"));
  return *Lexicon::Open({file.path()});
}

TEST(QueryMatchesTest, ADictionaryFindsTheQuestionInAnotherLanguage) {
  const Lexicon lexicon = Dictionary();
  const std::vector<std::string> reader = {"nl"};
  const std::vector<double> matches = MatchQuery(Articles(), &lexicon, "de brug", reader);
  ASSERT_EQ(matches.size(), 5u);
  EXPECT_GT(matches[0], 0.3);
  EXPECT_EQ(matches[1], 0);
}

TEST(QueryMatchesTest, TheLanguageOfTheQuestionIsGuessedFromTheDictionary) {
  const Lexicon lexicon = Dictionary();
  const std::vector<double> matches = MatchQuery(Articles(), &lexicon, "brug", {});
  ASSERT_EQ(matches.size(), 5u);
  EXPECT_GT(matches[0], 0.3);
}

TEST(QueryMatchesTest, NamesNumbersAndCognatesNeedNoDictionary) {
  const std::vector<std::string> reader = {"en"};
  EXPECT_GT(MatchQuery(Articles(), nullptr, "captain Solano", reader).at(4), 0.2);
  EXPECT_GT(MatchQuery(Articles(), nullptr, "250", reader).at(2), 0.5);
  EXPECT_GT(MatchQuery(Articles(), nullptr, "journalists", reader).at(1), 0.3);
}

TEST(QueryMatchesTest, NothingFoundIsEmpty) {
  const std::vector<std::string> reader = {"en"};
  EXPECT_TRUE(MatchQuery(Articles(), nullptr, "zebra", reader).empty());
}

}  // namespace
}  // namespace polygist::summary
