#include "summary_service/pipeline/prepared_request.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/text/language_tag.h"
#include "summary_service/analysis/analyze_articles.h"
#include "summary_service/analysis/bridge_languages.h"
#include "summary_service/merging/cluster_sentences.h"
#include "summary_service/merging/compare_articles.h"
#include "summary_service/merging/matched_story.h"
#include "summary_service/merging/query_matches.h"
#include "summary_service/pipeline/check_options.h"
#include "summary_service/pipeline/cross_language_links.h"

namespace polygist::summary {

absl::StatusOr<PreparedRequest> PreparedRequest::Prepare(const RequestContext& call,
                                                         std::span<const SourceArticle> articles,
                                                         const SummaryOptions& options, const Lexicon* lexicon,
                                                         const ScoreWeights& weights) {
  RETURN_IF_ERROR(CheckOptions(articles, options));
  PreparedRequest request(articles, options, weights);
  request.groups_ = ChooseArticles(articles, options);
  if (request.groups_.empty()) {
    return InvalidField("options", "NO_ARTICLE_LEFT", "The filters leave no article. Name other sources or languages.");
  }
  // First of all: it needs more memory than what follows, and leaves little behind.
  Relations relations;
  if (options.merged) {
    ASSIGN_OR_RETURN(relations, request.RelateArticles(call, lexicon));
  }
  if (!options.query.empty()) {
    request.query_matches_ = MatchQuery(articles, lexicon, options.query, options.reading_languages);
  }
  RETURN_IF_ERROR(call.Check());
  request.corpus_ = AnalyzeArticles(articles, options.query);
  RETURN_IF_ERROR(call.Check());
  if (options.merged) {
    std::vector<SentenceLink> links = LinksAcrossLanguages(request.corpus_, std::move(relations.links));
    request.repetitions_ = Repetitions(articles, request.corpus_, WithGroups(request.corpus_, relations.groups, links));
    request.links_ = StrongestLinks(request.corpus_, links);
    request.bridged_ = BridgeLanguages(request.corpus_);
    const std::vector<int> texts = OriginsByText(articles, request.links_);
    for (size_t i = 0; i < articles.size(); ++i) request.bridged_.articles[i].origin = texts[i];
    RETURN_IF_ERROR(call.Check());
  }
  request.corpus_.vocabulary = std::vector<VocabularyEntry>();  // Languages are bridged.
  request.origins_ = OriginsOf(articles, request.links_);
  DropUnlikely(request.links_);
  request.links_ = WithGroups(request.corpus_, relations.groups, std::move(request.links_));
  if (!options.per_language) request.corpus_ = AnalyzedCorpus();  // The merged summary has its own.
  return request;
}

absl::StatusOr<PreparedRequest::Relations> PreparedRequest::RelateArticles(const RequestContext& call,
                                                                           const Lexicon* lexicon) {
  const bool several = std::any_of(articles_.begin(), articles_.end(), [&](const SourceArticle& article) {
    return text::BaseLanguage(article.language) != text::BaseLanguage(articles_.front().language);
  });
  if (!several && !options_.disagreements && options_.reading_languages.empty()) return Relations{};
  std::optional<MatchedStory> story = MatchStory(articles_, lexicon);
  RETURN_IF_ERROR(call.Check());
  StoryRelations relations =
      RelateSentences(*story, {.agreed_numbers = false, .disagreements = options_.disagreements});
  if (!options_.reading_languages.empty()) {
    gists_ = std::make_unique<GistWriter>(*std::move(story), options_.reading_languages.front());
  }
  story.reset();
  disagreements_ = std::move(relations.disagreements);
  RETURN_IF_ERROR(call.Check());
  std::vector<StatementGroup> groups = ClusterSentences(articles_, relations.links);
  return Relations{std::move(relations.links), std::move(groups)};
}

std::unique_ptr<GroupEngine> PreparedRequest::EngineOf(const ArticleGroup& group) const {
  const RequestView view{.articles = articles_,
                         .options = options_,
                         .corpus = group.language == kMergedLanguage ? bridged_ : corpus_,
                         .links = links_,
                         .repetitions = repetitions_,
                         .origins = origins_,
                         .weights = weights_,
                         .query_matches = query_matches_};
  return std::make_unique<GroupEngine>(view, group);
}

}  // namespace polygist::summary
