#include "summary_service/merging/disagreements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "summary_service/merging/compare_articles.h"
#include "summary_service/merging/compare_quantities.h"
#include "tests/unit/summary_service/lexicon/test_lexicon.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::vector<std::string>> RowsOf(const std::string& file) {
  std::ifstream in(std::string(POLYGIST_SOURCE_DIR) + "/tests/data/disagreements/" + file);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> fields;
    std::istringstream parts(line);
    for (std::string field; std::getline(parts, field, '\t');) fields.push_back(field);
    rows.push_back(fields);
  }
  return rows;
}

std::string WordFile() {
  lexicon_build::WordPairs pairs;
  for (const auto& row : RowsOf("words.tsv")) pairs.AddGloss(row[0], row[1], "en", row[2]);
  return lexicon_build::LexiconBytes(pairs, "Apache-2.0");
}

class DisagreementsTest : public testing::Test {
 protected:
  DisagreementsTest() : file_(WordFile()), lexicon_(*Lexicon::Open({file_.path()})) {}

  std::vector<Disagreement> Between(const std::string& first_language, const std::string& first,
                                    const std::string& second_language, const std::string& second) const {
    const std::vector<SourceArticle> articles = {ArticleOf("a", first_language, {first}),
                                                 ArticleOf("b", second_language, {second})};
    return CompareArticles(articles, &lexicon_).disagreements;
  }

  std::string KindBetween(const std::string& first, const std::string& second) const {
    const std::vector<Disagreement> found = Between("en", first, "en", second);
    return found.size() == 1 ? std::string(NameOf(found[0].kind)) : std::to_string(found.size());
  }

  TemporaryFile file_;
  Lexicon lexicon_;
};

std::string Filled(const std::string& sentence, const std::string& number) {
  std::string filled = sentence;
  return filled.replace(filled.find("{}"), 2, number);
}

// All pairs of languages of all events: 5 events, 7 languages, 105 pairs that disagree and as many
// that do not, and 16 that count different things.
TEST_F(DisagreementsTest, TheLabelledPairsReachTheirMarks) {
  int found = 0, wanted = 0, wrong = 0;
  std::map<std::string, std::vector<std::vector<std::string>>> events;
  for (const auto& row : RowsOf("events.tsv")) events[row[0]].push_back(row);
  for (const auto& [event, tellings] : events) {
    for (size_t i = 0; i < tellings.size(); ++i) {
      for (size_t j = i + 1; j < tellings.size(); ++j) {
        const auto& a = tellings[i];
        const auto& b = tellings[j];
        ++wanted;
        const std::vector<Disagreement> differ = Between(a[1], Filled(a[2], "84"), b[1], Filled(b[2], "62"));
        found += differ.size() == 1 && differ[0].kind == DisagreementKind::kDisagree;
        wrong += !Between(a[1], Filled(a[2], "84"), b[1], Filled(b[2], "84")).empty();
      }
    }
  }
  for (const auto& row : RowsOf("apart.tsv")) {
    const bool alarm = !Between(row[0], row[1], row[2], row[3]).empty();
    wrong += alarm;
    if (alarm) std::cout << "wrong: " << row[1] << " / " << row[3] << "\n";
  }
  const double precision = static_cast<double>(found) / std::max(1, found + wrong);
  const double recall = static_cast<double>(found) / wanted;
  std::cout << "precision " << precision << ", recall " << recall << " of " << wanted << "\n";
  EXPECT_GE(wanted, 100);
  EXPECT_GE(precision, 0.95);
  EXPECT_GE(recall, 0.7);
}

// What a telling of stories.tsv says: "=35" exactly, "~35" about, "30-40", "35/210" of, "@20270312" a date.
struct Told {
  char form = '=';
  double value = 0;
  double other = 0;
};

Told ToldBy(const std::string& label) {
  for (const char form : {'-', '/'}) {
    const size_t at = label.find(form);
    if (at != std::string::npos) return {form, std::stod(label.substr(0, at)), std::stod(label.substr(at + 1))};
  }
  return {label[0], std::stod(label.substr(1)), 0};
}

