#include "summary_service/analysis/analyze_articles.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "common/text/language_tag.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "summary_service/analysis/attributions.h"
#include "summary_service/analysis/openers.h"
#include "summary_service/analysis/origins.h"
#include "summary_service/analysis/quotations.h"
#include "summary_service/analysis/term_table.h"

namespace polygist::summary {
namespace {

using text::Word;
using text::WordKind;

// A sentence of fewer words tells nothing by itself ("He agreed.", "Read more").
constexpr int kFragmentWords = 4;
// From eight words on a sentence tells a fact. Between 5 and 10 the choice moves no measure by more than .1; without
// it, short exclamations win on words per length.
constexpr int kBodyWords = 8;

// Room made beforehand; a text of shorter or more words takes more. Long texts repeat their words.
constexpr size_t kBytesPerToken = 5, kBytesPerEntry = 20, kMostReserved = 4096;

class Analyzer {
 public:
  AnalyzedCorpus Analyze(std::span<const SourceArticle> articles, std::string_view question) {
    Reserve(articles);
    for (size_t i = 0; i < articles.size(); ++i) AddArticle(static_cast<int>(i), articles[i]);
    AddQuestion(question);
    for (const auto& [language, terms] : languages_) terms->Count();
    for (const VocabularyEntry& entry : corpus_.vocabulary) corpus_.stop_words.push_back(entry.stop);
    corpus_.tokens.shrink_to_fit();
    corpus_.terms.shrink_to_fit();
    const std::vector<int> origins = CopiesByFingerprint(articles);
    for (size_t i = 0; i < articles.size(); ++i) corpus_.articles[i].origin = origins[i];
    return std::move(corpus_);
  }

 private:
  void Reserve(std::span<const SourceArticle> articles) {
    size_t bytes = 0, sentences = 0;
    for (const SourceArticle& article : articles) bytes += article.text.size(), sentences += article.sentences.size();
    corpus_.sentences.reserve(sentences);
    corpus_.tokens.reserve(bytes / kBytesPerToken);
    corpus_.terms.reserve(bytes / kBytesPerToken);
    corpus_.vocabulary.reserve(std::min(bytes / kBytesPerEntry, kMostReserved));
  }

  LanguageTerms& TermsOf(const std::string& base_language) {
    std::unique_ptr<LanguageTerms>& terms = languages_[base_language];
    if (!terms) terms = std::make_unique<LanguageTerms>(base_language, &corpus_.vocabulary, &shared_);
    return *terms;
  }

  void AddArticle(int index, const SourceArticle& source) {
    AnalyzedArticle article;
    article.base_language = text::BaseLanguage(source.language);
    article.sentence_begin = static_cast<int32_t>(corpus_.sentences.size());
    LanguageTerms& terms = TermsOf(article.base_language);
    const std::vector<Word> words = text::SplitWords(source.text);
    size_t word = 0;
    int32_t long_sentences = 0;
    for (size_t i = 0; i < source.sentences.size(); ++i) {
      const ByteSpan span = source.sentences[i].span;
      while (word < words.size() && words[word].span.begin < span.begin) ++word;
      size_t end = word;
      while (end < words.size() && words[end].span.end <= span.end) ++end;
      AnalyzedSentence sentence = MakeSentence(source, article.base_language, {index, static_cast<int>(i)});
      AddWords(source.text, std::span(words).subspan(word, end - word), terms, sentence);
      sentence.position = long_sentences;
      if (sentence.length.words >= kLongSentenceWords) ++long_sentences;
      corpus_.sentences.push_back(sentence);
      word = end;
    }
    article.sentence_end = static_cast<int32_t>(corpus_.sentences.size());
    MarkInsideQuotations(source, std::span(corpus_.sentences).subspan(article.sentence_begin));
    article.title_tokens = AnalyzeAside(source.title, terms).tokens;
    corpus_.articles.push_back(std::move(article));
  }

  static AnalyzedSentence MakeSentence(const SourceArticle& source, const std::string& base_language, SentenceRef ref) {
    const SourceSentence& from = source.sentences[ref.sentence];
    const std::string_view text = Slice(source.text, from.span);
    AnalyzedSentence sentence;
    sentence.ref = ref;
    sentence.length = MeasureLength(text);
    sentence.quotation = HoldsQuotation(text);
    sentence.open_quote = FindOpenQuote(text);
    sentence.opener = OpenerOf(text, base_language);
    sentence.attribution = LacksSpeaker(text, base_language);
    const BlockKind kind = source.blocks.empty() ? BlockKind::kParagraph : source.blocks[from.block].kind;
    if (kind == BlockKind::kHeading || kind == BlockKind::kTableRow || kind == BlockKind::kPreformatted) {
      sentence.tier = Tier::kHeading;
    }
    return sentence;
  }

