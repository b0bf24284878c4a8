#include "ingest_service/extract/main_content.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ingest_service/extract/author.h"
#include "ingest_service/extract/bare_headings.h"
#include "ingest_service/extract/block_features.h"
#include "ingest_service/extract/block_role.h"
#include "ingest_service/extract/block_tree.h"
#include "ingest_service/extract/content_rules.h"
#include "ingest_service/extract/dates.h"
#include "ingest_service/extract/element_context.h"
#include "ingest_service/extract/html_document.h"
#include "ingest_service/extract/html_source.h"
#include "ingest_service/extract/metadata.h"
#include "ingest_service/extract/page_structure.h"
#include "ingest_service/extract/removal_reason.h"
#include "ingest_service/extract/repetitions.h"
#include "ingest_service/extract/table_rows.h"
#include "ingest_service/extract/title_matcher.h"

namespace polygist::ingest {
namespace {

// JSON-LD's articleBody replaces a body shorter than this share of it.
constexpr double kMetadataBodyShare = 0.35;
constexpr size_t kMinMetadataBody = 400;

constexpr int32_t kMaxBylineWords = 15;

// Confidence in taking a likely block for a caption, a link to another article or a bare heading by its form and place
// alone: reference texts hold two in five of those, or none, as the set goes.
constexpr int kByRolePercent = 60;

// What is decided about one block.
struct Verdict {
  BlockPlace place = BlockPlace::kBody;
  RemovalReason reason;
  int confidence_percent = 100;
};

class Extractor {
 public:
  Extractor(std::string_view html, const NormalizeOptions& options, std::string_view url,
            const BlockClassifier& classifier)
      : html_(html),
        options_(options),
        url_(url),
        classifier_(classifier),
        document_(ParseHtml(html)),
        blocks_(BuildBlocks(document_)),
        contexts_(document_, blocks_),
        metadata_(ReadMetadata(document_, blocks_)),
        titles_(metadata_) {}

  Extraction Run() && {
    CopyMetadata();
    std::vector<Verdict> verdicts = Judge();
    SetPublishTime(verdicts);
    if (!options_.keep_all) {
      RemoveTitle(&verdicts);
      TakeByline(&verdicts);
      RemoveDateLines(&verdicts);
      RemoveRepetitions(&verdicts);
      RemoveBareHeadings(&verdicts);
    }
    Place(verdicts);
    if (!options_.keep_all) PreferMetadataBody();
    return std::move(result_);
  }

 private:
  void CopyMetadata() {
    result_.title = metadata_.title;
    result_.byline = metadata_.byline;
    result_.site_name = metadata_.site_name;
    result_.canonical_url = WithHost(metadata_.canonical_url, url_);
    result_.language_hint = metadata_.language_hint;
    if (document_.truncated()) {
      result_.warnings.push_back({"HTML_TRUNCATED", "The page has too many elements; the rest was not read."});
    } else if (EndsEarly(html_)) {
      result_.warnings.push_back({"HTML_TRUNCATED", "The page ends inside open elements; its end may be missing."});
    }
  }

  void SetPublishTime(const std::vector<Verdict>& verdicts) {
    size_t text_begin = 0;
    while (text_begin < blocks_.size() &&
           (verdicts[text_begin].place != BlockPlace::kBody || RoleOfBlock(text_begin) != BlockRole::kRunning))
      ++text_begin;
    const auto date = FindPublishDate(document_, blocks_, text_begin, metadata_, url_);
    if (!date.has_value()) return;
    result_.publish_time = date->time;
    result_.publish_time_confidence_percent = date->confidence_percent;
  }

  std::vector<Verdict> Judge() {
    std::vector<Verdict> verdicts(blocks_.size());
    if (options_.keep_all) return verdicts;
    probabilities_ = Probabilities();
    if (probabilities_.empty()) return verdicts;
    for (size_t b = 0; b < blocks_.size(); ++b) JudgeBlock(b, probabilities_[b], &verdicts[b]);
    KeepSomething(&verdicts);
    return verdicts;
  }

  void JudgeBlock(size_t b, float probability, Verdict* verdict) const {
    const BlockRole role = RoleOfBlock(b);
    const bool is_likely = probability >= ThresholdOf(BlockRole::kShort);
    if (blocks_[b].kind == BlockKind::kCaption && is_likely) return MakeCaption(90, verdict);
    if (probability >= ThresholdOf(role)) return;
    if (role == BlockRole::kImageText && is_likely) return MakeCaption(kByRolePercent, verdict);
    if (role == BlockRole::kLinkLine && is_likely)
      return Remove({"html.links", "is a link to another page"}, kByRolePercent, verdict);
    Remove(ReasonFor(blocks_[b], contexts_.of(blocks_[b].element)), Percent(1 - probability), verdict);
  }

