// Stories told freely in 37 languages (tests/data/statements): how many sentences that say the same are grouped, and
// how many values that differ are found. Without dictionaries always; with them where POLYGIST_LEXICON names a folder.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "summary_service/merging/compare_articles.h"
#include "tests/support/labelled_stories.h"

namespace polygist::summary {
namespace {

using Pair = std::pair<Place, Place>;

bool Share(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& label) { return b.contains(label); });
}

bool SayTheSame(const Labels& a, const Labels& b) { return Share(a.made, b.made); }
bool Touch(const Labels& a, const Labels& b) {
  return Share(a.made, b.touched) || Share(a.touched, b.made) || Share(a.touched, b.touched);
}
bool Differ(const Labels& a, const Labels& b) {
  return std::any_of(a.values.begin(), a.values.end(), [&](const auto& value) {
    const auto other = b.values.find(value.first);
    return other != b.values.end() && other->second != value.second;
  });
}

struct Score {
  int right = 0, found = 0, wanted = 0;
  double Precision() const { return found == 0 ? 1 : static_cast<double>(right) / found; }
  double Recall() const { return wanted == 0 ? 1 : static_cast<double>(right) / wanted; }
  double F1() const { return found + wanted == 0 ? 1 : 2.0 * right / (found + wanted); }
};

template <typename Members>
void AddPairs(const Members& members, std::set<Pair>* pairs) {
  for (const auto& a : members) {
    for (const auto& b : members) {
      if (a.article < b.article) pairs->insert({{a.article, a.sentence}, {b.article, b.sentence}});
    }
  }
}

// Of all pairs of sentences of different articles.
template <typename Wanted, typename Allowed>
void Count(const LabelledStory& story, const std::set<Pair>& found, Wanted wanted, Allowed allowed, Score* score) {
  for (const auto& [a, of_a] : story.labels) {
    for (const auto& [b, of_b] : story.labels) {
      if (a.first >= b.first) continue;
      const bool is_wanted = wanted(of_a, of_b), is_found = found.contains({a, b});
      score->wanted += is_wanted;
      score->right += is_wanted && is_found;
      score->found += is_found && (is_wanted || !allowed(of_a, of_b));
    }
  }
}

struct Result {
  Score pairs, differences;
};

// The last stories, told at greater length, are harder: each part has marks of its own.
constexpr size_t kLongStories = 8;

struct Parts {
  Result first, longer;
};

Result Measure(std::span<const LabelledStory> stories, const Lexicon* lexicon) {
  Result result;
  for (const LabelledStory& story : stories) {
    const ArticleComparison comparison = CompareArticles(story.articles, lexicon);
    std::set<Pair> grouped, differing;
    for (const StatementGroup& group : comparison.groups) AddPairs(group.members, &grouped);
    for (const Disagreement& disagreement : comparison.disagreements) AddPairs(disagreement.values, &differing);
    Count(story, grouped, SayTheSame, Touch, &result.pairs);
    // Those that agree with one of the values are listed with it.
    Count(story, differing, Differ, SayTheSame, &result.differences);
  }
  std::cout << "pairs: precision " << result.pairs.Precision() << ", recall " << result.pairs.Recall() << ", F1 "
            << result.pairs.F1() << " of " << result.pairs.wanted << "; differences: " << result.differences.right
            << " of " << result.differences.wanted << ", found " << result.differences.found << "\n";
  return result;
}

Parts MeasureParts(const Lexicon* lexicon) {
  const std::vector<LabelledStory> stories = ReadStories();
  const std::span all(stories);
  return {Measure(all.first(all.size() - kLongStories), lexicon), Measure(all.last(kLongStories), lexicon)};
}

TEST(StatementsGoldenTest, TheStoriesAreInAllLanguages) {
  std::set<std::string> languages;
  for (const LabelledStory& story : ReadStories()) {
    for (const SourceArticle& article : story.articles) languages.insert(article.language);
  }
  EXPECT_EQ(languages.size(), 37);
}

TEST(StatementsGoldenTest, NamesNumbersAndCognatesAloneFindThreeOfFive) {
  const auto [first, longer] = MeasureParts(nullptr);
  EXPECT_GE(first.pairs.F1(), 0.85);
  EXPECT_GE(first.differences.Precision(), 0.98);
  EXPECT_GE(first.differences.Recall(), 0.76);
  EXPECT_GE(longer.pairs.F1(), 0.76);
  EXPECT_GE(longer.differences.Precision(), 0.87);
  EXPECT_GE(longer.differences.Recall(), 0.59);
}

TEST(StatementsGoldenTest, DictionariesFindMost) {
  const char* folder = std::getenv("POLYGIST_LEXICON");
  if (folder == nullptr) GTEST_SKIP() << "POLYGIST_LEXICON names no folder";
  const absl::StatusOr<Lexicon> lexicon = Lexicon::OpenFolder(folder);
  ASSERT_TRUE(lexicon.ok()) << lexicon.status();
  const auto [first, longer] = MeasureParts(&*lexicon);
  EXPECT_GE(first.pairs.F1(), 0.91);
  EXPECT_GE(first.differences.Precision(), 0.98);
  EXPECT_GE(first.differences.Recall(), 0.83);
  EXPECT_GE(longer.pairs.F1(), 0.81);
  EXPECT_GE(longer.differences.Precision(), 0.98);
  EXPECT_GE(longer.differences.Recall(), 0.65);
}

}  // namespace
}  // namespace polygist::summary
