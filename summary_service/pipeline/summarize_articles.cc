#include "summary_service/pipeline/summarize_articles.h"

#include <algorithm>
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
void AddGists(const MatchedStory& story, const std::vector<std::string>& reading_languages, Summary& summary) {
  const auto is_foreign = [&](const SummarySentence& sentence) {
    const std::string& language = story.articles[static_cast<size_t>(sentence.ref.article)].language;
    return PreferenceOf(language, reading_languages) == reading_languages.size();
  };
  if (std::none_of(summary.sentences.begin(), summary.sentences.end(), is_foreign)) return;
  const GistWriter writer(story, reading_languages.front());
  for (SummarySentence& sentence : summary.sentences) {
    if (is_foreign(sentence)) sentence.gist = writer.Write(sentence.ref);
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
      if (!options.reading_languages.empty()) AddGists(*request.story(), options.reading_languages, summary);
      summaries.merged = std::move(summary);
    } else {
      summaries.per_language.push_back(std::move(summary));
    }
  }
  return summaries;
}

}  // namespace polygist::summary
