// Every path that a README names in backquotes exists.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

namespace polygist {
namespace {

namespace fs = std::filesystem;

// A path of this tree: "folder/..." starting at the root, without wildcards.
const std::regex& PathPattern() {
  static const std::regex& pattern =
      *new std::regex("`((?:common|proto|ingest_service|summary_service|client|tests|deploy|\\.ci)/[A-Za-z0-9_./-]*)`");
  return pattern;
}

TEST(DocsPathsTest, EveryPathNamedInAReadmeExists) {
  const fs::path root = POLYGIST_SOURCE_DIR;
  int checked = 0;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
    const std::string name = entry->path().filename().string();
    if (entry->is_directory() && (name.rfind("build", 0) == 0 || name == ".git" || name == ".polygist")) {
      if (entry.depth() == 0) entry.disable_recursion_pending();
      continue;
    }
    if (name != "README.md") continue;
    std::ifstream file(entry->path());
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    for (std::sregex_iterator match(text.begin(), text.end(), PathPattern()), end; match != end; ++match) {
      EXPECT_TRUE(fs::exists(root / (*match)[1].str())) << entry->path() << " names " << (*match)[1];
      ++checked;
    }
  }
  EXPECT_GT(checked, 10);
}

}  // namespace
}  // namespace polygist