  // Within a paragraph: the next one opens its quotation again.
  static void MarkInsideQuotations(const SourceArticle& source, std::span<AnalyzedSentence> sentences) {
    const auto block_of = [&](size_t i) { return source.sentences[sentences[i].ref.sentence].block; };
    for (size_t first = 0; first < sentences.size(); ++first) {
      if (sentences[first].open_quote != OpenQuote::kOpens) continue;
      size_t last = first + 1;
      while (last < sentences.size() && sentences[last].open_quote == OpenQuote::kNone) ++last;
      const bool closes = last < sentences.size() && sentences[last].open_quote == OpenQuote::kCloses;
      if (!closes || block_of(last) != block_of(first)) continue;
      for (size_t i = first + 1; i < last; ++i) sentences[i].open_quote = OpenQuote::kInside;
    }
  }

  static Tier TierOf(int words) {
    if (words < kFragmentWords) return Tier::kFragment;
    return words < kBodyWords ? Tier::kShort : Tier::kBody;
  }

  void AddWords(std::string_view text, std::span<const Word> words, LanguageTerms& terms, AnalyzedSentence& sentence) {
    sentence.token_begin = static_cast<int32_t>(corpus_.tokens.size());
    sentence.term_begin = static_cast<int32_t>(corpus_.terms.size());
    int half_words = 0;  // A Han or Kana character is about half a word of an alphabet.
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i].kind == WordKind::kIdeographic) {
        const size_t before = corpus_.tokens.size();
        i = AddCharacters(text, words, i, terms);
        half_words += static_cast<int>(corpus_.tokens.size() - before);
        continue;
      }
      const std::string_view word = Slice(text, words[i].span);
      const TermId term = terms.Find(word, words[i].kind, i > 0 && StartsUpperCase(word));
      corpus_.tokens.push_back(term);
      half_words += 2;
      if (!corpus_.vocabulary[term].stop) corpus_.terms.push_back(term);
    }
    sentence.token_end = static_cast<int32_t>(corpus_.tokens.size());
    if (sentence.tier == Tier::kBody) sentence.tier = TierOf(std::min<int>(sentence.length.words, half_words / 2));
    sentence.term_end = static_cast<int32_t>(corpus_.terms.size());
  }

  // A run of adjoining ideographic words that begins at words[first]. Returns the last word of the run.
  size_t AddCharacters(std::string_view text, std::span<const Word> words, size_t first, LanguageTerms& terms) {
    size_t last = first;
    while (last + 1 < words.size() && words[last + 1].kind == WordKind::kIdeographic &&
           words[last + 1].span.begin == words[last].span.end) {
      ++last;
    }
    const std::string_view run = Slice(text, Hull(words[first].span, words[last].span));
    size_t previous = 0;
    for (size_t begin = 0; begin < run.size();) {
      size_t end = begin;
      text::NextCodePoint(run, &end);
      corpus_.tokens.push_back(terms.FindCharacters(run.substr(begin, end - begin)));
      if (begin > 0) corpus_.terms.push_back(terms.FindCharacters(run.substr(previous, end - previous)));
      previous = begin;
      begin = end;
    }
    return last;
  }

  static bool StartsUpperCase(std::string_view word) {
    const unsigned char first = static_cast<unsigned char>(word.front());
    if (first < 0x80) return first >= 'A' && first <= 'Z';
    size_t end = 0;
    text::NextCodePoint(word, &end);
    const std::string_view letter = word.substr(0, end);
    return text::FoldForMatching(letter) != letter;
  }

  // The tokens and terms of a text that is no part of an article.
  AnalyzedCorpus AnalyzeAside(std::string_view text, LanguageTerms& terms) {
    // Added as if it were a sentence and taken away again, so that both are cut alike.
    const ptrdiff_t token_count = static_cast<ptrdiff_t>(corpus_.tokens.size());
    const ptrdiff_t term_count = static_cast<ptrdiff_t>(corpus_.terms.size());
    AnalyzedSentence sentence;
    AddWords(text, text::SplitWords(text), terms, sentence);
    AnalyzedCorpus aside;
    aside.tokens.assign(corpus_.tokens.begin() + token_count, corpus_.tokens.end());
    aside.terms.assign(corpus_.terms.begin() + term_count, corpus_.terms.end());
    corpus_.tokens.resize(token_count);
    corpus_.terms.resize(term_count);
    return aside;
  }

  void AddQuestion(std::string_view question) {
    if (question.empty()) return;
    for (const auto& [language, terms] : languages_) {
      const std::vector<TermId> found = AnalyzeAside(question, *terms).terms;
      corpus_.question.insert(corpus_.question.end(), found.begin(), found.end());
    }
  }

  AnalyzedCorpus corpus_;
  LanguageTerms::SharedTerms shared_;
  std::map<std::string, std::unique_ptr<LanguageTerms>> languages_;
};

}  // namespace

AnalyzedCorpus AnalyzeArticles(std::span<const SourceArticle> articles, std::string_view question) {
  return Analyzer().Analyze(articles, question);
}

}  // namespace polygist::summary
