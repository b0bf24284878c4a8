// The doors of the house: which room may include which. An include that is not listed here fails, with the file
// and line that has it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace polygist {
namespace {

namespace fs = std::filesystem;

using Rooms = std::set<std::string>;

const std::map<std::string, Rooms>& Doors() {
  static const auto& doors = *new std::map<std::string, Rooms>{
      {"common/base", {}},
      {"common/text", {"common/base"}},
      {"common/telemetry", {"common/base"}},
      {"common/rpc", {"common/base", "common/telemetry", "google/rpc"}},

      {"ingest_service",
       {"common/base", "common/rpc", "common/telemetry", "ingest_service/api", "ingest_service/identify",
        "ingest_service/store"}},
      {"ingest_service/article", {"common/base", "common/text"}},
      {"ingest_service/decode", {"common/base", "common/text", "ingest_service/article"}},
      {"ingest_service/extract", {"common/base", "common/text", "ingest_service/article"}},
      {"ingest_service/extract/plain",
       {"common/base", "common/text", "ingest_service/article", "ingest_service/extract"}},
      {"ingest_service/templates", {"common/base", "common/text", "ingest_service/article"}},
      {"ingest_service/extract/training",
       {"common/base", "common/text", "ingest_service/article", "ingest_service/extract"}},
      {"ingest_service/extract/plain/training",
       {"common/base", "common/text", "ingest_service/article", "ingest_service/extract/plain"}},
      {"ingest_service/normalize", {"common/base", "common/text", "ingest_service/article"}},
      {"ingest_service/identify", {"common/base", "common/text", "ingest_service/article"}},
      {"ingest_service/identify/training",
       {"common/base", "common/text", "ingest_service/article", "ingest_service/identify"}},
      {"ingest_service/segment", {"common/base", "common/text", "ingest_service/article"}},
      {"ingest_service/fingerprint", {"common/base", "common/text"}},
      {"ingest_service/store", {"common/base", "common/text", "ingest_service/article"}},
      {"ingest_service/record",
       {"common/base", "ingest_service/article", "ingest_service/store", "polygist/ingest/v1"}},
      {"ingest_service/pipeline",
       {"common/base", "common/text", "ingest_service/article", "ingest_service/decode", "ingest_service/extract",
        "ingest_service/extract/plain", "ingest_service/fingerprint", "ingest_service/identify",
        "ingest_service/normalize", "ingest_service/segment", "ingest_service/templates"}},
      {"ingest_service/api",
       {"common/base", "common/rpc", "common/text", "ingest_service/article", "ingest_service/identify",
        "ingest_service/pipeline", "ingest_service/record", "ingest_service/segment", "ingest_service/store",
        "ingest_service/templates", "polygist/ingest/v1", "polygist/type/v1"}},

      {"summary_service",
       {"client", "common/base", "common/rpc", "common/telemetry", "summary_service/api", "summary_service/corpus",
        "summary_service/lexicon"}},
      {"summary_service/summary", {"common/base"}},
      {"summary_service/analysis", {"common/base", "common/text", "summary_service/summary"}},
      {"summary_service/lexicon", {"common/base", "common/text", "summary_service/summary"}},
      {"summary_service/lexicon/build", {"common/base", "common/text", "summary_service/lexicon"}},
      {"summary_service/lexicon/training", {"common/text", "summary_service/lexicon"}},
      {"summary_service/scoring",
       {"common/base", "common/text", "summary_service/analysis", "summary_service/summary"}},
      {"summary_service/selection",
       {"common/base", "common/text", "summary_service/analysis", "summary_service/summary"}},
      {"summary_service/merging", {"common/base", "common/text", "summary_service/lexicon", "summary_service/summary"}},
      {"summary_service/corpus",
       {"client", "common/base", "common/text", "polygist/ingest/v1", "polygist/summary/v1", "polygist/type/v1",
        "summary_service/summary"}},
      {"summary_service/pipeline",
       {"common/base", "common/text", "summary_service/analysis", "summary_service/lexicon", "summary_service/merging",
        "summary_service/scoring", "summary_service/selection", "summary_service/summary"}},
      {"summary_service/api",
       {"common/base", "common/rpc", "common/text", "polygist/summary/v1", "polygist/type/v1",
        "summary_service/analysis", "summary_service/corpus", "summary_service/lexicon",
        "summary_service/lexicon/build", "summary_service/merging", "summary_service/pipeline",
        "summary_service/selection", "summary_service/summary"}},

      {"client",
       {"client/commands", "client/presentation", "client/verify", "common/base", "common/rpc", "polygist/ingest/v1",
        "polygist/summary/v1"}},
      {"client/input", {"common/base", "common/text"}},
      {"client/presentation",
       {"client/input", "common/base", "common/text", "polygist/ingest/v1", "polygist/summary/v1", "polygist/type/v1"}},
      {"client/commands",
       {"client", "client/input", "client/presentation", "common/base", "common/rpc", "common/text",
        "polygist/ingest/v1", "polygist/summary/v1", "polygist/type/v1"}},
      // Makes summaries again without services: the one room that sees inside both.
      {"client/verify",
       {"client/commands", "client/input", "client/presentation", "common/base", "ingest_service/api",
        "ingest_service/identify", "ingest_service/pipeline", "ingest_service/record", "polygist/ingest/v1",
        "polygist/summary/v1", "polygist/type/v1", "summary_service/api", "summary_service/corpus",
        "summary_service/lexicon"}},
  };
  return doors;
}

struct Include {
  std::string place;  // "file:line".
  std::string from;   // Room of the file.
  std::string to;     // Room of what it includes.
};

// Headers of libraries, included with quotes.
bool IsLibrary(const std::string& path) {
  return path.rfind("absl/", 0) == 0 || path.rfind("google/protobuf/", 0) == 0 || path.find('/') == std::string::npos;
}

std::vector<Include> ReadIncludes() {
  static const std::regex pattern("^#include \"([^\"]+)\"");
  const fs::path root = POLYGIST_SOURCE_DIR;
  std::vector<Include> includes;
  for (const char* top : {"common", "ingest_service", "summary_service", "client"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      const fs::path& path = entry.path();
      if (path.extension() != ".cc" && path.extension() != ".h") continue;
      std::ifstream file(path);
      std::string line;
      for (int number = 1; std::getline(file, line); ++number) {
        std::smatch match;
        if (!std::regex_search(line, match, pattern) || IsLibrary(match[1])) continue;
        const fs::path relative = fs::relative(path, root);
        includes.push_back({relative.string() + ":" + std::to_string(number), relative.parent_path().string(),
                            fs::path(match[1].str()).parent_path().string()});
      }
    }
  }
  return includes;
}

TEST(LayeringTest, EveryIncludeGoesThroughADoor) {
  const std::vector<Include> includes = ReadIncludes();
  ASSERT_GT(includes.size(), 100u) << "The sources were not found.";
  for (const Include& include : includes) {
    if (include.from == include.to) continue;
    const auto doors = Doors().find(include.from);
    ASSERT_NE(doors, Doors().end()) << include.place << ": room " << include.from << " has no doors listed";
    EXPECT_TRUE(doors->second.count(include.to) > 0)
        << include.place << ": " << include.from << " may not include " << include.to;
  }
}

// Two rooms of one service share a namespace: a class of one name in both would be one class to the linker, silently.
TEST(LayeringTest, NoTwoHeadersDefineAClassOfTheSameName) {
  static const std::regex pattern("^(?:class|struct|enum class) ([A-Za-z0-9_]+)[^;]*$");
  std::map<std::string, std::string> places;  // "service:name" to file.
  for (const char* top : {"common", "ingest_service", "summary_service", "client"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(POLYGIST_SOURCE_DIR) / top)) {
      if (entry.path().extension() != ".h") continue;
      std::ifstream file(entry.path());
      std::string line;
      while (std::getline(file, line)) {
        std::smatch match;
        if (!std::regex_search(line, match, pattern)) continue;
        const auto [place, added] = places.emplace(std::string(top) + ":" + match[1].str(), entry.path().string());
        EXPECT_TRUE(added || place->second == entry.path().string())
            << match[1] << " is defined in " << place->second << " and in " << entry.path();
      }
    }
  }
}

TEST(LayeringTest, EveryListedRoomExists) {
  for (const auto& [room, doors] : Doors()) {
    EXPECT_TRUE(fs::is_directory(fs::path(POLYGIST_SOURCE_DIR) / room)) << room;
  }
}

}  // namespace
}  // namespace polygist
