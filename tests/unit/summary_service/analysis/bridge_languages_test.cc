#include "summary_service/analysis/bridge_languages.h"

#include <gtest/gtest.h>

#include "summary_service/analysis/analyze_articles.h"
#include "tests/support/source_articles.h"

namespace polygist::summary {
namespace {

TEST(RomanisedTest, LettersOfAllAlphabetsBecomeLatin) {
  EXPECT_EQ(Romanised("цунами"), "cunami");
  EXPECT_EQ(Romanised("président"), "president");
  EXPECT_EQ(Romanised("東京"), "");
}

TEST(ConsonantSkeletonTest, TransliterationsMeet) {
  EXPECT_EQ(ConsonantSkeleton("tsunami"), ConsonantSkeleton("sunami"));
  EXPECT_EQ(ConsonantSkeleton(Romanised("Μπελμόρα")).back(), 'r');
  EXPECT_EQ(ConsonantSkeleton("gaddafi"), ConsonantSkeleton("qadhafi"));
}

AnalyzedCorpus Bridged(std::string_view first_language, std::string_view first, std::string_view second_language,
                       std::string_view second) {
  const std::vector<SourceArticle> articles = {ArticleOf(first_language, {first}),
                                               ArticleOf(second_language, {second})};
  return BridgeLanguages(AnalyzeArticles(articles));
}

TEST(BridgeLanguagesTest, BorrowedWordsAreOneTerm) {
  const AnalyzedCorpus corpus = Bridged("fr", "président", "en", "president");
  EXPECT_EQ(corpus.terms[0], corpus.terms[1]);
  EXPECT_NE(corpus.tokens[0], corpus.tokens[1]);
}

TEST(BridgeLanguagesTest, NamesMeetAcrossScripts) {
  const AnalyzedCorpus corpus = Bridged("ru", "мэр Белморы", "en", "mayor of Belmora");
  EXPECT_EQ(corpus.terms[1], corpus.terms[3]);
}

TEST(BridgeLanguagesTest, OtherWordsStayApart) {
  const AnalyzedCorpus corpus = Bridged("fr", "pont", "en", "bridge");
  EXPECT_NE(corpus.terms[0], corpus.terms[1]);
}

}  // namespace
}  // namespace polygist::summary
