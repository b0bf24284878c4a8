#include "summary_service/corpus/append_title.h"

namespace polygist::summary {

void AppendTitle(SourceArticle* article) {
  if (article->title.empty()) return;
  if (!article->text.empty()) article->text += "\n\n";
  const auto begin = static_cast<int64_t>(article->text.size());
  article->text += article->title;
  const ByteSpan span = {begin, static_cast<int64_t>(article->text.size())};
  article->sentences.push_back({span, {}, static_cast<int>(article->blocks.size())});
  article->blocks.push_back({BlockKind::kTitle, span});
}

}  // namespace polygist::summary
