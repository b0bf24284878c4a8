// What holds of the sentences of any text.
#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "ingest_service/segment/sentences.h"

namespace polygist::ingest {
namespace {

constexpr std::string_view kLanguages[] = {"en", "de", "fr", "ru", "pl", "tr", "ja", "zh", "hi",
                                           "ar", "th", "hy", "el", "am", "my", "km", "und"};

// Pieces that meet in every order: words, abbreviations, numbers, addresses, marks, quotes,
// brackets, blanks, list markers, and signs of more than one code point.
constexpr std::string_view kPieces[] = {"word",
                                        "The",
                                        "der",
                                        "Он",
                                        "слово",
                                        "今日は",
                                        "है",
                                        "كلمة",
                                        "คำ",
                                        "ครับ",
                                        "Բառ",
                                        "Dr",
                                        "etc",
                                        "z. B",
                                        "U.S",
                                        "г",
                                        "3",
                                        "12",
                                        "3.14",
                                        "1,000",
                                        "www.example.org/a.b?c=d",
                                        "a.b@example.org",
                                        ".",
                                        ".",
                                        ".",
                                        "!",
                                        "?",
                                        "…",
                                        "...",
                                        ". . .",
                                        "。",
                                        "！",
                                        "।",
                                        "؟",
                                        "։",
                                        "።",
                                        "។",
                                        ";",
                                        ":",
                                        ",",
                                        "\"",
                                        "\"",
                                        "'",
                                        "''",
                                        "``",
                                        "„",
                                        "“",
                                        "”",
                                        "«",
                                        "»",
                                        "「",
                                        "」",
                                        "《",
                                        "》",
                                        "(",
                                        ")",
                                        "[",
                                        "]",
                                        "[12]",
                                        " ",
                                        " ",
                                        " ",
                                        " ",
                                        " ",
                                        " ",
                                        "\n",
                                        "\t",
                                        "\u00A0",
                                        "\u200B",
                                        "\u202A",
                                        "–",
                                        "- ",
                                        "•",
                                        "1. ",
                                        "2) ",
                                        "b) ",
                                        "====",
                                        "👍",
                                        "👩‍👩‍👧",
                                        "🇩🇪",
                                        ":-)",
                                        "e\u0301",
                                        "\u0301",
                                        "\u200D",
                                        "\u0600",
                                        "가",
                                        "i",
                                        "I",
                                        "J.",
                                        "II",
                                        "m²",
                                        "¿",
                                        "¡",
                                        "№ 5"};

// A small generator of our own: the standard distributions differ between libraries.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed * 2654435769U + 1) {}
  size_t Below(size_t limit) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<size_t>(state_ % limit);
  }

 private:
  uint64_t state_;
};

std::string RandomText(Random* random) {
  std::string text;
  for (size_t pieces = 1 + random->Below(40); pieces > 0; --pieces) {
    text += kPieces[random->Below(std::size(kPieces))];
    if (random->Below(3) > 0) text += ' ';
  }
  return text;
}

std::vector<Block> OneBlock(std::string_view text) {
  Block block;
  block.span = {0, static_cast<int64_t>(text.size())};
  return {block};
}

class SentencesPropertyTest : public ::testing::TestWithParam<std::string_view> {
 protected:
  static constexpr uint64_t kRuns = 3000;
};

TEST_P(SentencesPropertyTest, SpansTileTheBlocksButForWhiteSpace) {
  for (uint64_t seed = 1; seed <= kRuns; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    std::string text;
    std::vector<Block> blocks;
    for (int i = 0; i < 3; ++i) {
      Block block;
      block.span.begin = static_cast<int64_t>(text.size());
      text += RandomText(&random);
      block.span.end = static_cast<int64_t>(text.size());
      text += "\n\n";
      blocks.push_back(block);
    }
    const std::vector<Sentence> sentences = SplitSentences(text, blocks, GetParam());
    int64_t covered = 0;
    for (const Sentence& sentence : sentences) {
      ASSERT_LE(covered, sentence.span.begin);
      ASSERT_LT(sentence.span.begin, sentence.span.end);
      ASSERT_TRUE(blocks[static_cast<size_t>(sentence.block)].span.Contains(sentence.span));
      ASSERT_EQ(text::TrimWhiteSpace(Slice(text, {covered, sentence.span.begin})), "");
      ASSERT_EQ(text::TrimWhiteSpace(Slice(text, sentence.span)), Slice(text, sentence.span));
      covered = sentence.span.end;
    }
    ASSERT_EQ(text::TrimWhiteSpace(Slice(text, {covered, static_cast<int64_t>(text.size())})), "");
  }
}

