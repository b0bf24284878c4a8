#include "summary_service/merging/story.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "common/text/language_tag.h"
#include "common/text/utf8.h"
#include "summary_service/lexicon/compounds.h"
#include "summary_service/lexicon/tokens.h"

namespace polygist::summary {
namespace {

// Translations weaker than this only add noise.
constexpr double kLeastTranslation = 0.06;
// A translation at least this good makes its stem one that a rendering could be expected to show.
constexpr double kKnownTranslation = 0.3;

class StoryReader {
 public:
  explicit StoryReader(const Lexicon* lexicon) : lexicon_(lexicon), parts_(lexicon) {}

  Story Read(std::span<const SourceArticle> articles, bool with_headings) {
    for (const SourceArticle& article : articles) LanguageOf(article);
    targets_ = story_.languages;
    if (BitOf("en") == 0) targets_.push_back("en");
    for (const std::string& language : story_.languages) all_languages_ |= BitOf(language);
    for (size_t a = 0; a < articles.size(); ++a)
      ReadArticle(articles[a], static_cast<int>(a), with_headings);
    story_.concept_count = static_cast<int>(concepts_.size());
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
      const bool heading =
          sentence.block < static_cast<int>(article.blocks.size()) &&
          article.blocks[static_cast<size_t>(sentence.block)].kind == BlockKind::kHeading;
      StorySentence read{index, static_cast<int>(s), language, {}};
      if (with_headings || !heading) ReadSentence(article, sentence.span, &read);
      story_.sentences.push_back(std::move(read));
    }
  }

  void ReadSentence(const SourceArticle& article, ByteSpan span, StorySentence* read) {
    const std::string_view text = Slice(article.text, span);
    const std::string& language = story_.languages[static_cast<size_t>(read->language)];
    const std::vector<Key> keys = ExtractKeys(text, language, article.publish_time);
    auto key = keys.begin();
    bool first = true;
    for (const Token& token : Tokenize(text)) {
      while (key != keys.end() && key->span.end <= token.span.begin) ++key;
      const ByteSpan place{token.span.begin + span.begin, token.span.end + span.begin};
      if (key != keys.end() && key->span.Overlaps(token.span)) {
        if (key->span.begin >= token.span.begin || read->uses.empty()) {
          read->uses.push_back(
              {KeyTerm(*key), {key->span.begin + span.begin, key->span.end + span.begin}});
        }
      } else {
        read->uses.push_back(
            {WordTerm(token, Slice(text, token.span), read->language, token.upper && !first),
             place});
      }
      first = false;
    }
  }

  int KeyTerm(const Key& key) {
    const auto identity =
        std::make_tuple(static_cast<int>(key.kind), key.value, key.unit, key.year, key.month,
                        key.day, key.weekday, 2 * key.in_words + key.glued);
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

  int WordTerm(const Token& token, std::string_view written, int language, bool name) {
    const auto [place, is_new] = words_.try_emplace(std::to_string(language) + ' ' + token.folded,
                                                    static_cast<int>(story_.terms.size()));
    if (is_new) {
      StoryTerm term;
      term.language = language;
      term.forms = FormsOf(written);
      term.ideographic = token.kind == text::WordKind::kIdeographic;
      AddConcepts(token.folded, &term);
      story_.terms.push_back(std::move(term));
    }
    StoryTerm& term = story_.terms[static_cast<size_t>(place->second)];
    const bool nouns_are_upper = story_.languages[static_cast<size_t>(language)] == "de";
    if (name && !nouns_are_upper) term.term_class = TermClass::kName;
    return place->second;
  }

  void AddConcepts(const std::string& folded, StoryTerm* term) {
    const std::string& language = story_.languages[static_cast<size_t>(term->language)];
    const std::string stem = StemOf(folded, language);
    term->concepts.push_back({ConceptOf(language, stem), 1, true, false});
    if (lexicon_ == nullptr) return;
    if (language == "en") term->known_in |= lexicon_->ReachedBy(stem, story_.languages);
    if (!AddTranslations(language, folded, 1, term)) {
      for (const auto& [part, share] : parts_.PartsOf(language, folded, term->ideographic)) {
        AddTranslations(language, part, share, term);
      }
    }
    std::sort(term->concepts.begin(), term->concepts.end(),
              [](const TermConcept& a, const TermConcept& b) { return a.id < b.id; });
  }

  // Whether there were any.
  bool AddTranslations(const std::string& language, std::string_view folded, double share,
                       StoryTerm* term) {
    const std::vector<Translation> translations = lexicon_->Translate(language, folded, targets_);
    for (const Translation& translation : translations) {
      const double weight = share * translation.weight_permille / 1000;
      if (weight < kLeastTranslation) continue;
      const bool pivot = translation.language == "en" && language != "en";
      term->concepts.push_back({ConceptOf(translation.language, translation.stem),
                                static_cast<float>(weight), false, pivot});
      if (weight < kKnownTranslation) continue;
      term->known_in |= BitOf(translation.language);
      if (pivot && (term->known_in & all_languages_) != all_languages_) {
        term->known_in |= lexicon_->ReachedBy(translation.stem, story_.languages);
      }
    }
    return !translations.empty();
  }

  uint32_t BitOf(std::string_view language) const {
    const auto place = std::find(story_.languages.begin(), story_.languages.end(), language);
    const auto index = place - story_.languages.begin();
    return place == story_.languages.end() || index >= 32 ? 0 : uint32_t{1} << index;
  }

  int ConceptOf(std::string_view language, std::string_view stem) {
    const auto [place, is_new] = concepts_.try_emplace(
        std::string(language).append(" ").append(stem), static_cast<int>(concepts_.size()));
    return place->second;
  }

  using KeyIdentity = std::tuple<int, double, std::string, int, int, int, int, int>;
  const Lexicon* lexicon_;
  CompoundSplitter parts_;
  std::vector<std::string> targets_;  // Languages worth translating to.
  uint32_t all_languages_ = 0;        // The bits that StoryTerm::known_in may have.
  Story story_;
  std::map<KeyIdentity, int> keys_;
  std::unordered_map<std::string, int> words_;     // Language and folded form.
  std::unordered_map<std::string, int> concepts_;  // Language and stem.
};

}  // namespace

Story ReadStory(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                bool with_headings) {
  return StoryReader(lexicon).Read(articles, with_headings);
}

}  // namespace polygist::summary
