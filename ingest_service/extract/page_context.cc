#include "ingest_service/extract/page_context.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "ingest_service/extract/word_digests.h"

namespace polygist::ingest {
namespace {

constexpr size_t kMinBodyBytes = 400;
// Words of a text that are looked at: the rest of a very long block says the same.
constexpr size_t kMaxWords = 400;

uint64_t HashOf(std::string_view text) {
  uint64_t digest = 0xCBF29CE484222325u;
  for (const char c : text) digest = (digest ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return digest ^ digest >> 29;
}

using WordSet = absl::flat_hash_set<uint64_t>;

// Triples of words, or what there is when the text is shorter.
WordSet TriplesOf(const std::vector<uint64_t>& words) {
  WordSet triples;
  for (size_t i = 0; i + 3 <= words.size(); ++i) triples.insert(words[i] * 31 * 31 + words[i + 1] * 31 + words[i + 2]);
  return triples;
}

float CoverBy(const std::vector<uint64_t>& words, const WordSet& triples, const WordSet& singles) {
  if (words.empty()) return 0;
  size_t hits = 0;
  if (words.size() < 3) {
    for (const uint64_t word : words) hits += singles.contains(word) ? 1 : 0;
    return static_cast<float>(hits) / static_cast<float>(words.size());
  }
  for (size_t i = 0; i + 3 <= words.size(); ++i) {
    hits += triples.contains(words[i] * 31 * 31 + words[i + 1] * 31 + words[i + 2]) ? 1 : 0;
  }
  return static_cast<float>(hits) / static_cast<float>(words.size() - 2);
}

// Fills the columns that compare blocks with texts the page states about itself.
class TextComparer {
 public:
  TextComparer(const PageEvidence& page, PageContext* context) : page_(page), context_(*context) {}

  void Run() {
    const auto title = WordDigests(page_.metadata.title, kMaxWords);
    const WordSet title_set(title.begin(), title.end());
    const auto body = WordDigests(page_.metadata.json_ld.body, 50'000);
    const WordSet body_set(body.begin(), body.end());
    const WordSet body_triples = TriplesOf(body);
    const auto description = WordDigests(page_.metadata.description, kMaxWords);
    const WordSet description_set(description.begin(), description.end());
    const WordSet description_triples = TriplesOf(description);
    context_.has_body = page_.metadata.json_ld.body.size() >= kMinBodyBytes;
    for (const TextBlock& block : page_.blocks) {
      const auto words = WordDigests(block.text, kMaxWords);
      Overlap(words, title_set);
      context_.body_cover.push_back(context_.has_body ? CoverBy(words, body_triples, body_set) : 0);
      context_.description_cover.push_back(CoverBy(words, description_triples, description_set));
    }
  }

 private:
  void Overlap(const std::vector<uint64_t>& words, const WordSet& title) {
    const WordSet distinct(words.begin(), words.end());
    size_t hits = 0;
    for (const uint64_t word : title) hits += distinct.contains(word) ? 1 : 0;
    context_.title_cover.push_back(title.empty() ? 0 : static_cast<float>(hits) / static_cast<float>(title.size()));
    context_.title_overlap.push_back(distinct.empty() ? 0
                                                      : static_cast<float>(hits) / static_cast<float>(distinct.size()));
  }

  const PageEvidence& page_;
  PageContext& context_;
};

void CountCopies(const std::vector<TextBlock>& blocks, PageContext* context) {
  absl::flat_hash_map<uint64_t, int16_t> seen;
  std::vector<uint64_t> digests;
  for (const TextBlock& block : blocks) {
    digests.push_back(HashOf(block.text));
    if (seen[digests.back()] < 100) ++seen[digests.back()];
  }
  for (const uint64_t digest : digests) context->copies.push_back(static_cast<int16_t>(seen[digest] - 1));
}

void FormGroups(const PageEvidence& page, PageContext* context) {
  absl::flat_hash_map<uint64_t, int32_t> index;
  for (size_t b = 0; b < page.blocks.size(); ++b) {
    const TextBlock& block = page.blocks[b];
    const uint64_t path = page.contexts.of(block.container).path;
    const auto [entry, is_new] = index.try_emplace(path, static_cast<int32_t>(context->groups.size()));
    if (is_new) context->groups.emplace_back();
    BlockGroup& group = context->groups[static_cast<size_t>(entry->second)];
    context->group_of.push_back(entry->second);
    ++group.blocks;
    group.weight += block.shape.Weight();
    group.link_weight += block.link_weight;
    if (page.structure.is_running_text[b]) group.running_weight += block.shape.Weight();
    if (page.by_rules[b]) ++group.chosen;
  }
}

void SumBefore(const PageEvidence& page, PageContext* context) {
  int32_t weight = 0, running = 0, chosen = 0, links = 0;
  for (size_t b = 0; b <= page.blocks.size(); ++b) {
    context->weight_before.push_back(weight);
    context->running_before.push_back(running);
    context->chosen_before.push_back(chosen);
    context->links_before.push_back(links);
    if (b == page.blocks.size()) break;
    const int32_t own = page.blocks[b].shape.Weight();
    weight += own;
    links += page.blocks[b].link_weight;
    if (page.structure.is_running_text[b]) running += own;
    if (page.by_rules[b]) chosen += own;
  }
}

void CountRepeats(const PageEvidence& page, PageContext* context) {
  context->repeats.assign(static_cast<size_t>(page.document.size()), 0);
  absl::flat_hash_map<std::pair<int32_t, uint64_t>, int32_t> counts;
  for (int32_t i = 1; i < page.document.size(); ++i) {
    if (page.contexts.HoldsBlocks(i)) ++counts[{page.document.node(i).parent, page.contexts.of(i).shape}];
  }
  for (int32_t i = 1; i < page.document.size(); ++i) {
    if (!page.contexts.HoldsBlocks(i)) continue;
    context->repeats[static_cast<size_t>(i)] = counts[{page.document.node(i).parent, page.contexts.of(i).shape}];
  }
}

// Images and other media between blocks. What stands inside a block counts for the next one.
void CountMedia(const PageEvidence& page, PageContext* context) {
  const size_t blocks = page.blocks.size();
  context->images_before.assign(blocks + 1, 0);
  context->media_before.assign(blocks + 1, 0);
  size_t b = 0;
  for (int32_t i = 0; i < page.document.size(); ++i) {
    while (b < blocks && page.blocks[b].first_node <= i) ++b;
    const Tag tag = page.document.node(i).tag;
    if (tag == Tag::kImg && context->images_before[b] < 20) ++context->images_before[b];
    const bool media =
        tag == Tag::kIframe || tag == Tag::kVideo || tag == Tag::kAudio || tag == Tag::kFigure || tag == Tag::kPicture;
    if (media && context->media_before[b] < 20) ++context->media_before[b];
  }
}

void FindStatedBody(const PageEvidence& page, PageContext* context) {
  const auto total = static_cast<float>(page.structure.sums[0].paragraph_weight);
  for (int32_t i = 1; i < page.document.size(); ++i) {
    if (!page.contexts.HoldsBlocks(i)) continue;
    if (page.document.node(i).tag == Tag::kArticle) ++context->articles;
    if ((page.contexts.of(i).own & MaskOf(ClassCategory::kArticleBody)) == 0 || total == 0) continue;
    const auto share = static_cast<float>(page.structure.sums[static_cast<size_t>(i)].paragraph_weight) / total;
    context->stated_body_share = std::max(context->stated_body_share, share);
  }
}

void FindLandmarks(const PageEvidence& page, PageContext* context) {
  const auto count = static_cast<int32_t>(page.blocks.size());
  context->first_running = count;
  for (int32_t b = 0; b < count; ++b) {
    const auto at = static_cast<size_t>(b);
    if (!page.structure.is_running_text[at] || !page.by_rules[at]) continue;
    context->first_running = std::min(context->first_running, b);
    context->last_running = b;
  }
  for (int32_t b = 0; b < count; ++b) {
    const auto at = static_cast<size_t>(b);
    const bool says_title = context->title_cover[at] > 0.75f && context->title_overlap[at] > 0.6f;
    if (!says_title) continue;
    if (context->title_block < 0 || b <= context->first_running) context->title_block = b;
  }
}

}  // namespace

PageContext::PageContext(const PageEvidence& page) {
  FormGroups(page, this);
  SumBefore(page, this);
  CountCopies(page.blocks, this);
  CountRepeats(page, this);
  CountMedia(page, this);
  FindStatedBody(page, this);
  TextComparer(page, this).Run();
  FindLandmarks(page, this);
}

}  // namespace polygist::ingest
