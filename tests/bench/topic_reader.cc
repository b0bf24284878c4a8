#include "tests/bench/topic_reader.h"

#include <unicode/uchar.h>

#include <string_view>
#include <utility>

#include "common/text/utf8.h"

namespace polygist::summary {
namespace {

bool EndsWithInitial(std::string_view text) {
  return text.size() >= 2 && text.back() == '.' && text[text.size() - 2] >= 'A' && text[text.size() - 2] <= 'Z' &&
         (text.size() == 2 || text[text.size() - 3] == ' ' || text[text.size() - 3] == '.');
}

bool StartsLowerCase(std::string_view text) {
  size_t offset = 0;
  return !text.empty() && u_islower(static_cast<UChar32>(text::NextCodePoint(text, &offset)));
}

// Whether a boundary of ICU between the two is none.
bool Joins(std::string_view before, std::string_view after) {
  const std::string_view words = text::TrimWhiteSpace(before);
  return !after.empty() && ((StartsLowerCase(after) && words.ends_with('.')) || EndsWithInitial(words));
}

}  // namespace

TopicReader::TopicReader() {
  UErrorCode error = U_ZERO_ERROR;
  iterator_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), error));
}

std::vector<SourceArticle> TopicReader::ArticlesOf(const nlohmann::json& topic) const {
  std::vector<SourceArticle> articles;
  for (const nlohmann::json& from : topic.at("articles")) {
    SourceArticle article = ArticleOf(from.value("text", ""), from.value("lang", topic.value("lang", "und")));
    article.name = from.value("id", "");
    article.title = from.value("title", "");
    articles.push_back(std::move(article));
  }
  return articles;
}

SourceArticle TopicReader::ArticleOf(std::string text, std::string language) const {
  SourceArticle article;
  article.language = std::move(language);
  article.text = std::move(text);
  for (size_t begin = 0; begin < article.text.size();) {
    const size_t end = std::min(article.text.find('\n', begin), article.text.size());
    if (end > begin) AddBlock({static_cast<int64_t>(begin), static_cast<int64_t>(end)}, article);
    begin = end + 1;
  }
  return article;
}

void TopicReader::AddBlock(ByteSpan line, SourceArticle& article) const {
  const std::string_view text = Slice(article.text, line);
  article.blocks.push_back({BlockKind::kParagraph, line});
  UErrorCode error = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()), &error);
  iterator_->setText(&utext, error);
  int32_t begin = iterator_->first();
  for (int32_t end = iterator_->next(); end != icu::BreakIterator::DONE; end = iterator_->next()) {
    if (Joins(text.substr(begin, end - begin), text.substr(end))) continue;
    const std::string_view sentence = text::TrimWhiteSpace(text.substr(begin, end - begin));
    begin = end;
    if (sentence.empty()) continue;
    const int64_t at = sentence.data() - article.text.data();
    const ByteSpan span{at, at + static_cast<int64_t>(sentence.size())};
    article.sentences.push_back({span, span, static_cast<int>(article.blocks.size()) - 1});
  }
  utext_close(&utext);
}

}  // namespace polygist::summary
