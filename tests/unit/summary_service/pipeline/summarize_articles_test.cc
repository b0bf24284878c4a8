#include "summary_service/pipeline/summarize_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "common/base/error.h"
#include "summary_service/analysis/length.h"
#include "summary_service/pipeline/explain_summaries.h"
#include "tests/support/bridge_story.h"

namespace polygist::summary {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

SummaryOptions Options(Budget budget) {
  SummaryOptions options;
  options.budgets = {budget};
  return options;
}

Summary English(const SummaryOptions& options) {
  const absl::StatusOr<Summaries> summaries = SummarizeArticles({}, BridgeStory(), options);
  EXPECT_TRUE(summaries.ok()) << summaries.status();
  return summaries->per_language[0];
}

std::vector<SentenceRef> RefsOf(const Summary& summary) {
  std::vector<SentenceRef> refs;
  for (const SummarySentence& sentence : summary.sentences) refs.push_back(sentence.ref);
  return refs;
}

std::vector<std::string> WarningsOf(const Summary& summary) {
  std::vector<std::string> codes;
  for (const SummaryWarning& warning : summary.warnings) codes.push_back(warning.code);
  return codes;
}

TEST(SummarizeArticlesTest, OneSummaryPerLanguageAndOneMerged) {
  const absl::StatusOr<Summaries> summaries =
      SummarizeArticles({}, BridgeStory(), Options({BudgetUnit::kSentences, 2}));
  ASSERT_TRUE(summaries.ok()) << summaries.status();
  ASSERT_THAT(summaries->per_language, SizeIs(2));
  EXPECT_EQ(summaries->per_language[0].language, "en");
  EXPECT_THAT(summaries->per_language[0].articles, ElementsAre(1, 2));
  EXPECT_THAT(summaries->per_language[0].sentences, SizeIs(2));
  EXPECT_EQ(summaries->per_language[1].language, "fr");
  ASSERT_TRUE(summaries->merged.has_value());
  EXPECT_EQ(summaries->merged->language, kMergedLanguage);
}

TEST(SummarizeArticlesTest, PartsAddUpToTheScore) {
  for (const SummarySentence& sentence : English(Options({BudgetUnit::kSentences, 3})).sentences) {
    int64_t sum = 0;
    for (const ScorePart& part : sentence.parts) sum += part.value_micros;
    EXPECT_EQ(sum, sentence.score_micros);
  }
}

TEST(SummarizeArticlesTest, ABudgetTooSmallShowsTheBeginningOfASentence) {
  const Summary summary = English(Options({BudgetUnit::kWords, 3}));
  ASSERT_THAT(summary.sentences, SizeIs(1));
  EXPECT_THAT(summary.sentences[0].flags, Contains(SentenceFlag::kExcerpt));
  EXPECT_LT(summary.sentences[0].shown_bytes, 25);
  EXPECT_GT(summary.sentences[0].shown_bytes, 0);
  EXPECT_THAT(WarningsOf(summary), ElementsAre("BUDGET_TOO_SMALL"));
}

TEST(SummarizeArticlesTest, LongerSummariesContainShorterOnes) {
  SummaryOptions options = Options({BudgetUnit::kSentences, 1});
  const std::vector<SentenceRef> alone = RefsOf(English(options));
  options.budgets.push_back({BudgetUnit::kSentences, 3});
  const Summary nested = English(options);
  EXPECT_THAT(nested.sentences, SizeIs(3));
  for (const SummarySentence& sentence : nested.sentences) {
    EXPECT_EQ(sentence.first_budget == 0, sentence.ref == alone[0]);
  }
}

TEST(SummarizeArticlesTest, AQuestionMovesTheSummary) {
  SummaryOptions options = Options({BudgetUnit::kSentences, 1});
  options.query = "When was it built?";
  EXPECT_THAT(RefsOf(English(options)), ElementsAre(SentenceRef{2, 1}));
  options.query = "elephants";
  EXPECT_THAT(WarningsOf(English(options)), ElementsAre("QUERY_NOT_FOUND"));
}

TEST(SummarizeArticlesTest, WhatIsReadIsNotToldAgain) {
  SummaryOptions options = Options({BudgetUnit::kSentences, 2});
  options.already_read = {1};
  const Summary summary = English(options);
  EXPECT_THAT(summary.articles, ElementsAre(2));
  EXPECT_THAT(RefsOf(summary), ElementsAre(SentenceRef{2, 1}, SentenceRef{2, 2}));
  options.already_read = {1, 2};
  EXPECT_THAT(WarningsOf(English(options)), ElementsAre("NOTHING_NEW"));
  EXPECT_THAT(English(options).sentences, IsEmpty());
}

TEST(SummarizeArticlesTest, WantedSentencesAreInAndUnwantedOnesNot) {
  SummaryOptions options = Options({BudgetUnit::kSentences, 2});
  options.must_include = {{2, 2}};
  options.must_exclude = {{1, 0}};
  EXPECT_THAT(RefsOf(English(options)), Contains(SentenceRef{2, 2}));
  EXPECT_THAT(RefsOf(English(options)), Not(Contains(SentenceRef{1, 0})));
  options.budgets = {{BudgetUnit::kWords, 8}};
  EXPECT_THAT(WarningsOf(English(options)), Contains("SENTENCE_LEFT_OUT"));
}

TEST(SummarizeArticlesTest, SpeechThatGoesOnIsNoLineOfItsOwn) {
  std::vector<SourceArticle> articles = BridgeStory();
  SummaryOptions options = Options({BudgetUnit::kSentences, 2});
  const SentenceRef first = SummarizeArticles({}, articles, options)->per_language[0].sentences[0].ref;
  SourceArticle& article = articles[static_cast<size_t>(first.article)];
  article.text[static_cast<size_t>(article.sentences[static_cast<size_t>(first.sentence)].span.begin)] = '"';
  const auto english = [&] { return RefsOf(SummarizeArticles({}, articles, options)->per_language[0]); };
  EXPECT_THAT(english(), Not(Contains(first)));
  EXPECT_EQ(ExplainSentences({}, articles, options, {&first, 1})->at(0).verdict, Verdict::kNotEligible);
  options.must_include = {first};
  EXPECT_THAT(english(), Contains(first));
  options.must_include = {};
  options.budgets = {{BudgetUnit::kCharacters, 30}};
  EXPECT_THAT(SummarizeArticles({}, articles, options)->per_language[0].sentences, SizeIs(1));
}

TEST(SummarizeArticlesTest, SupportNamesWhoSaysTheSame) {
  SummaryOptions options = Options({BudgetUnit::kSentences, 1});
  options.must_include = {{1, 0}};
  const SummarySentence sentence = English(options).sentences[0];
  EXPECT_THAT(sentence.supporting_articles, Contains(1));
  EXPECT_THAT(sentence.supporting_sources, Contains("herald.example"));
  EXPECT_THAT(sentence.supporting_languages, Each("en"));
  EXPECT_EQ(sentence.independent_origins, static_cast<int>(sentence.supporting_articles.size()));
}

TEST(SummarizeArticlesTest, DisagreementsAreFoundWhenAsked) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("fr", {"Le ferry Aurelia transportait 214 passagers quand il s'est échoué près de Velmora."}),
      ArticleOf("nl", {"De ferry Aurelia had 241 passagiers aan boord toen hij bij Velmora strandde."})};
  SummaryOptions options;
  EXPECT_THAT(SummarizeArticles({}, articles, options)->disagreements, IsEmpty());
  options.disagreements = true;
  const absl::StatusOr<Summaries> summaries = SummarizeArticles({}, articles, options);
  ASSERT_THAT(summaries->disagreements, SizeIs(1));
  EXPECT_EQ(summaries->disagreements[0].about, "passagers");
  // And of one language alone, which has no links.
  EXPECT_THAT(SummarizeArticles({}, std::vector<SourceArticle>{articles[0], articles[0]}, options)->disagreements,
              IsEmpty());
}

