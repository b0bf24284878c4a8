#include "summary_service/lexicon/quotation_marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace polygist::summary {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Quoted(std::string_view text, std::string_view language) {
  std::vector<std::string> quoted;
  for (const ByteSpan span : FindQuotations(text, language)) quoted.emplace_back(Slice(text, span));
  return quoted;
}

TEST(QuotationMarksTest, EveryLocaleHasItsOwn) {
  EXPECT_THAT(Quoted("She said “we stay” and left.", "en"), ElementsAre("we stay"));
  EXPECT_THAT(Quoted("Er sagte: „Wir bleiben“, und ging.", "de"), ElementsAre("Wir bleiben"));
  EXPECT_THAT(Quoted("« On reste », dit-il.", "fr"), ElementsAre("On reste"));
  EXPECT_THAT(Quoted("Hon sa: ”Vi stannar”.", "sv"), ElementsAre("Vi stannar"));
  EXPECT_THAT(Quoted("»Vi bliver«, sagde han.", "da"), ElementsAre("Vi bliver"));
  EXPECT_THAT(Quoted("Powiedział: „Zostajemy”.", "pl"), ElementsAre("Zostajemy"));
  EXPECT_THAT(Quoted("«Мы остаёмся», — сказал он.", "ru"), ElementsAre("Мы остаёмся"));
  EXPECT_THAT(Quoted("「私たちは残る」と述べた。", "ja"), ElementsAre("私たちは残る"));
  EXPECT_THAT(Quoted("他说：“我们留下”。", "zh"), ElementsAre("我们留下"));
}

TEST(QuotationMarksTest, MarksOfOtherLocalesAreRead) {
  EXPECT_THAT(Quoted("'We blijven hier', zei hij.", "nl"), ElementsAre("We blijven hier"));
  EXPECT_THAT(Quoted("\"Kami tetap,\" katanya.", "id"), ElementsAre("Kami tetap,"));
  EXPECT_THAT(Quoted("He said «we stay».", "en"), ElementsAre("we stay"));
}

TEST(QuotationMarksTest, ApostrophesAndInchesOpenNothing) {
  EXPECT_THAT(Quoted("It's the mayor's 'own idea', he's told.", "en"), ElementsAre("own idea"));
  EXPECT_THAT(Quoted("Een scherm van 5\" en een van 6\" breed.", "nl"), IsEmpty());
  EXPECT_THAT(Quoted("rock 'n' roll isn't dead", "en"), ::testing::Each(::testing::StrEq("n")));
}

TEST(QuotationMarksTest, OneInsideAnotherIsPartOfIt) {
  EXPECT_THAT(Quoted("“They call it ‘art’ here,” she said.", "en"), ElementsAre("They call it ‘art’ here,"));
}

TEST(QuotationMarksTest, ManyOpenMarksAreNoQuotationsAndCostLittle) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "“a ";
  EXPECT_THAT(Quoted(text, "en"), IsEmpty());
}

TEST(QuotationMarksTest, AnOpenMarkIsSkipped) {
  EXPECT_THAT(Quoted("“We stay, she said. Then “we left” again.", "en"), ::testing::SizeIs(1));
  EXPECT_THAT(Quoted("“We stay, she said.", "en"), IsEmpty());
}

}  // namespace
}  // namespace polygist::summary
