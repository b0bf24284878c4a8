// Summarizes JSON lines without services: the input and output of `polygist batch summarize`, for measuring
// the engine alone while it is worked on.
//
//   summary_eval < topics.jsonl > summaries.jsonl
//
// Sentences are cut simply here (lines are blocks; ICU boundaries, joined before a lower-case letter and after
// initials), so figures differ a little from those of the real pipeline.
#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <chrono>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "common/text/utf8.h"
#include "summary_service/pipeline/summarize_articles.h"

namespace polygist::summary {
namespace {

using Json = nlohmann::json;

bool EndsWithInitial(std::string_view text) {
  return text.size() >= 2 && text.back() == '.' && text[text.size() - 2] >= 'A' && text[text.size() - 2] <= 'Z' &&
         (text.size() == 2 || text[text.size() - 3] == ' ' || text[text.size() - 3] == '.');
}

bool StartsLowerCase(std::string_view text) {
  size_t offset = 0;
  return !text.empty() && u_islower(static_cast<UChar32>(text::NextCodePoint(text, &offset)));
}

class Splitter {
 public:
  Splitter() {
    UErrorCode error = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), error));
  }

  void AddBlock(ByteSpan line, SourceArticle& article) {
    const std::string_view text = Slice(article.text, line);
    article.blocks.push_back({BlockKind::kParagraph, line});
    UErrorCode error = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()), &error);
    iterator_->setText(&utext, error);
    int32_t begin = iterator_->first();
    for (int32_t end = iterator_->next(); end != icu::BreakIterator::DONE; end = iterator_->next()) {
      if (end < static_cast<int32_t>(text.size()) &&
          (StartsLowerCase(text.substr(end)) || EndsWithInitial(Trimmed(text.substr(begin, end - begin))))) {
        continue;
      }
      const std::string_view sentence = Trimmed(text.substr(begin, end - begin));
      begin = end;
      if (sentence.empty()) continue;
      const int64_t at = sentence.data() - article.text.data();
      const ByteSpan span{at, at + static_cast<int64_t>(sentence.size())};
      article.sentences.push_back({span, span, static_cast<int>(article.blocks.size()) - 1});
    }
    utext_close(&utext);
  }

 private:
  static std::string_view Trimmed(std::string_view text) { return text::TrimWhiteSpace(text); }
  std::unique_ptr<icu::BreakIterator> iterator_;
};

SourceArticle MakeArticle(const Json& from, const std::string& language, Splitter& splitter) {
  SourceArticle article;
  article.name = from.value("id", "");
  article.language = from.value("lang", language);
  article.title = from.value("title", "");
  article.text = from.value("text", "");
  for (size_t begin = 0; begin < article.text.size();) {
    const size_t end = std::min(article.text.find('\n', begin), article.text.size());
    if (end > begin) splitter.AddBlock({static_cast<int64_t>(begin), static_cast<int64_t>(end)}, article);
    begin = end + 1;
  }
  return article;
}

SummaryOptions OptionsOf(const Json& topic, bool merged) {
  SummaryOptions options;
  const Json& budget = topic.at("budget");
  if (budget.contains("sentences")) options.budgets = {{BudgetUnit::kSentences, budget["sentences"]}};
  if (budget.contains("characters")) options.budgets = {{BudgetUnit::kCharacters, budget["characters"]}};
  if (budget.contains("words")) options.budgets = {{BudgetUnit::kWords, budget["words"]}};
  options.per_language = !merged;
  options.merged = merged;
  return options;
}

Json Summarized(const Json& topic, Splitter& splitter) {
  const std::string language = topic.at("lang");
  std::vector<SourceArticle> articles;
  for (const Json& article : topic.at("articles")) articles.push_back(MakeArticle(article, language, splitter));
  const SummaryOptions options = OptionsOf(topic, language == kMergedLanguage);
  const auto start = std::chrono::steady_clock::now();
  const absl::StatusOr<Summaries> summaries = SummarizeArticles(RequestContext{}, articles, options);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  if (!summaries.ok()) return {{"topic", topic.at("topic")}, {"error", summaries.status().ToString()}};
  const Summary& summary = options.merged ? *summaries->merged : summaries->per_language.front();
  std::string text;
  for (const SummarySentence& sentence : summary.sentences) {
    const SourceArticle& article = articles[sentence.ref.article];
    const ByteSpan span = article.sentences[sentence.ref.sentence].span;
    if (!text.empty()) text += '\n';
    text += Slice(article.text, {span.begin, span.begin + sentence.shown_bytes});
  }
  return {{"topic", topic.at("topic")}, {"lang", language}, {"summary", text}, {"seconds", seconds.count()}};
}

}  // namespace
}  // namespace polygist::summary

int main() {
  polygist::summary::Splitter splitter;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.empty()) continue;
    std::cout << polygist::summary::Summarized(nlohmann::json::parse(line), splitter).dump() << '\n';
  }
}