  std::vector<float> Probabilities() const {
    if (blocks_.empty()) return {};
    const PageStructure structure = AnalyzeStructure(document_, blocks_, contexts_);
    const std::vector<bool> by_rules = SelectByRules(document_, blocks_, contexts_, structure);
    return classifier_.Judge(ComputeFeatures({document_, blocks_, contexts_, structure, by_rules, metadata_}));
  }

  static int Percent(float share) { return std::clamp(static_cast<int>(share * 100 + 0.5f), 1, 99); }

  // A page with text has a body: when no block is likely, the likeliest ones of any length stay.
  void KeepSomething(std::vector<Verdict>* verdicts) {
    const bool any =
        std::any_of(verdicts->begin(), verdicts->end(), [](const Verdict& v) { return v.place == BlockPlace::kBody; });
    if (any) return;
    result_.warnings.push_back(
        {"HTML_NO_ARTICLE", "Nothing on the page looks like an article; the likeliest text was kept."});
    const float best = *std::max_element(probabilities_.begin(), probabilities_.end());
    for (size_t b = 0; b < blocks_.size(); ++b) {
      if (probabilities_[b] >= best / 2) (*verdicts)[b] = {};
    }
  }

  bool IsDisabled(std::string_view rule) const { return options_.disabled_rules.contains(std::string(rule)); }

  void Remove(RemovalReason reason, int confidence_percent, Verdict* verdict) const {
    if (IsDisabled(reason.rule)) return;
    *verdict = {BlockPlace::kRemoved, reason, confidence_percent};
  }

  void MakeCaption(int confidence_percent, Verdict* verdict) const {
    if (IsDisabled("html.caption")) return;
    *verdict = {BlockPlace::kCaption, {"html.caption", "captions an image"}, confidence_percent};
  }

  BlockRole RoleOfBlock(size_t b) const { return RoleOf(blocks_[b], contexts_.of(blocks_[b].element)); }

  // Lines of the date between the title and the body's first running text; a body without any keeps them.
  void RemoveDateLines(std::vector<Verdict>* verdicts) const {
    std::vector<size_t> lines;
    for (size_t b = 0; b < blocks_.size(); ++b) {
      if ((*verdicts)[b].place != BlockPlace::kBody) continue;
      if (RoleOfBlock(b) == BlockRole::kRunning) {
        for (const size_t line : lines) Remove({"html.date", "tells the day of the article"}, 90, &(*verdicts)[line]);
        return;
      }
      if (IsDateLine(blocks_[b], metadata_.language_hint)) lines.push_back(b);
    }
  }

  // Short lines before the body's first running text that name the author.
  void TakeByline(std::vector<Verdict>* verdicts) {
    for (size_t b = 0; b < blocks_.size(); ++b) {
      Verdict& verdict = (*verdicts)[b];
      const bool in_body = verdict.place == BlockPlace::kBody;
      if (in_body && RoleOfBlock(b) == BlockRole::kRunning) return;
      if (blocks_[b].shape.words > kMaxBylineWords) continue;
      std::string author = AuthorInParts(blocks_[b].text);
      if (in_body && !author.empty()) Remove({"html.byline", "names the author, who is kept apart"}, 85, &verdict);
      // What the page calls a byline is one without an introduction, too.
      if (author.empty() && verdict.reason.rule == "html.byline" && blocks_[b].shape.digits == 0)
        author = blocks_[b].text;
      if (result_.byline.empty()) result_.byline = author;
    }
  }

  void RemoveRepetitions(std::vector<Verdict>* verdicts) const {
    RepetitionFinder finder;
    for (size_t b = 0; b < blocks_.size(); ++b) {
      if ((*verdicts)[b].place != BlockPlace::kBody) continue;
      const bool is_running = RoleOfBlock(b) == BlockRole::kRunning;
      if (finder.Repeats(blocks_[b].text, is_running))
        Remove({"html.repeated", "says again what stands before it"}, 95, &(*verdicts)[b]);
    }
  }

  void RemoveBareHeadings(std::vector<Verdict>* verdicts) const {
    std::vector<BlockPlace> places;
    for (const Verdict& verdict : *verdicts) places.push_back(verdict.place);
    const std::vector<bool> bare = FindBareHeadings(blocks_, places, probabilities_);
    for (size_t b = 0; b < blocks_.size(); ++b) {
      if (bare[b]) Remove({"html.heading", "heads a section of which nothing stays"}, kByRolePercent, &(*verdicts)[b]);
    }
  }

