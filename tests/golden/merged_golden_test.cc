// Merged summaries of stories told freely in many languages (tests/data/statements): how much of what several sources
// say is told, how often a line says again what others said, and how many credits are right. Without dictionaries
// always; with them where POLYGIST_LEXICON names a folder.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "summary_service/pipeline/summarize_articles.h"
#include "tests/support/labelled_stories.h"

namespace polygist::summary {
namespace {

constexpr int kWords = 100;

struct Counts {
  int lines = 0, repeats = 0;
  // Of the statements told, each counted by the articles that make it; and of as many of the most shared ones (the
  // pyramid of Nenkova and Passonneau 2004).
  int told = 0, ideal = 0;
  int credits = 0, right_credits = 0, wanted_credits = 0;  // Articles named beside a line's own.

  double Pyramid() const { return static_cast<double>(told) / ideal; }
  double Repeated() const { return static_cast<double>(repeats) / lines; }
  double FoundCredits() const { return static_cast<double>(right_credits) / wanted_credits; }
  double RightCredits() const { return credits == 0 ? 1 : static_cast<double>(right_credits) / credits; }
};

// By statement: the articles that make it.
std::map<std::string, std::set<int>> MakersOf(const LabelledStory& story) {
  std::map<std::string, std::set<int>> makers;
  for (const auto& [place, labels] : story.labels) {
    for (const std::string& statement : labels.made) makers[statement].insert(place.first);
  }
  return makers;
}

int BestOf(const std::map<std::string, std::set<int>>& makers, size_t lines) {
  std::vector<int> weights;
  for (const auto& [statement, articles] : makers) weights.push_back(static_cast<int>(articles.size()));
  std::sort(weights.begin(), weights.end(), std::greater<>());
  weights.resize(std::min(weights.size(), lines));
  int best = 0;
  for (const int weight : weights) best += weight;
  return best;
}

void Count(const LabelledStory& story, const Summary& summary, Counts* counts) {
  const std::map<std::string, std::set<int>> makers = MakersOf(story);
  counts->ideal += BestOf(makers, summary.sentences.size());
  std::set<std::string> told;
  for (const SummarySentence& sentence : summary.sentences) {
    const std::set<std::string>& made = story.labels.at({sentence.ref.article, sentence.ref.sentence}).made;
    ++counts->lines;
    std::set<int> supporters;
    bool repeats = !made.empty();
    for (const std::string& statement : made) {
      supporters.insert(makers.at(statement).begin(), makers.at(statement).end());
      if (!told.insert(statement).second) continue;
      repeats = false;
      counts->told += static_cast<int>(makers.at(statement).size());
    }
    counts->repeats += repeats;
    counts->wanted_credits += static_cast<int>(supporters.size()) - !made.empty();
    for (const int article : sentence.supporting_articles) {
      if (article == sentence.ref.article) continue;
      ++counts->credits;
      counts->right_credits += supporters.contains(article);
    }
  }
}

Counts Measure(const Lexicon* lexicon) {
  SummaryOptions options;
  options.budgets = {{BudgetUnit::kWords, kWords}};
  options.per_language = false;
  options.disagreements = true;
  Counts counts;
  for (const LabelledStory& story : ReadStories()) {
    const absl::StatusOr<Summaries> summaries = SummarizeArticles({}, story.articles, options, lexicon);
    if (!summaries.ok()) {
      ADD_FAILURE() << story.name << ": " << summaries.status();
      continue;
    }
    Count(story, *summaries->merged, &counts);
  }
  std::cout << "pyramid " << counts.Pyramid() << "; lines that repeat: " << counts.repeats << " of " << counts.lines
            << "; credits: " << counts.right_credits << " right of " << counts.credits << ", wanted "
            << counts.wanted_credits << "\n";
  return counts;
}

TEST(MergedGoldenTest, WithoutDictionariesFourOfFiveLinesAreNew) {
  const Counts counts = Measure(nullptr);
  EXPECT_GE(counts.Pyramid(), .88);
  EXPECT_LE(counts.Repeated(), .12);
  EXPECT_GE(counts.RightCredits(), .97);
  EXPECT_GE(counts.FoundCredits(), .7);
}

TEST(MergedGoldenTest, WithDictionariesNineOfTenAre) {
  const char* folder = std::getenv("POLYGIST_LEXICON");
  if (folder == nullptr) GTEST_SKIP() << "POLYGIST_LEXICON names no folder";
  const absl::StatusOr<Lexicon> lexicon = Lexicon::OpenFolder(folder);
  ASSERT_TRUE(lexicon.ok()) << lexicon.status();
  const Counts counts = Measure(&*lexicon);
  EXPECT_GE(counts.Pyramid(), .93);
  EXPECT_LE(counts.Repeated(), .06);
  EXPECT_GE(counts.RightCredits(), .98);
  EXPECT_GE(counts.FoundCredits(), .78);
}

}  // namespace
}  // namespace polygist::summary
