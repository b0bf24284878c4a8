#include "ingest_service/extract/plain/markup.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

std::string Without(const std::string& line) {
  std::string rest;
  size_t kept_from = 0;
  for (const ByteSpan target : FindLinkTargets(line)) {
    rest += line.substr(kept_from, static_cast<size_t>(target.begin) - kept_from);
    kept_from = static_cast<size_t>(target.end);
  }
  return rest + line.substr(kept_from);
}

TEST(FindLinkTargetsTest, TakesTargetsAfterTheirText) {
  EXPECT_EQ(Without("The port (https://example.org/port) is closed"), "The port is closed");
  EXPECT_EQ(Without("Sport (/news/sport) Weather (#weather)"), "Sport Weather");
  EXPECT_EQ(Without("The port [https://example.org/port] is [/news/open]"), "The port is");
  EXPECT_EQ(Without("The port [https://example.org][12] is open"), "The port https://example.org is open");
}

TEST(FindLinkTargetsTest, TakesMarkdown) {
  EXPECT_EQ(Without("The [port](https://example.org/a_(b)) is [closed][12]."), "The port is closed.");
}

TEST(FindLinkTargetsTest, LeavesOrdinaryBracketsAlone) {
  for (const char* line : {"The port (in the north) is [sic] closed (5)", "He [the mayor] said (maybe)", "f(x) [1] (2)",
                           "He is [#1] [/s]", "([", "](", "(http://"}) {
    EXPECT_EQ(Without(line), line);
  }
}

TEST(FindLinkTargetsTest, TakesTheSignOfAPicture) {
  EXPECT_EQ(Without("Today ![a ship](/ship.jpg) came in![1](/1)"), "Today a ship came in!1");
}

TEST(IsLoneTargetTest, TakesAddressesAndFilesInBrackets) {
  for (const char* line :
       {"[https://example.org/ship.jpg]", "[/port.html]", "* [old-ship-2.webp]", "[][7]", "[ ][7]", "[](/a) [](/b)"}) {
    EXPECT_TRUE(IsLoneTarget(line)) << line;
  }
  for (const char* line :
       {"[sic]", "[...]", "[the port.jpg is missing]", "[7]", "See [/port.html]", "[Port.Open()]", "[]", ""}) {
    EXPECT_FALSE(IsLoneTarget(line)) << line;
  }
}

TEST(IsPictureTest, TakesPicturesThatStandAlone) {
  EXPECT_TRUE(IsPicture("![a ship](https://example.org/ship.jpg)"));
  EXPECT_TRUE(IsPicture("![][7]"));
  EXPECT_TRUE(IsPicture("A ship in the port [https://example.org/ship.jpg?w=90]"));
  EXPECT_FALSE(IsPicture("A ship in the port [https://example.org/ship]"));
  for (const char* line :
       {"! [a ship](/ship.jpg)", "![a ship]", "![a ship](/ship.jpg) came in", "A ![ship](/ship.jpg)", "!["}) {
    EXPECT_FALSE(IsPicture(line)) << line;
  }
}

TEST(IsLinkDefinitionTest, TakesTargetsThatStandAlone) {
  EXPECT_TRUE(IsLinkDefinition("[12]:"));
  EXPECT_TRUE(IsLinkDefinition("[1]: https://example.org/port"));
  EXPECT_TRUE(IsLinkDefinition("[the port]: /news/port"));
  for (const char* line : {"[1]: the port is closed", "[1] https://example.org", "[1]: https://example.org is down",
                           "Port [1]: https://example.org", "[1]: ", "[", "[the port]:"}) {
    EXPECT_FALSE(IsLinkDefinition(line)) << line;
  }
}

}  // namespace
}  // namespace polygist::ingest
