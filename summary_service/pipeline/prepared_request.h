// A request made ready: checked, analysed, linked; from it come summaries and explanations.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/lexicon/lexicon.h"
#include "summary_service/merging/cluster_sentences.h"
#include "summary_service/pipeline/choose_articles.h"
#include "summary_service/pipeline/gists.h"
#include "summary_service/pipeline/group_engine.h"
#include "summary_service/scoring/score_weights.h"
#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/source_article.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

class PreparedRequest {
 public:
  // `articles` and `options` must outlive it. `lexicon` may be null. Errors as SummarizeArticles lists them.
  static absl::StatusOr<PreparedRequest> Prepare(const RequestContext& call, std::span<const SourceArticle> articles,
                                                 const SummaryOptions& options, const Lexicon* lexicon,
                                                 const ScoreWeights& weights);

  // Null unless there are reading languages.
  const GistWriter* gists() const { return gists_.get(); }
  // Empty unless they are asked for.
  const std::vector<Disagreement>& disagreements() const { return disagreements_; }
  // One per summary: languages ascending, then the merged one.
  const std::vector<ArticleGroup>& groups() const { return groups_; }
  // Must not outlive this.
  std::unique_ptr<GroupEngine> EngineOf(const ArticleGroup& group) const;

 private:
  // Who says the same, by pairs and in groups.
  struct Relations {
    std::vector<SentenceLink> links;
    std::vector<StatementGroup> groups;
  };
  absl::StatusOr<Relations> RelateArticles(const RequestContext& call, const Lexicon* lexicon);

  PreparedRequest(std::span<const SourceArticle> articles, const SummaryOptions& options, const ScoreWeights& weights)
      : articles_(articles), options_(options), weights_(weights) {}

  std::span<const SourceArticle> articles_;
  const SummaryOptions& options_;
  const ScoreWeights& weights_;
  std::vector<ArticleGroup> groups_;
  AnalyzedCorpus corpus_;
  AnalyzedCorpus bridged_;  // With words of several languages joined; of the merged summary.
  std::unique_ptr<GistWriter> gists_;
  std::vector<Disagreement> disagreements_;
  std::vector<SentenceLink> links_;
  std::vector<SentenceLink> repetitions_;
  std::vector<int> origins_;
  std::vector<double> query_matches_;
};

}  // namespace polygist::summary