TEST(SummarizeArticlesTest, AnArticleWithoutSentencesGivesAnEmptySummary) {
  const std::vector<SourceArticle> articles = {ArticleOf("en", {})};
  const absl::StatusOr<Summaries> summaries = SummarizeArticles({}, articles, SummaryOptions{});
  ASSERT_TRUE(summaries.ok());
  EXPECT_THAT(summaries->per_language[0].sentences, IsEmpty());
}

TEST(SummarizeArticlesTest, AHeadingIsTakenWhenThereIsNothingElse) {
  std::vector<SourceArticle> articles = {ArticleOf("en", {"Bridge closed"})};
  articles[0].blocks[0].kind = BlockKind::kHeading;
  const absl::StatusOr<Summaries> summaries = SummarizeArticles({}, articles, SummaryOptions{});
  ASSERT_TRUE(summaries.ok());
  EXPECT_THAT(summaries->per_language[0].sentences, SizeIs(1));
}

TEST(SummarizeArticlesTest, FiltersThatLeaveNothingAreRefused) {
  SummaryOptions options;
  options.languages = {"xx"};
  EXPECT_EQ(ReasonOf(SummarizeArticles({}, BridgeStory(), options).status()), "NO_ARTICLE_LEFT");
}

TEST(SummarizeArticlesTest, StopsWhenCancelled) {
  RequestContext call;
  call.cancelled = [] { return true; };
  EXPECT_EQ(SummarizeArticles(call, BridgeStory(), SummaryOptions{}).status().code(), absl::StatusCode::kCancelled);
}

TEST(SummarizeArticlesTest, StopsBetweenTheStepsOfLongWork) {
  int asked = 0;
  RequestContext call;
  call.cancelled = [&] { return ++asked == 3; };  // Read; linked; grouped.
  EXPECT_EQ(SummarizeArticles(call, BridgeStory(), SummaryOptions{}).status().code(), absl::StatusCode::kCancelled);
  EXPECT_EQ(asked, 3);
}

