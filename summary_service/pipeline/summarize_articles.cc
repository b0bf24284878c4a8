#include "summary_service/pipeline/summarize_articles.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/base/status_macros.h"
#include "summary_service/pipeline/gists.h"
#include "summary_service/pipeline/prepared_request.h"
#include "summary_service/pipeline/reader_choice.h"

namespace polygist::summary {
namespace {

// Gists of the sentences that are in none of the reader's languages.
void AddGists(const GistWriter& writer, std::span<const SourceArticle> articles,
              const std::vector<std::string>& reading_languages, Summary& summary) {
  for (SummarySentence& sentence : summary.sentences) {
    const std::string& language = articles[static_cast<size_t>(sentence.ref.article)].language;
    const bool foreign = PreferenceOf(language, reading_languages) == reading_languages.size();
    if (foreign) sentence.gist = writer.Write(sentence.ref);
  }
}

}  // namespace

absl::StatusOr<Summaries> SummarizeArticles(const RequestContext& call, std::span<const SourceArticle> articles,
                                            const SummaryOptions& options, const Lexicon* lexicon,
                                            const ScoreWeights* weights) {
  ASSIGN_OR_RETURN(const PreparedRequest request,
                   PreparedRequest::Prepare(call, articles, options, lexicon,
                                            weights == nullptr ? DefaultScoreWeights() : *weights));
  Summaries summaries;
  summaries.disagreements = request.disagreements();
  for (const ArticleGroup& group : request.groups()) {
    RETURN_IF_ERROR(call.Check());
    Summary summary = request.EngineOf(group)->Summarize();
    if (group.language == kMergedLanguage) {
      if (request.gists() != nullptr) AddGists(*request.gists(), articles, options.reading_languages, summary);
      summaries.merged = std::move(summary);
    } else {
      summaries.per_language.push_back(std::move(summary));
    }
  }
  return summaries;
}

}  // namespace polygist::summary
