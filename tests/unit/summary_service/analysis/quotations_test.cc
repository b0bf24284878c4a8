#include "summary_service/analysis/quotations.h"

#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

TEST(HoldsQuotationTest, MarksOfManyScripts) {
  EXPECT_TRUE(HoldsQuotation("He said \"no\"."));
  EXPECT_TRUE(HoldsQuotation("Er sagte: „Nein.“"));
  EXPECT_TRUE(HoldsQuotation("Il a dit « non »."));
  EXPECT_TRUE(HoldsQuotation("彼は「いいえ」と言った。"));
  EXPECT_TRUE(HoldsQuotation("she said ' never again ' ."));
}

TEST(HoldsQuotationTest, ApostrophesAreNone) {
  EXPECT_FALSE(HoldsQuotation("It's the mayor's bridge."));
  EXPECT_FALSE(HoldsQuotation("the mayor 's bridge did n't fall"));
  EXPECT_FALSE(HoldsQuotation("L’homme n’est pas venu."));
}

TEST(FindOpenQuoteTest, TellsTheSideThatIsMissing) {
  EXPECT_EQ(FindOpenQuote("\"We will rebuild."), OpenQuote::kOpens);
  EXPECT_EQ(FindOpenQuote("We will rebuild it,\" he said."), OpenQuote::kCloses);
  EXPECT_EQ(FindOpenQuote("“We will rebuild."), OpenQuote::kOpens);
  EXPECT_EQ(FindOpenQuote("И мы построим», сказал он."), OpenQuote::kCloses);
  EXPECT_EQ(FindOpenQuote("„Wir bauen neu."), OpenQuote::kOpens);
}

TEST(FindOpenQuoteTest, AMarkInAHebrewAbbreviationQuotesNothing) {
  EXPECT_EQ(FindOpenQuote("נשיא ארה\"ב ביקר בעיר."), OpenQuote::kNone);
  EXPECT_EQ(FindOpenQuote("\"נבנה מחדש, אמר נשיא ארה\"ב."), OpenQuote::kOpens);
}

TEST(FindOpenQuoteTest, TellsTheSideWhereSpacesWereSetAroundMarks) {
  EXPECT_EQ(FindOpenQuote("It had to fall , \" the mayor said ."), OpenQuote::kCloses);
  EXPECT_EQ(FindOpenQuote("The mayor said , \" It had to fall ."), OpenQuote::kOpens);
  EXPECT_EQ(FindOpenQuote("\" It had to fall ."), OpenQuote::kOpens);
}

TEST(FindOpenQuoteTest, WholeQuotationsAreNotOpen) {
  EXPECT_EQ(FindOpenQuote("\"No,\" he said."), OpenQuote::kNone);
  EXPECT_EQ(FindOpenQuote("„Nein“, sagte er."), OpenQuote::kNone);
  EXPECT_EQ(FindOpenQuote("Hän sanoi: ”Ei.”"), OpenQuote::kNone);
  EXPECT_EQ(FindOpenQuote("Nothing."), OpenQuote::kNone);
}

}  // namespace
}  // namespace polygist::summary