// What two tellings are to each other; empty when they agree.
std::string Expected(Told a, Told b) {
  if (b.form == '-' || b.form == '/') std::swap(a, b);
  if (a.form == '-') return b.value >= a.value && b.value <= a.other ? "RANGE" : "DISAGREE";
  if (a.form == '/' && b.value == a.other) return "PART_OF";
  if (a.value == b.value) return "";
  const bool near = std::max(a.value, b.value) <= 1.1 * std::min(a.value, b.value);
  return near && (a.form == '~' || b.form == '~') ? "APPROXIMATE" : "DISAGREE";
}

// Freely told, each language in its own words: 8 stories, 6 languages, 120 pairs, 69 of which differ. The dictionary
// of the tests knows few of these words, so recall is that of names and numbers: what counts is that nothing is false.
TEST_F(DisagreementsTest, FreelyToldStoriesRaiseNoFalseAlarm) {
  std::map<std::string, std::vector<std::vector<std::string>>> stories;
  for (const auto& row : RowsOf("stories.tsv")) stories[row[0]].push_back(row);
  int pairs = 0, found = 0;
  for (const auto& [story, tellings] : stories) {
    for (size_t i = 0; i < tellings.size(); ++i) {
      for (size_t j = i + 1; j < tellings.size(); ++j) {
        ++pairs;
        const auto& a = tellings[i];
        const auto& b = tellings[j];
        for (const Disagreement& disagreement : Between(a[1], a[3], b[1], b[3])) {
          ++found;
          EXPECT_EQ(NameOf(disagreement.kind), Expected(ToldBy(a[2]), ToldBy(b[2]))) << a[3] << "\n" << b[3];
        }
      }
    }
  }
  EXPECT_EQ(pairs, 120);
  EXPECT_GE(found, 20);
}

// One event each, told with dates and weekdays: 61 pairs, 25 of different days.
TEST_F(DisagreementsTest, WeekdaysAndDatesOfOneEventDiffer) {
  std::map<std::string, std::vector<std::vector<std::string>>> stories;
  for (const auto& row : RowsOf("days.tsv")) stories[row[0]].push_back(row);
  const auto article_of = [](const std::vector<std::string>& telling) {
    SourceArticle article = ArticleOf(telling[1], telling[1], {telling[4]});
    absl::Time published;
    EXPECT_TRUE(absl::ParseTime("%Y-%m-%d", telling[2], &published, nullptr));
    article.publish_time = published;
    return article;
  };
  int pairs = 0, found = 0, wrong = 0;
  for (const auto& [story, tellings] : stories) {
    for (size_t i = 0; i < tellings.size(); ++i) {
      for (size_t j = i + 1; j < tellings.size(); ++j) {
        ++pairs;
        const std::vector<SourceArticle> articles = {article_of(tellings[i]), article_of(tellings[j])};
        const bool differ = !CompareArticles(articles, &lexicon_).disagreements.empty();
        found += differ && tellings[i][3] != tellings[j][3];
        wrong += differ && tellings[i][3] == tellings[j][3];
      }
    }
  }
  EXPECT_EQ(pairs, 61);
  EXPECT_EQ(wrong, 0);
  EXPECT_GE(found, 15);
}

TEST_F(DisagreementsTest, EveryValueIsReportedWithItsPlace) {
  const std::vector<Disagreement> found =
      Between("en", "The letter to Kestrel Media was signed by 16 artists of the Novara collective.", "fr",
              "La lettre à Kestrel Media a été signée par 14 artistes du collectif Novara.");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].about, "artists");
  ASSERT_THAT(found[0].values, SizeIs(2));
  EXPECT_EQ(found[0].values[0].value, 16);
  EXPECT_EQ(found[0].values[1].article, 1);
  EXPECT_EQ(found[0].values[1].value, 14);
}

TEST_F(DisagreementsTest, AnEstimateThatFitsIsApproximate) {
  EXPECT_EQ(KindBetween("The ferry Aurelia carried about 150 passengers near Velmora.",
                        "The ferry Aurelia carried 147 passengers near Velmora."),
            "APPROXIMATE");
  EXPECT_EQ(KindBetween("The ferry Aurelia carried 1,500 passengers near Velmora.",
                        "The ferry Aurelia carried 1,487 passengers near Velmora."),
            "APPROXIMATE");
}

