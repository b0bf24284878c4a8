// What comparing and summarizing a long story takes at most, in bytes asked of operator new: little for thousands of
// sentences, and hardly more than twice as much for twice as many.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "summary_service/lexicon/names.h"
#include "summary_service/merging/compare_articles.h"
#include "summary_service/pipeline/summarize_articles.h"
#include "tests/support/counted_memory.h"
#include "tests/support/source_articles.h"
#include "tests/unit/summary_service/lexicon/test_lexicon.h"

namespace polygist::summary {
namespace {

constexpr int kSentencesPerArticle = 25;

// Events told in languages of invented words: a third of these are one word with other endings, the others have nothing
// in common but a dictionary. Names and numbers are the same in all.
class StoryMaker {
 public:
  // Each word with the English one, and with some that mean something else.
  static lexicon_build::WordPairs Dictionary() {
    lexicon_build::WordPairs pairs;
    for (uint32_t meant = 0; meant < kConcepts; ++meant) {
      for (size_t language = 1; language < kLanguages.size(); ++language) {
        for (uint32_t sense = 0; sense < kSenses; ++sense) {
          pairs.AddWord(std::string(kLanguages[language]), Render(meant, language), "en",
                        StemOf(Render((meant + sense * sense * 31) % kConcepts, 0), "en"), 1.0 / (1 + sense));
        }
      }
    }
    return pairs;
  }

  std::vector<SourceArticle> Make(int sentences) {
    std::vector<SourceArticle> articles;
    for (int made = 0; made < sentences; made += kSentencesPerArticle) {
      const size_t language = articles.size() % kLanguages.size();
      std::vector<std::string> told;
      for (int i = 0; i < kSentencesPerArticle; ++i) told.push_back(Tell(Below(sentences / 3), language));
      articles.push_back(ArticleOf(kLanguages[language], std::vector<std::string_view>(told.begin(), told.end())));
    }
    return articles;
  }

 private:
  static constexpr std::array<std::string_view, 4> kLanguages = {"en", "fr", "id", "nl"};
  static constexpr std::array<std::string_view, 4> kEndings = {"", "e", "i", "en"};
  static constexpr std::array<std::string_view, 12> kSyllables = {"bar", "ke", "lom", "mi",  "tu",  "sar",
                                                                  "ven", "do", "pil", "gan", "rus", "ta"};
  static constexpr uint32_t kConcepts = 10'000, kNames = 2'000, kFunctionWords = 30, kSenses = 8;

  uint32_t Below(uint32_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>(state_ >> 33) % bound;
  }

  static std::string WordOf(uint32_t number) {
    std::string word;
    for (uint32_t left = number + 10; left > 0; left /= kSyllables.size()) word += kSyllables[left % kSyllables.size()];
    return word;
  }

  static std::string Render(uint32_t meant, size_t language) {
    const bool is_cognate = meant % 3 == 0;
    const auto own = static_cast<uint32_t>(is_cognate ? 0 : (language + 1) * kConcepts);
    return WordOf(meant + own) + std::string(kEndings[language]);
  }

  // The words of an event follow from its number; frequent ones have low numbers, as in text.
  std::string Tell(uint32_t event, size_t language) {
    const uint64_t state = std::exchange(state_, event);
    std::string name = WordOf(Below(kNames));
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    std::string sentence = name;
    for (int i = 0; i < 8; ++i) {
      sentence += " " + Render(static_cast<uint32_t>(std::pow(kConcepts, Below(1000) / 1000.0)), language);
      sentence += " " + WordOf(static_cast<uint32_t>(language) * kFunctionWords + Below(kFunctionWords));
    }
    if (event % 3 == 0) sentence += " " + std::to_string(20 + Below(5000));
    state_ = state;
    return sentence + ".";
  }

  uint64_t state_ = 1;
};

double MegabytesToCompare(int sentences, const Lexicon* lexicon) {
  const std::vector<SourceArticle> articles = StoryMaker().Make(sentences);
  return MostMegabytes([&] {
    const ArticleComparison comparison = CompareArticles(articles, lexicon, {.quotes = true});
    EXPECT_GT(comparison.groups.size(), static_cast<size_t>(sentences) / 10);
  });
}

double MegabytesToSummarize(int sentences, const Lexicon* lexicon, std::vector<std::string> reading_languages) {
  const std::vector<SourceArticle> articles = StoryMaker().Make(sentences);
  const SummaryOptions options{
      .budgets = {{BudgetUnit::kWords, 250}}, .disagreements = true, .reading_languages = std::move(reading_languages)};
  return MostMegabytes([&] {
    const absl::StatusOr<Summaries> summaries = SummarizeArticles({}, articles, options, lexicon);
    ASSERT_TRUE(summaries.ok()) << summaries.status();
    EXPECT_GT(summaries->merged->sentences.size(), 5u);
  });
}

class StoryMemoryTest : public testing::Test {
 protected:
  StoryMemoryTest()
      : file_(lexicon_build::LexiconBytes(StoryMaker::Dictionary(), "CC0-1.0")),
        lexicon_(*Lexicon::Open({file_.path()})) {}

  const TemporaryFile file_;
  const Lexicon lexicon_;
};

// Bounds are a sixth above what is measured.
TEST_F(StoryMemoryTest, ThousandsOfSentencesAreComparedInLittle) { EXPECT_LT(MegabytesToCompare(5000, nullptr), 10); }

TEST_F(StoryMemoryTest, WithDictionariesTwiceAsManyTakeHardlyMoreThanTwiceAsMuch) {
  const double some = MegabytesToCompare(5000, &lexicon_);
  EXPECT_LT(some, 10);
  EXPECT_LT(MegabytesToCompare(10'000, &lexicon_), 2.2 * some);
}

TEST_F(StoryMemoryTest, ThousandsOfSentencesAreSummarizedInLittle) {
  EXPECT_LT(MegabytesToSummarize(5000, &lexicon_, {}), 17);
}

TEST_F(StoryMemoryTest, AndForReadersWhoHaveSomeOfTheLanguages) {
  EXPECT_LT(MegabytesToSummarize(5000, &lexicon_, {"nl", "id"}), 17);
}

}  // namespace
}  // namespace polygist::summary
