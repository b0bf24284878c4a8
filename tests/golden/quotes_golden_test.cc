// Direct speech and its speakers in short passages of 36 languages: tests/data/quotes.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_split.h"
#include "ingest_service/segment/sentences.h"
#include "summary_service/merging/find_quotes.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/story_names.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {
namespace {

struct Speech {
  std::string speaker;  // "?": nobody is named.
  std::string begins;
};

struct Passage {
  std::string language;
  std::string text;
  std::vector<Speech> speeches;
};

std::vector<Passage> ReadPassages(const std::string& file) {
  std::ifstream in(POLYGIST_SOURCE_DIR "/tests/data/quotes/" + file);
  std::vector<Passage> passages;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    const std::vector<std::string> columns = absl::StrSplit(line, '\t');
    Passage& passage = passages.emplace_back(Passage{columns.at(0), columns.at(1), {}});
    for (const std::string& speech :
         std::vector<std::string>(absl::StrSplit(columns.at(2), " ; ", absl::SkipEmpty()))) {
      const std::vector<std::string> parts = absl::StrSplit(speech, " = ");
      passage.speeches.push_back({parts.at(0), parts.at(1)});
    }
  }
  return passages;
}

// One paragraph, cut into sentences as ingest does.
SourceArticle ArticleOf(const Passage& passage) {
  SourceArticle article;
  article.name = "passage";
  article.language = passage.language;
  article.text = passage.text;
  const ByteSpan all{0, static_cast<int64_t>(passage.text.size())};
  article.blocks = {{BlockKind::kParagraph, all}};
  const std::vector<ingest::Block> blocks = {{.span = all}};
  for (const ingest::Sentence& sentence : ingest::SplitSentences(passage.text, blocks, passage.language)) {
    article.sentences.push_back({sentence.span, {}, 0});
  }
  return article;
}

std::vector<Quote> QuotesOf(const SourceArticle& article) {
  const std::vector<SourceArticle> articles = {article};
  const Story story = ReadStory(articles, nullptr);
  return FindQuotes(articles, story, StoryNames(articles, story, MatchTerms(story)));
}

struct Counts {
  int wanted = 0, found = 0, right = 0;                             // Quotations that are direct speech.
  int speakers_wanted = 0, speakers_found = 0, speakers_right = 0;  // Of those found rightly.
};

// "Mayor Joan Price" and "Joan Price" are one.
bool IsSpeaker(std::string_view found, std::string_view wanted) { return found.find(wanted) != std::string_view::npos; }

void Count(const Passage& passage, Counts* counts) {
  const SourceArticle article = ArticleOf(passage);
  counts->wanted += static_cast<int>(passage.speeches.size());
  std::set<std::string> missed;
  for (const Speech& speech : passage.speeches) {
    missed.insert(speech.begins);
    counts->speakers_wanted += speech.speaker != "?";
  }
  for (const Quote& quote : QuotesOf(article)) {
    ++counts->found;
    const std::string_view words = Slice(article.text, quote.span);
    const auto speech = std::find_if(passage.speeches.begin(), passage.speeches.end(),
                                     [&](const Speech& s) { return words.starts_with(s.begins); });
    if (speech == passage.speeches.end()) {
      std::cout << passage.language << " is no speech: " << words << "\n";
      continue;
    }
    ++counts->right;
    missed.erase(speech->begins);
    const bool right = IsSpeaker(quote.speaker, speech->speaker);
    counts->speakers_found += !quote.speaker.empty();
    counts->speakers_right += right;
    if (!right && (speech->speaker != "?" || !quote.speaker.empty())) {
      std::cout << passage.language << " speaker \"" << quote.speaker << "\", not \"" << speech->speaker
                << "\": " << words << "\n";
    }
  }
  for (const std::string& begins : missed) std::cout << passage.language << " missed: " << begins << "\n";
}

Counts Measure(const std::string& file) {
  Counts counts;
  for (const Passage& passage : ReadPassages(file)) Count(passage, &counts);
  std::cout << file << ": speech " << counts.right << " of " << counts.wanted << ", found " << counts.found
            << "; speakers " << counts.speakers_right << " of " << counts.speakers_wanted << ", named "
            << counts.speakers_found << "\n";
  return counts;
}

TEST(QuotesGoldenTest, SpeechIsFoundAndItsSpeakersAreNamed) {
  const Counts counts = Measure("passages.tsv");
  EXPECT_GE(counts.right, .98 * counts.wanted);
  EXPECT_GE(counts.right, .98 * counts.found);
  EXPECT_GE(counts.speakers_right, .98 * counts.speakers_wanted);
  EXPECT_EQ(counts.speakers_right, counts.speakers_found);
}

TEST(QuotesGoldenTest, SoItIsInPassagesThatTheRulesWereNotMadeOn) {
  const Counts counts = Measure("held_out.tsv");
  EXPECT_GE(counts.right, .8 * counts.wanted);
  EXPECT_GE(counts.right, .95 * counts.found);
  EXPECT_GE(counts.speakers_right, .7 * counts.speakers_wanted);
  EXPECT_GE(counts.speakers_right, .95 * counts.speakers_found);
}

TEST(QuotesGoldenTest, ThePassagesAreInManyLanguages) {
  std::set<std::string> languages;
  for (const Passage& passage : ReadPassages("passages.tsv")) languages.insert(passage.language);
  EXPECT_EQ(languages.size(), 36);
}

}  // namespace
}  // namespace polygist::summary
