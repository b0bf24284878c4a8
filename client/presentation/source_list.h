// The numbered list of articles below a summary or comparison.
#pragma once

#include <string>
#include <string_view>

#include "polygist/summary/v1/summary.pb.h"

namespace polygist::client {

// "[2]" for the article of index 1, "[2:en]" with its language.
std::string SourceMark(int article, std::string_view language = "");

// "Sources", then each article with its mark: who published it, title, language, day, place, warnings. `width`
// columns; 0 does not wrap.
std::string SourceList(const google::protobuf::RepeatedPtrField<summary::v1::SummarizedArticle>& articles, int width);

}  // namespace polygist::client
