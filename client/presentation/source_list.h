// The numbered list of articles below a summary or comparison.
#pragma once

#include <string>

#include "polygist/summary/v1/summary.pb.h"

namespace polygist::client {

// "[2]" for the article of index 1.
std::string SourceMark(int article);

// "Sources", then each article with its mark: who published it, title, language, day, place, warnings. `width`
// columns; 0 does not wrap.
std::string SourceList(const google::protobuf::RepeatedPtrField<summary::v1::SummarizedArticle>& articles, int width);

}  // namespace polygist::client
