// Templates of sources: lines that many articles of one source share are its site's furniture, whatever they say.
//
// Learned from stored articles by an explicit command, applied to an article by name. Values in, values out; where
// articles come from and templates are kept is the caller's affair.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/article/article.h"

namespace polygist::ingest {

// A line as it is compared: letters and digits only, folded. Empty for a line without any.
std::string FoldTemplateLine(std::string_view line);

struct TemplateLimits {
  int64_t min_articles = 3;        // Range [2, 1'000'000].
  int64_t min_share_percent = 20;  // Of the articles, rounded up. Range [1, 100].
};

struct SharedLine {
  std::string text;  // As the first article has it.
  int64_t article_count = 0;

  friend bool operator==(const SharedLine&, const SharedLine&) = default;
};

// Counts in how many articles each line stands.
class TemplateLearner {
 public:
  // The lines of one article: its blocks. An article whose lines all are those of an earlier one is a copy and not
  // counted.
  void Add(const std::vector<std::string>& lines);

  // Articles counted.
  int64_t article_count() const { return static_cast<int64_t>(seen_.size()); }
  // Lines that stand in enough articles, ascending by folded text.
  std::vector<SharedLine> SharedLines(const TemplateLimits& limits) const;

 private:
  std::map<std::string, SharedLine> lines_;  // By folded text.
  std::set<std::string> seen_;               // Digests of articles.
};

// Removes the blocks and captions that the template holds, rule "template.line", unless that would leave no block or
// `options` disable the rule.
void RemoveTemplateLines(const SourceTemplate& source_template, const NormalizeOptions& options,
                         Extraction* extraction);

}  // namespace polygist::ingest
