#include "summary_service/analysis/word_key.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace polygist::summary {
namespace {

// Words of every length that differ in one byte only.
std::vector<std::string> Words() {
  std::vector<std::string> words = {""};
  for (size_t size = 1; size <= 20; ++size) {
    const std::string word(size, 'a');
    words.push_back(word);
    for (size_t at = 0; at < size; ++at) {
      words.push_back(word);
      words.back()[at] = 'b';
    }
  }
  return words;
}

TEST(WordKeyTest, IsEqualForEqualWordsOnly) {
  const std::vector<std::string> words = Words(), copies = words;
  for (size_t a = 0; a < words.size(); ++a) {
    for (size_t b = 0; b < copies.size(); ++b) {
      const bool equal = WordKey(words[a]) == WordKey(copies[b]);
      ASSERT_EQ(equal, words[a] == copies[b]) << words[a] << " " << copies[b];
      ASSERT_EQ(WordKey(words[a]).Hash() == WordKey(copies[b]).Hash(), equal) << words[a] << " " << copies[b];
    }
  }
}

}  // namespace
}  // namespace polygist::summary
