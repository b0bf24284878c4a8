// Properties of several lengths in one request: each summary contains the shorter ones and keeps within its budget.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "summary_service/analysis/length.h"
#include "summary_service/pipeline/summarize_articles.h"
#include "tests/support/source_articles.h"

namespace polygist::summary {
namespace {

// SplitMix64: small, fast, and the same everywhere.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  int64_t Below(int64_t bound) {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<int64_t>((z ^ (z >> 31)) % static_cast<uint64_t>(bound));
  }

 private:
  uint64_t state_;
};

constexpr std::array<std::string_view, 14> kEnglish = {
    "The river left its bed on Monday and flooded the lower town of Arvale.",
    "Some 340 people were brought to two schools on the hill, the mayor said.",
    "However, nobody was hurt.",
    "“We heard the water before we saw it,” she said.",
    "He said “the wall was old",
    "and nobody repaired it.”",
    "Engineers had warned in March that the wall above the mill would not hold another winter.",
    "Trains between Arvale and the coast stand still until Thursday.",
    "Rain.",
    "The lower town was last flooded in 1987, when the same wall broke at the same place.",
    "But the school is dry.",
    "The bridge of Arvale is closed to lorries and will be inspected on Friday morning.",
    "They will stay there.",
    "Farmers lost about 900 sheep and most of the hay that they had stored for the winter in barns by the river."};
constexpr std::array<std::string_view, 5> kIndonesian = {
    "Sungai meluap pada hari Senin dan membanjiri kota bawah Arvale.",
    "Sekitar 340 orang dibawa ke dua sekolah di atas bukit, kata wali kota.", "\"Kami mendengar suara air,\" ujarnya.",
    "Namun, tidak ada korban.", "Kereta antara Arvale dan pantai berhenti sampai hari Kamis."};

std::vector<SourceArticle> MakeStory(Random& random) {
  std::vector<SourceArticle> articles;
  for (int64_t left = 1 + random.Below(3); left > 0; --left) {
    std::vector<std::string_view> sentences;
    const bool english = random.Below(3) > 0;
    for (int64_t s = 1 + random.Below(9); s > 0; --s) {
      sentences.push_back(english ? kEnglish[random.Below(kEnglish.size())]
                                  : kIndonesian[random.Below(kIndonesian.size())]);
    }
    articles.push_back(ArticleOf(english ? "en" : "id", sentences));
  }
  return articles;
}

Budget MakeBudget(Random& random, int step) {
  switch (random.Below(4)) {
    case 0:
      return {BudgetUnit::kSentences, 1 + random.Below(2) + 2 * step};
    case 1:
      return {BudgetUnit::kWords, 1 + random.Below(20) + 20 * step};
    case 2:
      return {BudgetUnit::kCharacters, 1 + random.Below(120) + 120 * step};
    default:
      return {BudgetUnit::kRatio, 1 + random.Below(200) + 200 * step};
  }
}

class NestedSummariesTest : public testing::Test {
 protected:
  std::string_view TextOf(const SummarySentence& sentence) const {
    const SourceArticle& article = articles_[sentence.ref.article];
    return Slice(article.text, article.sentences[sentence.ref.sentence].span).substr(0, sentence.shown_bytes);
  }

  // What a budget allows, in its unit: of the words of the summary's articles for a ratio.
  int64_t LimitOf(const Budget& budget, const Summary& summary) const {
    if (budget.unit != BudgetUnit::kRatio) return budget.amount;
    int64_t words = 0, shortest = INT32_MAX;
    for (const int article : summary.articles) {
      for (const SourceSentence& sentence : articles_[article].sentences) {
        const int64_t own = MeasureLength(Slice(articles_[article].text, sentence.span)).words;
        words += own;
        shortest = std::min(shortest, own);
      }
    }
    return std::max(words * budget.amount / 1000, shortest);
  }

