#include "summary_service/pipeline/check_options.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "common/base/error.h"
#include "tests/support/bridge_story.h"

namespace polygist::summary {
namespace {

struct Case {
  std::string reason;
  std::function<void(SummaryOptions&)> spoil;
};

class CheckOptionsTest : public testing::TestWithParam<Case> {};

TEST_P(CheckOptionsTest, Refuses) {
  SummaryOptions options;
  GetParam().spoil(options);
  EXPECT_EQ(ReasonOf(CheckOptions(BridgeStory(), options)), GetParam().reason);
}

INSTANTIATE_TEST_SUITE_P(Options, CheckOptionsTest,
                         testing::Values(Case{"", [](SummaryOptions&) {}},
                                         Case{"NOTHING_ASKED",
                                              [](SummaryOptions& o) { o.per_language = o.merged = false; }},
                                         Case{"BUDGET_INVALID", [](SummaryOptions& o) { o.budgets.clear(); }},
                                         Case{"BUDGET_INVALID",
                                              [](SummaryOptions& o) {
                                                o.budgets = {{BudgetUnit::kWords, 0}};
                                              }},
                                         Case{"BUDGET_INVALID",
                                              [](SummaryOptions& o) {
                                                o.budgets = {{BudgetUnit::kRatio, 1001}};
                                              }},
                                         Case{"SENTENCE_UNKNOWN",
                                              [](SummaryOptions& o) {
                                                o.must_include = {{0, 3}};
                                              }},
                                         Case{"SENTENCE_UNKNOWN",
                                              [](SummaryOptions& o) {
                                                o.must_exclude = {{-1, 0}};
                                              }},
                                         Case{"ARTICLE_UNKNOWN", [](SummaryOptions& o) { o.already_read = {3}; }}));

TEST(CheckOptionsOfNothingTest, Refuses) { EXPECT_EQ(ReasonOf(CheckOptions({}, {})), "NO_ARTICLES"); }

}  // namespace
}  // namespace polygist::summary
