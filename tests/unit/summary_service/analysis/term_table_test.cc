#include "summary_service/analysis/term_table.h"

#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

using text::WordKind;

class TermTableTest : public testing::Test {
 protected:
  std::vector<VocabularyEntry> vocabulary_;
  LanguageTerms::SharedTerms shared_;
};

TEST_F(TermTableTest, FormsOfOneWordAreOneTerm) {
  LanguageTerms terms("en", &vocabulary_, &shared_);
  EXPECT_EQ(terms.Find("Minister", WordKind::kLetters), terms.Find("ministers", WordKind::kLetters));
  EXPECT_NE(terms.Find("minister", WordKind::kLetters), terms.Find("president", WordKind::kLetters));
  const TermId minister = terms.Find("MINISTER", WordKind::kLetters, true);
  terms.Count();
  EXPECT_EQ(vocabulary_[minister].occurrences, 4);
  EXPECT_EQ(vocabulary_[minister].capitalised, 1);
}

TEST_F(TermTableTest, WordsOfTwoLanguagesStayApartAndNumbersDoNot) {
  LanguageTerms german("de", &vocabulary_, &shared_);
  LanguageTerms english("en", &vocabulary_, &shared_);
  EXPECT_NE(german.Find("die", WordKind::kLetters), english.Find("die", WordKind::kLetters));
  EXPECT_EQ(german.Find("2024", WordKind::kNumber), english.Find("2024", WordKind::kNumber));
}

TEST_F(TermTableTest, WithoutAStemmerTheBeginningCounts) {
  LanguageTerms terms("cs", &vocabulary_, &shared_);
  EXPECT_EQ(terms.Find("prezident", WordKind::kLetters), terms.Find("prezidentem", WordKind::kLetters));
  EXPECT_NE(terms.Find("ministr", WordKind::kLetters), terms.Find("prezident", WordKind::kLetters));
}

TEST_F(TermTableTest, FunctionWordsAreMarked) {
  LanguageTerms terms("fr", &vocabulary_, &shared_);
  EXPECT_TRUE(vocabulary_[terms.Find("Les", WordKind::kLetters)].stop);
  EXPECT_FALSE(vocabulary_[terms.Find("lettre", WordKind::kLetters)].stop);
}

}  // namespace
}  // namespace polygist::summary