// Two reports of one event, sure to be linked by names and numbers, and another statement in each.
std::vector<SourceArticle> FerryStory() {
  return {
      ArticleOf("en", {"The ferry Sinar Merah of Nusa Line with 214 passengers ran aground near Port Salvo on Monday "
                       "while the weather was fine.",
                       "Captain Solano will speak in Aruna tomorrow."}),
      ArticleOf("nl", {"De veerboot Sinar Merah van Nusa Line met 214 passagiers liep maandag vast bij Port Salvo.",
                       "De haven van Belmora blijft voorlopig dicht."})};
}

SummaryOptions Merged(std::vector<std::string> reading, Budget budget) {
  SummaryOptions options = Options(budget);
  options.per_language = false;
  options.reading_languages = std::move(reading);
  return options;
}

std::vector<SummarySentence> Told(std::vector<std::string> reading, Budget budget = {BudgetUnit::kSentences, 4}) {
  return SummarizeArticles({}, FerryStory(), Merged(std::move(reading), budget))->merged->sentences;
}

TEST(ReadingLanguagesTest, ALanguageOfNoArticleChangesNoChoice) {
  const auto refs_of = [](const std::vector<SummarySentence>& sentences) {
    std::vector<SentenceRef> refs;
    for (const SummarySentence& sentence : sentences) refs.push_back(sentence.ref);
    return refs;
  };
  EXPECT_EQ(refs_of(Told({"ja"}, {BudgetUnit::kWords, 40})), refs_of(Told({}, {BudgetUnit::kWords, 40})));
}

TEST(ReadingLanguagesTest, AStatementIsShownInTheReadersLanguage) {
  for (const int article : {0, 1}) {
    const std::vector<SummarySentence> told = Told({article == 0 ? "en" : "nl"});
    EXPECT_THAT(told, Contains(Field(&SummarySentence::ref, SentenceRef{article, 0})));
    EXPECT_THAT(told, Not(Contains(Field(&SummarySentence::ref, SentenceRef{1 - article, 0}))));
  }
}

TEST(ReadingLanguagesTest, WhatIsShownInThePlaceOfAnotherNamesIt) {
  int stand_ins = 0;
  for (const std::string reading : {"en", "nl"}) {
    for (const SummarySentence& sentence : Told({reading}, {BudgetUnit::kSentences, 1})) {
      stand_ins += sentence.stands_for.has_value();
      if (sentence.stands_for) {
        EXPECT_THAT(sentence.evidence, Contains(*sentence.stands_for));
      }
    }
  }
  EXPECT_EQ(stand_ins, 1) << "One of the two languages tells it best.";
}

TEST(ReadingLanguagesTest, WhatNoReaderReadsHasAGist) {
  for (const SummarySentence& sentence : Told({"ja"})) EXPECT_TRUE(sentence.gist.has_value());
  for (const SummarySentence& sentence : Told({"nl", "en"})) EXPECT_FALSE(sentence.gist.has_value());
  for (const SummarySentence& sentence : Told({})) EXPECT_FALSE(sentence.gist.has_value());
}

TEST(ReadingLanguagesTest, TheLengthOfWhatIsShownCounts) {
  for (const std::string reading : {"en", "nl"}) {
    for (int words = 8; words <= 40; words += 4) {
      int shown = 0;
      for (const SummarySentence& sentence : Told({reading}, {BudgetUnit::kWords, words})) {
        const SourceArticle article = FerryStory()[sentence.ref.article];
        const ByteSpan span = article.sentences[sentence.ref.sentence].span;
        shown += MeasureLength(Slice(article.text, {span.begin, span.begin + sentence.shown_bytes})).words;
      }
      EXPECT_LE(shown, words) << reading;
      EXPECT_GT(shown, 0) << reading;
    }
  }
}

TEST(ReadingLanguagesTest, AWantedSentenceStaysItself) {
  SummaryOptions options = Merged({"nl"}, {BudgetUnit::kSentences, 1});
  options.must_include = {{0, 0}};
  const absl::StatusOr<Summaries> summaries = SummarizeArticles({}, FerryStory(), options);
  EXPECT_THAT(RefsOf(*summaries->merged), ElementsAre(SentenceRef{0, 0}));
  EXPECT_TRUE(summaries->merged->sentences[0].gist.has_value());
}

TEST(EvidenceTest, SupportRestsOnSentences) {
  for (const SummarySentence& sentence : Told({})) {
    for (const Evidence& one : sentence.evidence) {
      EXPECT_THAT(sentence.supporting_articles, Contains(one.ref.article));
      EXPECT_GT(one.strength_permille, 0);
    }
    for (const int article : sentence.supporting_articles) {
      if (article == sentence.ref.article) continue;
      EXPECT_THAT(sentence.evidence, Contains(Field(&Evidence::ref, Field(&SentenceRef::article, article))));
    }
  }
  EXPECT_THAT(Told({}), Contains(Field(&SummarySentence::evidence, Not(IsEmpty()))));
}

}  // namespace
}  // namespace polygist::summary
