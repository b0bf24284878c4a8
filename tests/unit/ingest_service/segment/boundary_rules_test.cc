#include "ingest_service/segment/boundary_rules.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace polygist::ingest::segment {
namespace {

// "‖" stands where the mark ends that is asked about; it is taken out.
struct RuleCase {
  std::string name;
  std::string language;
  std::string text;
  bool boundary;
  Rule rule;

  friend void PrintTo(const RuleCase& test, std::ostream* out) { *out << test.name; }
};

Verdict DecideAt(const RuleCase& test) {
  constexpr std::string_view kSign = "‖";
  std::string text = test.text;
  const size_t end = text.find(kSign);
  text.erase(end, kSign.size());
  const LanguageRules& rules = RulesFor(test.language);
  QuoteCounter quotes(text);
  for (size_t at = 0; at < text.size(); ++at) {
    const auto candidate = ReadCandidate(text, at, rules, &quotes);
    if (candidate && candidate->run.end == end) return Decide(text, 0, *candidate, rules);
    if (candidate) at = candidate->run.end;
  }
  ADD_FAILURE() << "no candidate in " << test.text;
  return {};
}

class DecideTest : public ::testing::TestWithParam<RuleCase> {};

TEST_P(DecideTest, NamesItsRule) {
  const Verdict verdict = DecideAt(GetParam());
  EXPECT_EQ(verdict.boundary, GetParam().boundary);
  EXPECT_EQ(verdict.rule, GetParam().rule);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, DecideTest,
    ::testing::Values(RuleCase{"EndOfBlock", "en", "It rained.‖", true, Rule::kEndOfBlock},
                      RuleCase{"Continuation", "en", "It rained (a lot.)‖, he said", false, Rule::kContinuation},
                      RuleCase{"NumeroContinues", "ru", "Заря. 2004.‖ № 5", false, Rule::kContinuation},
                      RuleCase{"NothingYet", "en", "...‖ And so", false, Rule::kNothingYet},
                      RuleCase{"LineBreak", "en", "First line‖\nSecond", true, Rule::kLineBreak},
                      RuleCase{"WrappedLine", "en", "First line‖\nof two", false, Rule::kWrappedLine},
                      RuleCase{"FullMark", "ja", "雨だ。‖風だ。", true, Rule::kFullMark},
                      RuleCase{"QuoteGoesOn", "ja", "「雨だ。」‖と言う。", false, Rule::kQuoteGoesOn},
                      RuleCase{"InsideTitle", "zh", "看《走吧！‖朋友》。", false, Rule::kInsideTitle},
                      RuleCase{"NoBlank", "en", "See example.‖org now", false, Rule::kNoBlank},
                      RuleCase{"MissingBlank", "en", "It rained.‖The end", true, Rule::kMissingBlank},
                      RuleCase{"ListMarker", "en", "12.‖ Rain", false, Rule::kListMarker},
                      RuleCase{"SpacedPeriod", "en", "it rained .‖ we left", true, Rule::kSpacedPeriod},
                      RuleCase{"LowerCase", "en", "\"Rain!\"‖ he said", false, Rule::kLowerCase},
                      RuleCase{"CaselessWriter", "en", "it was fun!‖ we left", true, Rule::kCaselessWriter},
                      RuleCase{"LowerCaseStart", "en", "We stayed indoors.‖ nobody left", true, Rule::kLowerCaseStart},
                      RuleCase{"Pause", "en", "It is ...‖ Rain", false, Rule::kPause},
                      RuleCase{"InsideBracket", "en", "The lake (It froze.)‖ Mary left", false, Rule::kInsideBracket},
                      RuleCase{"Ordinal", "de", "Am 12.‖ Juni", false, Rule::kOrdinal},
                      RuleCase{"AbbreviationBefore", "en", "with Dr.‖ Bell", false, Rule::kAbbreviationBefore},
                      RuleCase{"AbbreviationNumber", "en", "see fig.‖ 4", false, Rule::kAbbreviationNumber},
                      RuleCase{"AbbreviationInside", "en", "at Harlow Inc.‖ Friday", false, Rule::kAbbreviationInside},
                      RuleCase{"AbbreviationEnd", "en", "at Harlow Inc.‖ They left", true, Rule::kAbbreviationEnd},
                      RuleCase{"Initial", "en", "by J.‖ Hall", false, Rule::kInitial},
                      RuleCase{"Unit", "pl", "pod r.‖ Bug", false, Rule::kUnit},
                      RuleCase{"UnitAfterNumber", "pl", "za 5 zł.‖ Potem", true, Rule::kMark},
                      RuleCase{"Acronym", "en", "the N.H.S.‖ Trust", false, Rule::kAcronym},
                      RuleCase{"Vowelless", "en", "with Wm.‖ Hall", false, Rule::kVowelless},
                      RuleCase{"Pictograph", "en", "Great 👍‖ We left", true, Rule::kPictograph},
                      RuleCase{"PictographInside", "en", "Great 👍‖ match", false, Rule::kPictograph},
                      RuleCase{"Mark", "en", "It rained.‖ Mary left", true, Rule::kMark}),
    [](const auto& info) { return info.param.name; });

TEST(EndsAtBlankTest, WordsThatEndOrBeginASentence) {
  const LanguageRules& thai = RulesFor("th");
  constexpr std::string_view kEnder = "ขอบคุณครับ พบกันใหม่";
  EXPECT_TRUE(EndsAtBlank(kEnder, 0, kEnder.find(' '), thai));
  constexpr std::string_view kNone = "ฝนตก ทั้งวัน";
  EXPECT_FALSE(EndsAtBlank(kNone, 0, kNone.find(' '), thai));
}

}  // namespace
}  // namespace polygist::ingest::segment
