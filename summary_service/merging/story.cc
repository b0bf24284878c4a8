#include "summary_service/merging/story.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "common/text/language_tag.h"
#include "common/text/utf8.h"
#include "summary_service/lexicon/compounds.h"
#include "summary_service/lexicon/lexicon_format.h"
#include "summary_service/lexicon/tokens.h"
#include "summary_service/lexicon/word_lookup.h"

namespace polygist::summary {
namespace {

// Translations weaker than this only add noise.
constexpr float kLeastTranslation = 0.06f;
// Best ones kept of a word.
constexpr size_t kMostTranslations = 24;
// What a story may have of text for each stem of the lexicon that it meets: less, the longer it is.
constexpr size_t kBytesPerStem = 4;
constexpr size_t kMostReserved = 20000;
// A translation at least this good makes its stem one that a rendering could be expected to show.
constexpr float kKnownTranslation = 0.3f;

class StoryReader {
 public:
  explicit StoryReader(const Lexicon* lexicon) : lexicon_(lexicon) {}

  Story Read(std::span<const SourceArticle> articles, bool with_headings) {
    for (const SourceArticle& article : articles) LanguageOf(article);
    targets_ = story_.languages;
    if (std::find(targets_.begin(), targets_.end(), "en") == targets_.end()) targets_.push_back("en");
    english_ = static_cast<int>(std::find(targets_.begin(), targets_.end(), "en") - targets_.begin());
    concepts_.resize(targets_.size());
    size_t bytes = 0;
    for (const SourceArticle& article : articles) bytes += article.text.size();
    concept_of_found_.reserve(std::min(bytes / kBytesPerStem, kMostReserved));
    if (lexicon_ != nullptr) reach_.emplace(*lexicon_, story_.languages);
    for (size_t i = 0; i < story_.languages.size(); ++i) {
      if (i < 32) all_languages_ |= uint32_t{1} << i;
      dictionaries_.push_back(std::make_unique<Dictionary>(lexicon_, story_.languages[i], targets_));
    }
    for (size_t a = 0; a < articles.size(); ++a)
      ReadArticle(articles[a], static_cast<int>(a), with_headings);
    story_.concept_count = static_cast<int>(reached_.size());
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
    const std::vector<Token> tokens = Tokenize(text);
    const std::vector<Key> keys = ExtractKeys(text, tokens, language, article.publish_time);
    read->uses.reserve(tokens.size());
    auto key = keys.begin();
    bool first = true;
    for (const Token& token : tokens) {
      while (key != keys.end() && key->span.end <= token.span.begin) ++key;
      const ByteSpan place{token.span.begin + span.begin, token.span.end + span.begin};
      if (key != keys.end() && key->span.Overlaps(token.span)) {
        if (key->span.begin >= token.span.begin || read->uses.empty()) {
          read->uses.push_back(
              {KeyTerm(*key), {key->span.begin + span.begin, key->span.end + span.begin}});
        }
      } else {
        read->uses.push_back(
            {WordTerm(token, read->language, token.upper && !first), place});
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

  int WordTerm(const Token& token, int language, bool name) {
    Dictionary& dictionary = *dictionaries_[static_cast<size_t>(language)];
    const auto [place, is_new] = dictionary.terms.try_emplace(token.folded, static_cast<int>(story_.terms.size()));
    if (is_new) {
      StoryTerm term;
      term.language = language;
      term.forms = FormsOfFolded(token.folded);
      term.ideographic = token.kind == text::WordKind::kIdeographic;
      AddConcepts(token.folded, dictionary, &term);
      story_.terms.push_back(std::move(term));
    }
    StoryTerm& term = story_.terms[static_cast<size_t>(place->second)];
    if (name && !dictionary.nouns_are_upper) term.term_class = TermClass::kName;
    return place->second;
  }

  // What is known about the words of one language.
  struct Dictionary {
    Dictionary(const Lexicon* lexicon, const std::string& language, const std::vector<std::string>& targets)
        : nouns_are_upper(language == "de"), parts(lexicon, language) {
      if (lexicon != nullptr) lookup.emplace(*lexicon, language, targets);
    }

    bool nouns_are_upper;
    CompoundSplitter parts;
    std::optional<WordLookup> lookup;
    absl::flat_hash_map<std::string, int> terms;  // By folded word.
  };

  void AddConcepts(const std::string& folded, const Dictionary& dictionary, StoryTerm* term) {
    const std::string& language = story_.languages[static_cast<size_t>(term->language)];
    const std::string stem = StemOf(folded, language);
    const int own = ConceptOf(term->language, lexicon_format::Checksum(stem));
    if (lexicon_ != nullptr) {
      if (language == "en") term->known_in |= LanguagesReaching(own, stem);
      if (!AddTranslations(dictionary, folded, stem, 1, term)) {
        for (const auto& [part, share] : dictionary.parts.PartsOf(folded, term->ideographic)) {
          AddTranslations(dictionary, part, StemOf(part, language), share, term);
        }
      }
    }
    term->concepts.push_back({own, 1, true, false});
    std::sort(term->concepts.begin(), term->concepts.end(),
              [](const TermConcept& a, const TermConcept& b) { return std::tie(a.id, b.weight) < std::tie(b.id, a.weight); });
    term->concepts.shrink_to_fit();
  }

  // Adds the best translations. Whether there were any.
  bool AddTranslations(const Dictionary& dictionary, std::string_view folded, std::string_view stem, float share,
                       StoryTerm* term) {
    found_.clear();
    const bool any = dictionary.lookup->Translate(folded, stem, kLeastTranslation, &found_);
    best_.clear();
    for (uint32_t i = 0; i < found_.size(); ++i) {
      if (found_[i].weight * share >= kLeastTranslation) best_.emplace_back(-found_[i].weight, i);
    }
    std::sort(best_.begin(), best_.end());
    FindConcepts();
    const size_t before = term->concepts.size();
    for (size_t i = 0; i < best_.size() && term->concepts.size() - before < kMostTranslations; ++i) {
      const FoundStem& found = found_[best_[i].second];
      AddTranslation(found, concepts_of_best_[i] >= 0 ? concepts_of_best_[i] : ConceptOf(found), share, before, term);
    }
    return any;
  }

  // Those of best_ that were met before. The others' stems will be read: they are asked for ahead of time.
  void FindConcepts() {
    concepts_of_best_.clear();
    for (const auto& [weight, i] : best_) {
      const auto known = concept_of_found_.find(PlaceOf(found_[i]));
      concepts_of_best_.push_back(known == concept_of_found_.end() ? -1 : known->second);
      if (concepts_of_best_.back() < 0) found_[i].PrefetchOffset();
    }
    for (size_t i = 0; i < best_.size(); ++i) {
      if (concepts_of_best_[i] < 0) found_[best_[i].second].PrefetchText();
    }
  }

  // Unless one of those from `before` on is the same stem: it weighs more.
  void AddTranslation(const FoundStem& found, int id, float share, size_t before, StoryTerm* term) {
    const auto begin = term->concepts.begin() + static_cast<std::ptrdiff_t>(before);
    if (std::any_of(begin, term->concepts.end(), [&](const TermConcept& other) { return other.id == id; })) return;
    const float weight = found.weight * share;
    const bool pivot = IsEnglish(found.target) && !IsEnglish(term->language);
    term->concepts.push_back({id, weight, false, pivot});
    if (weight < kKnownTranslation) return;
    if (found.target < 32) term->known_in |= (uint32_t{1} << found.target) & all_languages_;
    if (pivot && (term->known_in & all_languages_) != all_languages_) {
      term->known_in |= LanguagesReaching(id, found.stem());
    }
  }

  bool IsEnglish(int target) const { return target == english_; }

  // Which languages of the story have a word for an English stem.
  uint32_t LanguagesReaching(int id, std::string_view stem) {
    std::optional<uint32_t>& reached = reached_[static_cast<size_t>(id)];
    if (!reached) reached = reach_->ReachedBy(stem);
    return *reached;
  }

  // In the lexicon.
  uint64_t PlaceOf(const FoundStem& found) const {
    return (uint64_t{found.file} * targets_.size() + static_cast<uint64_t>(found.target)) << 32 | found.id;
  }

  // The stem is read only where its place is new.
  int ConceptOf(const FoundStem& found) {
    const auto [known, is_new] = concept_of_found_.try_emplace(PlaceOf(found), 0);
    if (is_new) known->second = ConceptOf(found.target, lexicon_format::Checksum(found.stem()));
    return known->second;
  }

  // Stems are told apart by their checksums: of 64 bits, while a story has some hundred thousand stems.
  int ConceptOf(int target, uint64_t checksum) {
    const auto [place, is_new] =
        concepts_[static_cast<size_t>(target)].try_emplace(checksum, static_cast<int>(reached_.size()));
    if (is_new) reached_.emplace_back();
    return place->second;
  }

  using KeyIdentity = std::tuple<int, double, std::string, int, int, int, int, int>;
  const Lexicon* lexicon_;
  std::vector<std::string> targets_;  // Languages worth translating to: those of the story come first.
  int english_ = 0;                   // Among targets_.
  uint32_t all_languages_ = 0;        // The bits that StoryTerm::known_in may have.
  Story story_;
  std::map<KeyIdentity, int> keys_;
  std::optional<ReachLookup> reach_;
  std::vector<std::unique_ptr<Dictionary>> dictionaries_;       // By language.
  std::vector<absl::flat_hash_map<uint64_t, int>> concepts_;  // By target and checksum of the stem.
  absl::flat_hash_map<uint64_t, int> concept_of_found_;  // Those of the lexicon by file, target and number.
  std::vector<std::optional<uint32_t>> reached_;  // By concept: LanguagesReaching, once it was asked.
  // Of the word at hand:
  std::vector<FoundStem> found_;
  std::vector<std::pair<float, uint32_t>> best_;  // Of found_ by falling weight: its negation, and which.
  std::vector<int> concepts_of_best_;             // By place in best_: -1 where it was not met before.
};

// Words beside the date from which on a line states something.
constexpr size_t kFewestWordsOfStatement = 3;

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

Story ReadStory(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                bool with_headings) {
  return StoryReader(lexicon).Read(articles, with_headings);
}

}  // namespace polygist::summary
