// Properties of HTML extraction over pages put together at random.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "ingest_service/extract/block_tree.h"
#include "ingest_service/extract/main_content.h"

namespace polygist::ingest {
namespace {

constexpr uint64_t kPages = 400;

// SplitMix64: small, fast, and the same everywhere.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  size_t Below(size_t bound) {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<size_t>((z ^ (z >> 31)) % bound);
  }

 private:
  uint64_t state_;
};

// Markup and texts of all kinds, in no sensible order and rarely closed.
std::string MakePage(Random* random) {
  static constexpr std::array<std::string_view, 36> kParts = {
      "<p>A ferry with 212 people on board ran aground off Brenmouth on Monday, the coast guard said.</p>",
      "<p>Kapal feri itu kandas di lepas pantai pada hari Senin, kata penjaga pantai kepada wartawan.</p>",
      "<p>Паром сел на мель в понедельник утром, сообщила береговая охрана города, никто не пострадал.</p>",
      "<p>渡轮周一早上搁浅，海岸警卫队表示，船上没有人受伤，拖船将在涨潮时把它拉开。</p>",
      "<p>قال خفر السواحل إن العبارة جنحت صباح الاثنين ولم يصب أحد من الركاب بأذى.</p>",
      "<h1>Ferry aground</h1>",
      "<h2>What is known</h2>",
      "<title>Ferry aground | Wire</title>",
      "<div>",
      "</div>",
      "<article>",
      "</article>",
      "<aside>",
      "</aside>",
      "<ul><li>One<li>Two</ul>",
      "<table><tr><td>a<td>b<tr><td>c",
      "</table>",
      "<nav><a href=/>Home</a></nav>",
      "<p><a href=/x>Another ferry ran aground in the same strait</a></p>",
      "<p>15 May 2024</p>",
      "<figure><figcaption>The port</figcaption></figure>",
      "<blockquote>We felt a bump",
      "</blockquote>",
      "<div class=comments>",
      "<div class=\"share related\">",
      "text without a home",
      "<br><br>",
      "<br>",
      "&amp; &nbsp; &#x1F600; &bogus;",
      "<script>var a = '<p>no</p>';</script>",
      "<div style='display:none'>",
      "<!-- <p>hidden</p> -->",
      "<b><i>cross</b>ed</i>",
      "<pre>a\n  b\n</pre>",
      "<template><p>later</p></template>",
      "<form><label>Name</label><button>Send</button></form>"};
  std::string page;
  const size_t count = 1 + random->Below(60);
  for (size_t i = 0; i < count; ++i) page += kParts[random->Below(kParts.size())];
  return page;
}

bool Covers(ByteSpan outer, ByteSpan inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

bool InBody(const Extraction& extraction, ByteSpan source) {
  return std::any_of(extraction.blocks.begin(), extraction.blocks.end(), [&](const ExtractedBlock& block) {
    // White space at either end is not part of a block.
    return block.text.runs().front().source.begin < source.end && source.begin < block.text.runs().back().source.end;
  });
}

bool IsRemoved(const Extraction& extraction, ByteSpan source) {
  return std::any_of(extraction.removals.begin(), extraction.removals.end(),
                     [&](const Removal& removal) { return Covers(removal.raw, source); });
}

class HtmlPropertyTest : public testing::TestWithParam<uint64_t> {
 protected:
  std::string page_ = [] {
    Random random(GetParam());
    return MakePage(&random);
  }();
};

TEST_P(HtmlPropertyTest, EveryTextIsInTheBodyOrOnRecordAsRemoved) {
  const Extraction extraction = ExtractHtml(page_, {}, "");
  for (const TextBlock& block : BuildBlocks(ParseHtml(page_))) {
    EXPECT_TRUE(InBody(extraction, block.source) || IsRemoved(extraction, block.source)) << block.text << "\nin\n"
                                                                                         << page_;
  }
}

TEST_P(HtmlPropertyTest, KeepAllKeepsEveryText) {
  NormalizeOptions options;
  options.keep_all = true;
  const Extraction extraction = ExtractHtml(page_, options, "");
  EXPECT_TRUE(extraction.removals.empty());
  for (const TextBlock& block : BuildBlocks(ParseHtml(page_)))
    EXPECT_TRUE(InBody(extraction, block.source)) << block.text << "\nin\n" << page_;
}

TEST_P(HtmlPropertyTest, RangesLieInThePageAndTextIsValid) {
  const auto size = static_cast<int64_t>(page_.size());
  const Extraction extraction = ExtractHtml(page_, {}, "");
  for (const ExtractedBlock& block : extraction.blocks) {
    EXPECT_TRUE(text::IsValidUtf8(block.text.text()) && !block.text.empty());
    for (const auto& run : block.text.runs()) EXPECT_TRUE(Covers({0, size}, run.source));
  }
  for (const Removal& removal : extraction.removals)
    EXPECT_TRUE(Covers({0, size}, removal.raw) && !removal.raw.empty())
        << removal.rule << " " << removal.raw.begin << " " << removal.raw.end << " in\n"
        << page_;
}

TEST_P(HtmlPropertyTest, TheBodyAsAPageIsKept) {
  const Extraction once = ExtractHtml(page_, {}, "");
  std::string again;
  for (const ExtractedBlock& block : once.blocks) again += "<p>" + block.text.text() + "</p>";
  EXPECT_EQ(ExtractHtml(again, {}, "").blocks.empty(), once.blocks.empty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, HtmlPropertyTest, testing::Range<uint64_t>(1, kPages + 1));

}  // namespace
}  // namespace polygist::ingest