  // Blocks that say the title again before the body's first running paragraph.
  void RemoveTitle(std::vector<Verdict>* verdicts) {
    const bool removes = !IsOnlyText(*verdicts);
    for (size_t b = 0; b < blocks_.size(); ++b) {
      const bool in_body = (*verdicts)[b].place == BlockPlace::kBody;
      if (titles_.IsSaidBy(blocks_[b])) {
        if (result_.title.empty()) result_.title = blocks_[b].text;
        if (removes) Remove({"html.title", "repeats the title"}, 95, &(*verdicts)[b]);
      } else if (in_body && IsRunningText(blocks_[b])) {
        return;
      }
    }
  }

  // Whether the body is nothing but repetitions of the title, which then stay.
  bool IsOnlyText(const std::vector<Verdict>& verdicts) const {
    for (size_t b = 0; b < blocks_.size(); ++b) {
      if (verdicts[b].place == BlockPlace::kBody && !titles_.IsSaidBy(blocks_[b])) return false;
    }
    return true;
  }

  void Place(const std::vector<Verdict>& verdicts) {
    const std::vector<int32_t> rows = FindRows(document_, blocks_);
    int32_t open_row = -1;
    for (size_t b = 0; b < blocks_.size(); ++b) {
      if (verdicts[b].place == BlockPlace::kBody) {
        PlaceInBody(blocks_[b], rows[b], open_row);
        open_row = rows[b];
      } else {
        if (verdicts[b].place == BlockPlace::kCaption) result_.captions.push_back(MakeBlock(blocks_[b]));
        Record(blocks_[b].source, verdicts[b]);
      }
    }
  }

  // A cell joins the cells of its row that stand before it.
  void PlaceInBody(const TextBlock& block, int32_t row, int32_t open_row) {
    ExtractedBlock made = MakeBlock(block);
    if (row >= 0 && row == open_row) {
      text::MappedText& cells = result_.blocks.back().text;
      cells.AppendDerived(" | ", {block.source.begin, block.source.begin});
      cells.Append(made.text);
      return;
    }
    if (row < 0 && made.kind == BlockKind::kTableRow) made.kind = BlockKind::kParagraph;
    result_.blocks.push_back(std::move(made));
  }

  ExtractedBlock MakeBlock(const TextBlock& block) const {
    return {.kind = block.kind, .level = block.level, .text = MapBlock(document_, block)};
  }

  // Neighbours removed for the same reason are one removal.
  void Record(ByteSpan source, const Verdict& verdict) {
    if (!result_.removals.empty()) {
      Removal& last = result_.removals.back();
      const bool adjacent = result_.blocks.size() == blocks_at_last_removal_;
      if (adjacent && last.rule == verdict.reason.rule && last.reason == verdict.reason.clause) {
        last.raw = Hull(last.raw, source);
        last.confidence_percent = std::min(last.confidence_percent, verdict.confidence_percent);
        return;
      }
    }
    result_.removals.push_back(
        {source, std::string(verdict.reason.rule), std::string(verdict.reason.clause), verdict.confidence_percent});
    blocks_at_last_removal_ = result_.blocks.size();
  }

  // Pages that show a teaser and load the rest: JSON-LD often holds the whole text.
  void PreferMetadataBody() {
    std::string_view body = metadata_.json_ld.body;
    size_t shown = 0;
    for (const ExtractedBlock& block : result_.blocks) shown += block.text.text().size();
    if (body.size() < kMinMetadataBody ||
        static_cast<double>(shown) >= kMetadataBodyShare * static_cast<double>(body.size()))
      return;
    result_.blocks.clear();
    const ByteSpan everything{0, static_cast<int64_t>(html_.size())};
    while (!body.empty()) {
      const std::string_view line = body.substr(0, body.find('\n'));
      body.remove_prefix(std::min(body.size(), line.size() + 1));
      result_.blocks.push_back({.kind = BlockKind::kParagraph,
                                .level = 0,
                                .text = text::MappedText::Derived(std::string(line), everything)});
    }
    result_.warnings.push_back({"HTML_BODY_FROM_METADATA", "The body was taken from the page's JSON-LD articleBody."});
  }

  std::string_view html_;
  const NormalizeOptions& options_;
  std::string_view url_;
  const BlockClassifier& classifier_;
  HtmlDocument document_;
  std::vector<TextBlock> blocks_;
  ElementContexts contexts_;
  PageMetadata metadata_;
  TitleMatcher titles_;
  std::vector<float> probabilities_;  // By block; empty when nothing is judged.
  Extraction result_;
  size_t blocks_at_last_removal_ = 0;
};

}  // namespace

Extraction ExtractHtml(std::string_view html, const NormalizeOptions& options, std::string_view url,
                       const BlockClassifier& classifier) {
  return Extractor(html, options, url, classifier).Run();
}

}  // namespace polygist::ingest