TEST_P(SentencesPropertyTest, NoBoundaryIsInsideAGrapheme) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> graphemes(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
  for (uint64_t seed = 1; seed <= kRuns; ++seed) {
    Random random(seed);
    const std::string text = std::string("a").append(RandomText(&random));
    SCOPED_TRACE(text);
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()), &error);
    graphemes->setText(&utext, error);
    for (const Sentence& sentence : SplitSentences(text, OneBlock(text), GetParam())) {
      ASSERT_TRUE(graphemes->isBoundary(static_cast<int32_t>(sentence.span.begin)));
      // A span may leave out white space of its last grapheme (U+0600 joins the blank after it),
      // never more.
      if (graphemes->isBoundary(static_cast<int32_t>(sentence.span.end))) continue;
      const int64_t end = graphemes->following(static_cast<int32_t>(sentence.span.end));
      ASSERT_EQ(text::TrimWhiteSpace(Slice(text, {sentence.span.end, end})), "");
    }
    utext_close(&utext);
  }
}

TEST_P(SentencesPropertyTest, AddingASentenceMovesNoEarlierBoundary) {
  for (uint64_t seed = 1; seed <= kRuns; ++seed) {
    Random random(seed);
    const std::string text(text::TrimWhiteSpace(RandomText(&random)));
    SCOPED_TRACE(text);
    const std::string longer = text + " The next one is here.";
    const std::vector<Sentence> before = SplitSentences(text, OneBlock(text), GetParam());
    const std::vector<Sentence> after = SplitSentences(longer, OneBlock(longer), GetParam());
    ASSERT_GE(after.size(), before.size());
    for (size_t i = 0; i + 1 < before.size(); ++i) ASSERT_EQ(before[i], after[i]);
  }
}

// Numbers, addresses, file names and abbreviations, between words of which the next is capitalized.
TEST_P(SentencesPropertyTest, NoBoundaryIsInsideAUnit) {
  constexpr std::string_view kUnits[] = {"3.14",
                                         "1.234.567,89",
                                         "1,024.50",
                                         "12:30.5",
                                         "www.example.org",
                                         "https://a.example.org/b.c?d=E.f",
                                         "a.b@example.org",
                                         "report.final.pdf",
                                         "192.168.0.1",
                                         "v2.0.1",
                                         "Dr. Bell",
                                         "Prof. Bell",
                                         "J. R. Hall",
                                         "U.S.A",
                                         "p. 55",
                                         "Nr. 5",
                                         "No. 7",
                                         "St. Olaf",
                                         "e.g",
                                         "a.m",
                                         "Yahoo!Mail",
                                         "what?!x"};
  for (uint64_t seed = 1; seed <= kRuns; ++seed) {
    Random random(seed);
    const std::string_view unit = kUnits[random.Below(std::size(kUnits))];
    std::string text = random.Below(2) == 0 ? "They saw it rain. It was near " : "near ";
    const auto begin = static_cast<int64_t>(text.size());
    text.append(unit);
    const auto end = static_cast<int64_t>(text.size());
    text.append(random.Below(2) == 0 ? " and then they left." : ". Then they left.");
    SCOPED_TRACE(text);
    for (const Sentence& sentence : SplitSentences(text, OneBlock(text), GetParam())) {
      ASSERT_FALSE(begin < sentence.span.begin && sentence.span.begin < end);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, SentencesPropertyTest, ::testing::ValuesIn(kLanguages),
                         [](const auto& info) { return std::string(info.param); });

// The time of these is bounded by the time limit of the test: a quadratic splitter needs hours.
TEST(SentencesSizeTest, ASentenceOfTenMegabytes) {
  for (const std::string_view piece : {"word ", "a.b", "x, ", "( ", "\" ", "dr. ", "* . ", ":) ", "1) ", "... a"}) {
    std::string text = "The ";
    while (text.size() < 10'000'000) text += piece;
    const std::vector<Sentence> sentences = SplitSentences(text, OneBlock(text), "en");
    ASSERT_FALSE(sentences.empty());
    EXPECT_EQ(sentences.back().span.end, static_cast<int64_t>(text::TrimWhiteSpace(text).size()));
  }
}

TEST(SentencesSizeTest, AMillionSentences) {
  std::string text;
  for (int i = 0; i < 1'000'000; ++i) text += "It rained again. ";
  EXPECT_EQ(SplitSentences(text, OneBlock(text), "en").size(), 1'000'000U);
}

}  // namespace
}  // namespace polygist::ingest
