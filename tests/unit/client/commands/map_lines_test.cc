#include "client/commands/map_lines.h"

#include <atomic>
#include <sstream>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace polygist::client {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Map(const std::string& input, int threads,
                             const std::function<std::string(int64_t, const std::string&)>& work) {
  std::istringstream lines(input);
  std::vector<std::string> results;
  MapLines(lines, threads, work, [&](const std::string& result) { results.push_back(result); });
  return results;
}

std::string Show(int64_t number, const std::string& line) { return absl::StrCat(number, ":", line); }

TEST(MapLinesTest, BlankLinesAreSkippedAndCounted) {
  EXPECT_THAT(Map("a\n\n \t\r\nb", 2, Show), ElementsAre("1:a", "4:b"));
  EXPECT_THAT(Map("", 2, Show), ElementsAre());
}

TEST(MapLinesTest, OrderIsKeptHoweverLongALineTakes) {
  std::string input;
  for (int i = 0; i < 500; ++i) absl::StrAppend(&input, i, "\n");
  std::atomic<int> done = 0;
  // The first line ends last of those that may run with it.
  const auto results = Map(input, 4, [&](int64_t number, const std::string& line) {
    while (number == 1 && done < 20) std::this_thread::yield();
    ++done;
    return line;
  });
  ASSERT_EQ(results.size(), 500u);
  for (int i = 0; i < 500; ++i) EXPECT_EQ(results[i], absl::StrCat(i));
}

TEST(MapLinesTest, NoMoreThanAFewLinesAreReadAhead) {
  std::string input;
  for (int i = 0; i < 5000; ++i) absl::StrAppend(&input, i, "\n");
  std::atomic<int64_t> furthest = 0;
  std::atomic<int64_t> seen_by_first = 0;
  std::atomic<int> done = 0;
  Map(input, 2, [&](int64_t number, const std::string& line) {
    if (number > furthest) furthest = number;
    while (number == 1 && done < 15) std::this_thread::yield();
    if (number == 1) seen_by_first = furthest.load();
    ++done;
    return line;
  });
  EXPECT_LE(seen_by_first, 16);
}

}  // namespace
}  // namespace polygist::client
