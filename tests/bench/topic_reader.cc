#include "tests/bench/topic_reader.h"

#include <utility>

#include "ingest_service/pipeline/normalize_article.h"

namespace polygist::summary {
namespace {

BlockKind KindOf(ingest::BlockKind kind) {
  switch (kind) {
    case ingest::BlockKind::kHeading:
      return BlockKind::kHeading;
    case ingest::BlockKind::kListItem:
      return BlockKind::kListItem;
    case ingest::BlockKind::kQuote:
      return BlockKind::kQuote;
    case ingest::BlockKind::kTableRow:
      return BlockKind::kTableRow;
    case ingest::BlockKind::kPreformatted:
      return BlockKind::kPreformatted;
    case ingest::BlockKind::kParagraph:
    case ingest::BlockKind::kCaption:
      break;
  }
  return BlockKind::kParagraph;
}

}  // namespace

std::vector<SourceArticle> TopicReader::ArticlesOf(const nlohmann::json& topic) const {
  std::vector<SourceArticle> articles;
  for (const nlohmann::json& from : topic.at("articles")) {
    articles.push_back(
        ArticleOf(from.value("text", ""), from.value("lang", topic.value("lang", "und")), from.value("title", "")));
    articles.back().name = from.value("id", "");
  }
  return articles;
}

SourceArticle TopicReader::ArticleOf(const std::string& text, const std::string& language,
                                     const std::string& title) const {
  ingest::RawContent content;
  content.bytes = text;
  content.charset = "utf-8";
  content.language = language;
  content.title = title;
  ingest::Article normal = ingest::NormalizeArticle(content, models_);
  SourceArticle article;
  article.language = normal.language.tag;
  article.title = normal.title;
  article.text = std::move(normal.text);
  article.fingerprint = std::move(normal.fingerprint);
  article.publish_time = normal.publish_time;
  for (const ingest::Block& block : normal.blocks) article.blocks.push_back({KindOf(block.kind), block.span});
  for (const ingest::Sentence& sentence : normal.sentences) {
    article.sentences.push_back({sentence.span, sentence.raw, sentence.block});
  }
  return article;
}

SummaryOptions OptionsOf(const nlohmann::json& topic) {
  SummaryOptions options;
  const nlohmann::json& budget = topic.at("budget");
  if (budget.contains("sentences")) options.budgets = {{BudgetUnit::kSentences, budget["sentences"]}};
  if (budget.contains("characters")) options.budgets = {{BudgetUnit::kCharacters, budget["characters"]}};
  if (budget.contains("words")) options.budgets = {{BudgetUnit::kWords, budget["words"]}};
  options.merged = topic.at("lang").get<std::string>() == kMergedLanguage;
  options.per_language = !options.merged;
  options.disagreements = options.merged;  // As the service does.
  return options;
}

std::vector<std::string> LinesOf(const Summary& summary, const std::vector<SourceArticle>& articles) {
  std::vector<std::string> lines;
  for (const SummarySentence& sentence : summary.sentences) {
    const SourceArticle& article = articles[sentence.ref.article];
    const ByteSpan span = article.sentences[sentence.ref.sentence].span;
    lines.emplace_back(Slice(article.text, {span.begin, span.begin + sentence.shown_bytes}));
  }
  return lines;
}

}  // namespace polygist::summary