  void CheckLength(const Summary& summary, int budget) const {
    const SummaryLength& length = summary.lengths[budget];
    int64_t sentences = 0, words = 0, characters = -1;
    const auto add = [&](const SummarySentence& one) {
      ++sentences;
      words += MeasureLength(TextOf(one)).words;
      characters += MeasureLength(TextOf(one)).characters + 1;
    };
    for (const SummarySentence& one : summary.sentences) {
      if (one.first_budget <= budget) add(one);
    }
    EXPECT_EQ(length.sentences, sentences);
    if (length.excerpt) {
      EXPECT_EQ(sentences, 0);
      add(*length.excerpt);
    }
    EXPECT_GT(sentences, 0) << "The summary of a budget is empty.";
    EXPECT_EQ(length.words, words);
    EXPECT_EQ(length.characters, characters);
    for (size_t longer = budget; longer < options_.budgets.size(); ++longer) {
      const Budget& limit = options_.budgets[longer];
      const int64_t used = limit.unit == BudgetUnit::kSentences    ? sentences
                           : limit.unit == BudgetUnit::kCharacters ? characters
                                                                   : words;
      EXPECT_LE(used, LimitOf(limit, summary)) << "length " << budget << " within budget " << longer;
    }
  }

  void CheckSummary(const Summary& summary) const {
    ASSERT_EQ(summary.lengths.size(), options_.budgets.size());
    for (int budget = 0; budget < static_cast<int>(options_.budgets.size()); ++budget) CheckLength(summary, budget);
    for (size_t i = 0; i + 1 < summary.lengths.size(); ++i) {
      if (!summary.lengths[i].excerpt || !summary.lengths[i + 1].excerpt) continue;
      EXPECT_TRUE(TextOf(*summary.lengths[i + 1].excerpt).starts_with(TextOf(*summary.lengths[i].excerpt)));
    }
  }

  std::vector<SourceArticle> articles_;
  SummaryOptions options_;
};

TEST_F(NestedSummariesTest, EachKeepsWithinItsBudgetAndAllLongerOnes) {
  constexpr int kRounds = 1500;
  for (int seed = 0; seed < kRounds; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Random random(seed);
    articles_ = MakeStory(random);
    options_ = {};
    options_.budgets.clear();
    for (int step = 0, count = 1 + static_cast<int>(random.Below(4)); step < count; ++step) {
      options_.budgets.push_back(MakeBudget(random, step));
    }
    if (random.Below(4) == 0) options_.must_include.push_back({0, 0});
    const auto summaries = SummarizeArticles({}, articles_, options_);
    ASSERT_TRUE(summaries.ok()) << summaries.status();
    for (const Summary& summary : summaries->per_language) CheckSummary(summary);
    CheckSummary(*summaries->merged);
    if (HasFailure()) return;
  }
}

// With one unit, a longer budget asked for beside a shorter one changes nothing in the shorter summary.
TEST_F(NestedSummariesTest, TheShortestIsWhatItIsAlone) {
  for (int seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Random random(seed);
    articles_ = MakeStory(random);
    options_ = {};
    options_.budgets = {{BudgetUnit::kWords, 15 + random.Below(20)}};
    const auto alone = SummarizeArticles({}, articles_, options_);
    options_.budgets.push_back({BudgetUnit::kWords, 60});
    const auto nested = SummarizeArticles({}, articles_, options_);
    ASSERT_TRUE(alone.ok() && nested.ok());
    std::vector<std::string_view> shortest, contained;
    for (const SummarySentence& one : alone->merged->sentences) shortest.push_back(TextOf(one));
    for (const SummarySentence& one : nested->merged->sentences) {
      if (one.first_budget == 0) contained.push_back(TextOf(one));
    }
    if (contained.empty()) continue;  // An excerpt, of another sentence perhaps.
    std::sort(shortest.begin(), shortest.end());
    std::sort(contained.begin(), contained.end());
    EXPECT_EQ(shortest, contained);
  }
}

}  // namespace
}  // namespace polygist::summary
