// How texts write numbers, currencies and units where CLDR does not (data/number_expressions.tsv).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace polygist::summary {

struct NumberExpression {
  std::string kind;     // As the data's second column.
  std::string meaning;  // A number, an ISO 4217 code, a CLDR unit; what the kind asks for.
  std::string phrase;   // As texts write it.
};

// Of a base subtag, and after them those of every language. In the order of the data. Thread-safe.
std::vector<NumberExpression> NumberExpressionsOf(std::string_view language);

}  // namespace polygist::summary