TEST_F(DisagreementsTest, APartIsNoContradiction) {
  EXPECT_EQ(KindBetween("The letter to Kestrel Media was signed by 16 of the 300 artists in the Novara "
                        "collective.",
                        "The letter to Kestrel Media was signed for 300 artists in the Novara collective."),
            "PART_OF");
}

TEST_F(DisagreementsTest, AValueInsideARangeIsARange) {
  EXPECT_EQ(KindBetween("The ferry Aurelia carried 80 to 90 passengers near Velmora.",
                        "The ferry Aurelia carried 84 passengers near Velmora."),
            "RANGE");
}

TEST_F(DisagreementsTest, LowerBoundsContradictNothing) {
  EXPECT_EQ(KindBetween("The ferry Aurelia carried more than 50 passengers near Velmora.",
                        "The ferry Aurelia carried 84 passengers near Velmora."),
            "0");
}

TEST_F(DisagreementsTest, CompactAndSpelledAmountsAgree) {
  EXPECT_THAT(Between("en", "Kestrel Motors in Odrin is valued at $150B, Petra Lindqvist said.", "fr",
                      "Kestrel Motors à Odrin est évaluée à 150 milliards de dollars, a déclaré Petra "
                      "Lindqvist."),
              IsEmpty());
}

TEST_F(DisagreementsTest, DatesOfOneStatementDiffer) {
  const std::vector<Disagreement> found =
      Between("en", "The ferry Aurelia ran aground near Velmora on 3 May 2026, Petra Lindqvist said.", "nl",
              "De veerboot Aurelia liep op 4 mei 2026 bij Velmora vast, zei Petra Lindqvist.");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].values[0].value, 20260503);
  EXPECT_EQ(found[0].values[1].unit, "date");
}

TEST_F(DisagreementsTest, ALaterReportOfOneSourceIsARevision) {
  std::vector<SourceArticle> articles = {
      ArticleOf("a", "en", {"Governor Ilan Petrescu said 12 people were injured in the Tarnova earthquake."}),
      ArticleOf("b", "en", {"Governor Ilan Petrescu said 15 people were injured in the Tarnova earthquake."})};
  for (size_t i = 0; i < 2; ++i) {
    articles[i].source = "Velmora Post";
    articles[i].publish_time = absl::FromUnixSeconds(1'700'000'000 + static_cast<int64_t>(i) * 3600);
  }
  const std::vector<Disagreement> found = CompareArticles(articles, nullptr).disagreements;
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, DisagreementKind::kLaterRevision);
}

// The count stands in a sentence of its own; another sentence links the referents.
TEST_F(DisagreementsTest, TheSameReferentTiesCountsOfUnlinkedSentences) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "en",
                {"The letter was written by 16 artists, who do not oppose the Aurelia software of "
                 "Kestrel Media.",
                 "The artists want Kestrel Media to pay them.", "Kestrel Media did not answer the artists."}),
      ArticleOf(
          "b", "en",
          {"Criticism of the price came from 14 artists of the Novara collective in Velmora.",
           "The artists do not oppose the Aurelia software of Kestrel Media.", "On Monday the artists met in Odrin."})};
  const std::vector<Disagreement> found = CompareArticles(articles, nullptr).disagreements;
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].values[0].value, 16);
  EXPECT_EQ(found[0].values[1].value, 14);
}

// The numbers themselves keep the sentences apart; were they equal, the sentences would be linked.
TEST_F(DisagreementsTest, CountsTieSentencesThatDifferInThem) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "en",
                {"All 214 passengers of the ferry Aurelia are safe and two miners are missing.",
                 "The passengers reached Velmora by bus.", "A bus company paid for the passengers."}),
      ArticleOf("b", "fr",
                {"Les 241 passagers du ferry Aurelia ont été secourus ; deux personnes manquent.",
                 "Les passagers dorment à Odrin.", "La mairie a nourri les passagers."}),
      ArticleOf("c", "en", {"According to the harbour office 214 passengers had bought a ticket."})};
  const std::vector<Disagreement> found = CompareArticles(articles, &lexicon_).disagreements;
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].about, "passengers");
  ASSERT_THAT(found[0].values, SizeIs(3));
  EXPECT_EQ(found[0].values[1].value, 241);
  EXPECT_EQ(found[0].values[2].article, 2);
}

