// Properties of the way of a plain text through ingest: decode, extract, clean.
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/normal_form.h"
#include "common/text/utf8.h"
#include "ingest_service/decode/charset.h"
#include "ingest_service/extract/plain/plain_text.h"
#include "ingest_service/normalize/normalize.h"

namespace polygist::ingest {
namespace {

// SplitMix64: small, fast, and the same everywhere.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t Next() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  size_t Below(size_t bound) { return static_cast<size_t>(Next() % bound); }

 private:
  uint64_t state_;
};

// Lines of all kinds that texts are made of, in several languages and scripts, and odd characters.
std::string MakeText(Random* random) {
  static constexpr std::array<std::string_view, 26> kParts = {
      "A ferry with 212 people on board ran aground off Brenmouth on Monday, the coast guard said.",
      "Kapal feri itu kandas di lepas pantai pada hari Senin, kata penjaga pantai setempat kepada "
      "wartawan.",
      "Le ferry s'est échoué lundi matin, a annoncé la préfecture ; personne n'a été blessé.",
      "Паром сел на мель в понедельник утром, сообщила береговая охрана города.",
      "渡轮周一早上搁浅，海岸警卫队表示。没有人受伤。",
      "قال خفر السواحل إن العبارة جنحت صباح الاثنين ولم يصب أحد.",
      "Ferry runs aground off Brenmouth",
      "What is known so far",
      "Regional",
      "Home",
      "News",
      "Share this",
      "- The ship left at six in the morning.",
      "* Sport",
      "1. The timetable",
      "By Mary Smith",
      "© 2024 The Brenmouth Herald. All rights reserved.",
      "| Latest",
      "Read more: Storm closes harbour",
      "https://example.org/ferry",
      "e\u0301te\u0301",
      "a\u200Bb\u00ADc",
      "\u202Eabc\u202C",
      "\x01\x02",
      "\u00A0 \t",
      "A passenger said: \"We felt a bump.\" Tugs will try to pull the ship free at high tide "
      "tonight."};
  static constexpr std::array<std::string_view, 6> kBreaks = {"\n", "\n\n", "\r\n", " ", "\u2028", "\n \n\n"};
  std::string text;
  const size_t count = 1 + random->Below(40);
  for (size_t i = 0; i < count; ++i) {
    text += kParts[random->Below(kParts.size())];
    text += kBreaks[random->Below(kBreaks.size())];
  }
  return text;
}

CleanedText Clean(const std::string& bytes) {
  const DecodedText decoded = DecodeBytes(bytes, "utf-8", "text/plain");
  CleanedText cleaned = CleanBlocks(ExtractPlainText(decoded.text.text(), {}, {}).blocks);
  cleaned.text = text::Compose(cleaned.text, decoded.text);
  return cleaned;
}

TEST(TextChainPropertyTest, CleaningTheCleanedTextChangesNothing) {
  for (uint64_t seed = 1; seed <= 3000; ++seed) {
    Random random(seed);
    const std::string text = MakeText(&random);
    const std::string once = Clean(text).text.text();
    ASSERT_EQ(Clean(once).text.text(), once) << "seed " << seed << "\n" << text;
  }
}

// The same for whole pages on a few long lines, with blocks glued to each other, items of items and datelines.
TEST(TextChainPropertyTest, CleaningACleanedPageOnOneLineChangesNothing) {
  static constexpr std::array<std::string_view, 6> kGlue = {" ", "", " | ", "\u2060 ", " \u2022 ", "\n- - "};
  for (uint64_t seed = 1; seed <= 1500; ++seed) {
    Random random(seed);
    std::string text;
    for (size_t i = 2 + random.Below(6); i > 0; --i) {
      std::string part = MakeText(&random);
      for (char& c : part) c = c == '\n' || c == '\r' ? ' ' : c;
      static constexpr std::array<std::string_view, 6> kOpenings = {
          "", "", "", "BRENMOUTH (AGP) \u2014 ", "Port Bren - ", "Port Bren, 12 mei \u2013 "};
      text += kOpenings[random.Below(kOpenings.size())];
      text += part;
      text += kGlue[random.Below(kGlue.size())];
    }
    const std::string once = Clean(text).text.text();
    ASSERT_EQ(Clean(once).text.text(), once) << "seed " << seed << "\n" << text;
  }
}

TEST(TextChainPropertyTest, CleanedTextIsNfcAndBlocksCoverIt) {
  for (uint64_t seed = 1; seed <= 1000; ++seed) {
    Random random(seed);
    const CleanedText cleaned = Clean(MakeText(&random));
    ASSERT_TRUE(text::IsNfc(cleaned.text.text())) << seed;
    int64_t end = -2;
    for (const Block& block : cleaned.blocks) {
      ASSERT_EQ(block.span.begin, end + 2) << seed;
      end = block.span.end;
    }
    ASSERT_EQ(std::max<int64_t>(end, 0), static_cast<int64_t>(cleaned.text.text().size())) << seed;
  }
}

TEST(TextChainPropertyTest, ExactRunsAreTheBytesTheyName) {
  for (uint64_t seed = 1; seed <= 1000; ++seed) {
    Random random(seed);
    const std::string text = MakeText(&random);
    const CleanedText cleaned = Clean(text);
    for (const text::MappedRun& run : cleaned.text.runs()) {
      if (!run.exact) continue;
      ASSERT_EQ(Slice(cleaned.text.text(), run.text), Slice(text, run.source)) << seed;
    }
  }
}

TEST(TextChainPropertyTest, ATextIsNeverEmptied) {
  for (uint64_t seed = 1; seed <= 1000; ++seed) {
    Random random(seed);
    const std::string text = MakeText(&random);
    if (CleanLine(text).empty()) continue;
    ASSERT_FALSE(Clean(text).blocks.empty()) << seed;
  }
}

TEST(TextChainPropertyTest, ArbitraryBytesDecodeToValidUtf8) {
  for (uint64_t seed = 1; seed <= 100; ++seed) {
    Random random(seed);
    std::string bytes;
    for (size_t i = random.Below(400); i > 0; --i) bytes += static_cast<char>(random.Next());
    const DecodedText decoded = DecodeBytes(bytes, "", "");
    ASSERT_TRUE(text::IsValidUtf8(decoded.text.text())) << seed;
    ASSERT_TRUE(bytes.empty() || !decoded.text.empty()) << seed;
  }
}

// Time and memory are linear: a text of a million lines, and floods, come back within seconds.
TEST(TextChainPropertyTest, FloodsComeBackInTime) {
  std::string lines;
  for (int i = 0; i < 1000000; ++i) lines += "x\n";
  const CleanedText many = Clean(lines);
  // The judge may take some lines for furniture.
  EXPECT_GT(std::count(many.text.text().begin(), many.text.text().end(), 'x'), 800000);
  EXPECT_LT(many.blocks.size(), 110000u);
  std::string zero_width;
  for (int i = 0; i < 1000000; ++i) zero_width += "\u200B";
  EXPECT_TRUE(Clean(zero_width).blocks.empty());
  std::string mixed;
  for (int i = 0; i < 500000; ++i) mixed += "a\u200D";
  EXPECT_EQ(Clean(mixed).text.text().size(), 500000u);
  EXPECT_FALSE(Clean(std::string(2000000, 'a')).blocks.empty());
  EXPECT_FALSE(Clean(std::string(2000000, '\xFF')).blocks.empty());
}

}  // namespace
}  // namespace polygist::ingest
