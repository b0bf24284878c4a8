#include "summary_service/lexicon/number_expressions.h"

#include "absl/strings/str_split.h"
#include "common/base/strings.h"
#include "number_expressions_data.h"

namespace polygist::summary {

std::vector<NumberExpression> NumberExpressionsOf(std::string_view language) {
  std::vector<NumberExpression> own, common;
  for (const absl::string_view line : absl::StrSplit(ToAbsl(data::kNumberExpressions), '\n')) {
    const std::vector<absl::string_view> fields = absl::StrSplit(line, '\t');
    const bool of_all = fields.front() == "*";
    if (fields.size() != 4 || (!of_all && fields.front() != ToAbsl(language))) continue;
    for (const absl::string_view phrase : absl::StrSplit(fields[3], " | ")) {
      (of_all ? common : own).push_back({std::string(fields[1]), std::string(fields[2]), std::string(phrase)});
    }
  }
  own.insert(own.end(), common.begin(), common.end());
  return own;
}

}  // namespace polygist::summary