// Where hundreds of sentences count one thing, those are compared that share more than it.
TEST_F(DisagreementsTest, OneOfHundredsOfCountsOfOneNounDiffers) {
  const auto report = [](int of_last) {
    std::vector<std::string> sentences;
    for (int i = 0; i < 400; ++i) {
      const std::string name = {
          static_cast<char>('A' + i % 26), static_cast<char>('a' + i / 26), 'r', static_cast<char>('a' + i % 23), 'n',
          static_cast<char>('a' + i % 19)};
      const int count = i == 399 ? of_last : 1000 + 7 * i;
      sentences.push_back(name + " sheltered " + std::to_string(count) + " people in the " + name + " school.");
    }
    return sentences;
  };
  const std::vector<SourceArticle> articles = {ArticleOf("a", "en", report(510)), ArticleOf("b", "en", report(530))};
  const std::vector<Disagreement> found = CompareArticles(articles, nullptr).disagreements;
  ASSERT_THAT(found, SizeIs(1));
  ASSERT_THAT(found[0].values, SizeIs(2));
  EXPECT_EQ(found[0].values[0].value, 510);
  EXPECT_EQ(found[0].values[1].value, 530);
}

// One article that gives both counts shows that they are not of the same.
TEST_F(DisagreementsTest, CountsThatOneArticleKeepsApartDoNotDiffer) {
  std::vector<SourceArticle> articles = {
      ArticleOf("a", "en",
                {"All 214 passengers of the ferry Aurelia are safe and two miners are missing.",
                 "The passengers reached Velmora by bus.", "A bus company paid for the passengers."}),
      ArticleOf("b", "fr",
                {"Les 241 passagers du ferry Aurelia ont été secourus ; deux personnes manquent.",
                 "Les passagers dorment à Odrin.", "La mairie a nourri les passagers."}),
      ArticleOf("c", "en", {"Of 241 passengers with a ticket 214 passengers went aboard."})};
  EXPECT_THAT(CompareArticles(articles, &lexicon_).disagreements, IsEmpty());
}

TEST_F(DisagreementsTest, TheEndOfARangeIsNoOtherValue) {
  EXPECT_EQ(KindBetween("The ferry Aurelia carried 80 to 90 passengers near Velmora.",
                        "The ferry Aurelia carried 90 passengers near Velmora."),
            "0");
}

TEST_F(DisagreementsTest, RoundedConversionsAgree) {
  EXPECT_EQ(KindBetween("The ferry Aurelia ran aground 40 miles from Velmora.",
                        "The ferry Aurelia ran aground 65 kilometres from Velmora."),
            "0");
}

TEST_F(DisagreementsTest, DistancesFarApartAreOfDifferentThings) {
  const std::string near = "The ferry Aurelia ran aground 40 kilometres from Velmora, Petra Lindqvist said.";
  EXPECT_NE(KindBetween(near, "The ferry Aurelia ran aground 60 kilometres from Velmora, Petra Lindqvist said."), "0");
  EXPECT_EQ(KindBetween(near, "The ferry Aurelia ran aground 90 kilometres from Velmora, Petra Lindqvist said."), "0");
}

TEST_F(DisagreementsTest, PartsThatAddUpToTheOtherValueAgree) {
  EXPECT_EQ(KindBetween("The storm felled 150 masts of the ferry port at Velmora and another 50 masts near Odrin.",
                        "The storm felled 200 masts of the ferry port at Velmora and near Odrin."),
            "0");
}

TEST_F(DisagreementsTest, APartToldWithItsWholeByBothIsNoPartOfIt) {
  EXPECT_EQ(KindBetween("The letter to Kestrel Media was signed by 16 of the 300 artists of Novara.",
                        "The letter to Kestrel Media of the 300 artists of Novara was signed by 16."),
            "0");
}

TEST_F(DisagreementsTest, ANumberBeforeManyMakesItExact) {
  EXPECT_THAT(Between("en", "Some 6 million people of Velmora need help, Petra Lindqvist said.", "fr",
                      "Six autres millions de personnes de Velmora ont besoin d'aide, selon Petra Lindqvist."),
              IsEmpty());
}

}  // namespace
}  // namespace polygist::summary
