// The articles of a summary, found again among files.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "polygist/ingest/v1/article.pb.h"
#include "polygist/summary/v1/summary_service.pb.h"
#include "polygist/type/v1/content.pb.h"
#include "summary_service/api/verify_summary.h"

namespace polygist::client {

// A file that may hold an article: raw content as it was received, or an article as `polygist get --output json` or
// `polygist normalize --output json` writes it. Of an article with its raw content ("--view raw") that content counts.
struct ArticleFile {
  std::string path;
  std::string bytes;            // Raw content; empty for an article without it.
  ingest::v1::Article article;  // What JSON says; empty for raw content.
};

// Whether `bytes` are an article in JSON is told from them.
ArticleFile ReadArticleFile(const std::string& path, std::string bytes);

// By index into summary.articles(). Raw content is normalized here, with the metadata that the summary records, so that
// its revision is proven; JSON is taken at its word. A file of another revision counts as the article that it is named
// after.
std::vector<summary::FoundArticle> FindInFiles(const summary::v1::SummarizeArticlesResponse& summary,
                                               std::span<const ArticleFile> files);

}  // namespace polygist::client
