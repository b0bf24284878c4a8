#include "summary_service/merging/story.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "common/text/language_tag.h"
#include "summary_service/lexicon/language_traits.h"
#include "summary_service/lexicon/tokens.h"
#include "summary_service/merging/name_runs.h"
#include "summary_service/merging/term_concepts.h"

namespace polygist::summary {
namespace {

// Words whose concepts are found together: enough of them to wait for the lexicon together.
constexpr size_t kWordsAtOnce = 64;
// Words from which on a heading, or a line beside its date, states something.
constexpr size_t kFewestWordsOfStatement = 3;

class StoryReader {
 public:
  explicit StoryReader(const Lexicon* lexicon) : lexicon_(lexicon) {}

  Story Read(std::span<const SourceArticle> articles, bool with_headings) {
    size_t bytes = 0;
    for (const SourceArticle& article : articles) {
      LanguageOf(article);
      bytes += article.text.size();
    }
    concepts_.emplace(lexicon_, story_.languages, bytes);
    words_.resize(story_.languages.size());
    for (size_t a = 0; a < articles.size(); ++a) ReadArticle(articles[a], static_cast<int>(a), with_headings);
    story_.concept_count = concepts_->count();
    story_.concepts = std::move(*concepts_).Finish();
    story_.terms.shrink_to_fit();
    return std::move(story_);
  }

 private:
  int LanguageOf(const SourceArticle& article) {
    const std::string base = text::BaseLanguage(article.language);
    const auto place = std::find(story_.languages.begin(), story_.languages.end(), base);
    if (place != story_.languages.end()) return static_cast<int>(place - story_.languages.begin());
    story_.languages.push_back(base);
    return static_cast<int>(story_.languages.size()) - 1;
  }

  void ReadArticle(const SourceArticle& article, int index, bool with_headings) {
    const int language = LanguageOf(article);
    for (size_t s = 0; s < article.sentences.size(); ++s) {
      const SourceSentence& sentence = article.sentences[s];
      StorySentence read{index, static_cast<int>(s), language, IsHeading(KindOf(article, sentence)), {}};
      if (with_headings || !read.heading) ReadSentence(article, sentence.span, &read);
      if (read.heading && read.uses.size() < kFewestWordsOfStatement) read.uses.clear();
      story_.sentences.push_back(std::move(read));
      if (story_.terms.size() - with_concepts_ >= kWordsAtOnce) AddConcepts();
    }
    AddConcepts();
  }

  void ReadSentence(const SourceArticle& article, ByteSpan span, StorySentence* read) {
    const std::string_view text = Slice(article.text, span);
    const std::string& language = story_.languages[static_cast<size_t>(read->language)];
    std::vector<Token> tokens = Tokenize(text);
    if (story_.terms.size() + tokens.size() > kMostTerms) return;
    const std::vector<Key> keys = ExtractKeys(text, tokens, language, article.publish_time);
    tokens = JoinNames(text, std::move(tokens), language);
    read->uses.reserve(tokens.size());
    auto key = keys.begin();
    bool first = true;
    for (const Token& token : tokens) {
      while (key != keys.end() && key->span.end <= token.span.begin) ++key;
      if (key != keys.end() && key->span.Overlaps(token.span)) {
        if (key->span.begin >= token.span.begin || read->uses.empty()) {
          read->uses.push_back(UseOf(KeyTerm(*key), key->span, span));
        }
      } else {
        read->uses.push_back(
            UseOf(WordTerm(token, read->language, token.upper && !first && !read->heading), token.span, span));
      }
      first = false;
    }
  }

  // `place`: within `sentence`.
  static TermUse UseOf(int term, ByteSpan place, ByteSpan sentence) {
    return {term, static_cast<uint32_t>(sentence.begin + place.begin),
            static_cast<uint32_t>(sentence.begin + place.end)};
  }

  int KeyTerm(const Key& key) {
    const auto identity = std::make_tuple(static_cast<int>(key.kind), key.value, key.unit, key.year, key.month, key.day,
                                          key.weekday, 2 * key.in_words + key.glued);
    const auto [place, is_new] = keys_.try_emplace(identity, static_cast<int>(story_.terms.size()));
    if (is_new) {
      StoryTerm term;
      term.language = -1;
      term.term_class = key.is_quantity() && !key.in_words ? TermClass::kNumber : TermClass::kKey;
      term.key = static_cast<int>(story_.keys.size());
      story_.keys.push_back(key);
      story_.terms.push_back(std::move(term));
    }
    return place->second;
  }

  int WordTerm(const Token& token, int language, bool name) {
    const auto l = static_cast<size_t>(language);
    const auto [place, is_new] = words_[l].try_emplace(token.folded, static_cast<int>(story_.terms.size()));
    if (is_new) {
      StoryTerm term;
      term.language = language;
      term.folded = token.folded;
      term.ideographic = token.kind == text::WordKind::kIdeographic;
      story_.terms.push_back(std::move(term));
    }
    if (name && !HasTrait(story_.languages[l], LanguageTrait::kCapitalNouns))
      story_.terms[static_cast<size_t>(place->second)].term_class = TermClass::kName;
    return place->second;
  }

  // Of the terms that came since the last time, of one article and so of one language.
  void AddConcepts() {
    concepts_->Add(std::span(story_.terms).subspan(with_concepts_));
    with_concepts_ = story_.terms.size();
  }

  using KeyIdentity = std::tuple<int, double, std::string, int, int, int, int, int>;
  const Lexicon* lexicon_;
  Story story_;
  std::map<KeyIdentity, int> keys_;
  std::vector<absl::flat_hash_map<std::string, int>> words_;  // By language: terms by folded word.
  std::optional<ConceptFinder> concepts_;
  size_t with_concepts_ = 0;  // Terms that have theirs.
};

}  // namespace

bool IsDateLine(const Story& story, const StorySentence& sentence) {
  bool dated = false;
  size_t words = 0;
  for (const TermUse& use : sentence.uses) {
    const int key = story.terms[static_cast<size_t>(use.term)].key;
    words += key < 0;
    dated = dated || (key >= 0 && IsCalendar(story.keys[static_cast<size_t>(key)].kind));
  }
  return dated && words < kFewestWordsOfStatement;
}

Story ReadStory(std::span<const SourceArticle> articles, const Lexicon* lexicon, bool with_headings) {
  return StoryReader(lexicon).Read(articles, with_headings);
}

}  // namespace polygist::summary
