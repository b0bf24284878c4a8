#include "ingest_service/segment/mark_run.h"

#include <gtest/gtest.h>

namespace polygist::ingest::segment {
namespace {

std::optional<MarkRun> Read(std::string_view text, std::string_view mark) {
  QuoteCounter quotes(text);
  return ReadMarkRun(text, text.find(mark), RulesFor("en"), &quotes);
}

// The text of the run that begins with `mark`.
std::string_view RunOf(std::string_view text, std::string_view mark) {
  const auto run = Read(text, mark);
  return run ? text.substr(text.find(mark), run->end - text.find(mark)) : std::string_view();
}

TEST(ReadMarkRunTest, RunsOfMarksHaveOneKind) {
  EXPECT_EQ(Read("What?!.. So", "?")->kind, Mark::kExclaim);
  EXPECT_EQ(Read("Well... So", ".")->kind, Mark::kEllipsis);
  EXPECT_EQ(Read("Well . . . So", ".")->kind, Mark::kEllipsis);
  EXPECT_EQ(Read("はい。そう", "。")->kind, Mark::kFull);
  EXPECT_EQ(Read("Well 👍 So", "👍")->kind, Mark::kPictograph);
  EXPECT_EQ(Read("Well\nSo", "\n")->kind, Mark::kLineBreak);
}

TEST(ReadMarkRunTest, ClosingSignsBelongToTheMarks) {
  EXPECT_EQ(RunOf("(“Yes!”) Then", "!"), "!”)");
  EXPECT_TRUE(Read("(“Yes!”) Then", "!")->closes_quote);
  EXPECT_TRUE(Read("(“Yes!”) Then", "!")->closes_bracket);
}

TEST(ReadMarkRunTest, MarksAfterAClosingSignDecide) {
  EXPECT_EQ(RunOf("“Yes!”. Then", "!"), "!”.");
  EXPECT_FALSE(Read("“Yes!”. Then", "!")->closes_quote);
}

TEST(ReadMarkRunTest, AnOpeningQuoteDoesNotBelong) {
  EXPECT_EQ(RunOf("Yes. \"Then", "."), ".");
  EXPECT_EQ(RunOf("Yes.“Then", "."), ".");
}

TEST(ReadMarkRunTest, FootnotesAndEmojiBelong) {
  EXPECT_EQ(RunOf("Yes.[12] Then", "."), ".[12]");
  EXPECT_EQ(RunOf("Yes.¹² Then", "."), ".¹²");
  EXPECT_EQ(RunOf("Yes! 👍🏽 Then", "!"), "! 👍🏽");
  EXPECT_EQ(RunOf("Yes! ;-) Then", "!"), "! ;-)");
}

TEST(ReadMarkRunTest, DetachedSignsBelong) {
  EXPECT_EQ(RunOf("« Oui. » Puis", "."), ". »");
  EXPECT_EQ(RunOf("Non... ! Puis", "..."), "... !");
  EXPECT_EQ(RunOf("Ja. '' Toen", "."), ". ''");
}

TEST(ReadMarkRunTest, ADetachedTypewriterQuoteBelongsWhenItCloses) {
  EXPECT_EQ(RunOf("He said \" Yes. \" Then", "."), ". \"");
  EXPECT_EQ(RunOf("He left. \" Then", "."), ".");
}

TEST(ReadMarkRunTest, ABracketIsNoMark) { EXPECT_FALSE(Read("a (word) b", ")")); }

TEST(QuoteCounterTest, ApostrophesAreNoQuotes) {
  constexpr std::string_view kText = "the boys' and jen 's ' plan '";
  QuoteCounter quotes(kText);
  EXPECT_TRUE(quotes.IsOpenBefore(kText.size() - 1));
}

TEST(QuoteCounterTest, CountsOverSentences) {
  constexpr std::string_view kText = "\" One. Two. \"";
  QuoteCounter quotes(kText);
  EXPECT_TRUE(quotes.IsOpenBefore(kText.size() - 1));
}

}  // namespace
}  // namespace polygist::ingest::segment
