#include "ingest_service/normalize/normalize.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "common/text/normal_form.h"
#include "ingest_service/normalize/unicode.h"
#include "ingest_service/normalize/whitespace.h"

namespace polygist::ingest {
namespace {

std::string_view RuleOf(Unwanted kind) {
  switch (kind) {
    case Unwanted::kControl:
      return "unicode.control";
    case Unwanted::kInvisible:
      return "unicode.invisible";
    case Unwanted::kBidiControl:
      return "unicode.bidi-control";
    case Unwanted::kSoftHyphen:
      return "unicode.soft-hyphen";
  }
  return "unicode.control";
}

std::string_view ReasonOf(Unwanted kind) {
  switch (kind) {
    case Unwanted::kControl:
      return "a control character has no meaning in an article";
    case Unwanted::kInvisible:
      return "an invisible character that its neighbours do not need";
    case Unwanted::kBidiControl:
      return "a direction control can make text read otherwise than it is stored";
    case Unwanted::kSoftHyphen:
      return "a soft hyphen only says where a line may break";
  }
  return "";
}

// As many as one block lists, the rest in one removal of each rule.
void AddRemoval(std::vector<Removal>* removals, Removal removal) {
  const auto listed = removals->begin() + static_cast<std::ptrdiff_t>(std::min(removals->size(), kMaxListedRuns));
  const auto rest =
      std::find_if(listed, removals->end(), [&](const Removal& other) { return other.rule == removal.rule; });
  if (rest != removals->end()) {
    rest->raw = Hull(rest->raw, removal.raw);
    return;
  }
  if (removals->size() >= kMaxListedRuns) removal.reason = "characters too many to list one by one";
  removals->push_back(std::move(removal));
}

struct CleanedBlock {
  text::MappedText text;              // Maps to the decoded text.
  std::vector<UnwantedRun> unwanted;  // Spans of the block's text before cleaning.
};

bool IsCleanAscii(std::string_view text) { return IsPlainAscii(text) && HasOnlySingleSpaces(text); }

CleanedBlock CleanText(const text::MappedText& before, LineBreaks line_breaks) {
  if (IsCleanAscii(before.text())) return {before, {}};
  WithoutUnwanted visible = RemoveUnwanted(before.text());
  text::MappedText cleaned = Compose(FoldWhiteSpace(visible.text.text(), line_breaks), visible.text);
  cleaned = Compose(text::ToNfc(cleaned.text()), cleaned);
  return {Compose(cleaned, before), std::move(visible.removed)};
}

LineBreaks LineBreaksOf(BlockKind kind) {
  return kind == BlockKind::kPreformatted ? LineBreaks::kKept : LineBreaks::kToSpaces;
}

void RecordUnwanted(const std::vector<UnwantedRun>& unwanted, const text::MappedText& before, CleanedText* result) {
  for (const UnwantedRun& run : unwanted) {
    AddRemoval(&result->removals,
               {before.ToSource(run.span), std::string(RuleOf(run.kind)), std::string(ReasonOf(run.kind)), 100});
  }
}

void AppendBlock(const ExtractedBlock& block, const text::MappedText& cleaned, CleanedText* result) {
  if (!result->text.empty()) {
    const int64_t between = block.text.ToSource({0, 0}).begin;
    result->text.AppendDerived("\n\n", {between, between});
  }
  const auto begin = static_cast<int64_t>(result->text.text().size());
  result->text.Append(cleaned);
  result->blocks.push_back({block.kind, {begin, static_cast<int64_t>(result->text.text().size())}, {}, block.level});
}

void WarnOfControls(CleanedText* result) {
  const auto is_control = [](const Removal& removal) { return removal.rule == "unicode.control"; };
  if (std::any_of(result->removals.begin(), result->removals.end(), is_control)) {
    result->warnings.push_back({"CONTROL_CHARACTERS", "The text held control characters. They were taken out."});
  }
}

}  // namespace

CleanedText CleanBlocks(const std::vector<ExtractedBlock>& blocks) {
  CleanedText result;
  for (const ExtractedBlock& block : blocks) {
    const CleanedBlock cleaned = CleanText(block.text, LineBreaksOf(block.kind));
    RecordUnwanted(cleaned.unwanted, block.text, &result);
    if (!cleaned.text.empty()) AppendBlock(block, cleaned.text, &result);
  }
  WarnOfControls(&result);
  return result;
}

ExtractedBlock CleanBlock(const ExtractedBlock& block) {
  return {block.kind, block.level, CleanText(block.text, LineBreaksOf(block.kind)).text};
}

std::string CleanLine(std::string_view line) {
  return CleanText(text::MappedText::Exact(std::string(line)), LineBreaks::kToSpaces).text.text();
}

}  // namespace polygist::ingest
