#include "ingest_service/templates/source_template.h"

#include <algorithm>

#include "common/base/digest.h"
#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "common/text/words.h"

namespace polygist::ingest {
namespace {

constexpr std::string_view kRule = "template.line";
constexpr int kConfidencePercent = 95;

bool Holds(const SourceTemplate& source_template, const ExtractedBlock& block) {
  const std::string folded = FoldTemplateLine(block.text.text());
  return !folded.empty() && source_template.lines.contains(folded);
}

void TakeOut(const SourceTemplate& source_template, std::vector<ExtractedBlock>* blocks,
             std::vector<Removal>* removals) {
  std::erase_if(*blocks, [&](const ExtractedBlock& block) {
    if (!Holds(source_template, block)) return false;
    removals->push_back({block.text.ToSource({0, static_cast<int64_t>(block.text.text().size())}), std::string(kRule),
                         "other articles of the source hold this line: " + source_template.name, kConfidencePercent});
    return true;
  });
}

}  // namespace

std::string FoldTemplateLine(std::string_view line) {
  const std::string folded = text::FoldForMatching(line);
  std::string key;
  for (size_t offset = 0; offset < folded.size();) {
    const size_t begin = offset;
    const char32_t c = text::NextCodePoint(folded, &offset);
    if (text::IsLetter(c) || text::IsDigit(c)) key.append(folded, begin, offset - begin);
  }
  return key;
}

void TemplateLearner::Add(const std::vector<std::string>& lines) {
  std::map<std::string, const std::string*> own;
  for (const std::string& line : lines) own.try_emplace(FoldTemplateLine(line), &line);
  own.erase("");
  DigestBuilder digest;
  for (const auto& [folded, line] : own) digest.Add(folded);
  if (own.empty() || !seen_.insert(digest.Hex()).second) return;
  for (const auto& [folded, line] : own) ++lines_.try_emplace(folded, SharedLine{*line, 0}).first->second.article_count;
}

std::vector<SharedLine> TemplateLearner::SharedLines(const TemplateLimits& limits) const {
  const int64_t share = (article_count() * limits.min_share_percent + 99) / 100;
  const int64_t enough = std::max(limits.min_articles, share);
  std::vector<SharedLine> shared;
  for (const auto& [folded, line] : lines_) {
    if (line.article_count >= enough) shared.push_back(line);
  }
  return shared;
}

void RemoveTemplateLines(const SourceTemplate& source_template, const NormalizeOptions& options,
                         Extraction* extraction) {
  if (options.disabled_rules.contains(std::string(kRule))) return;
  TakeOut(source_template, &extraction->captions, &extraction->removals);
  const auto held = [&](const ExtractedBlock& block) { return Holds(source_template, block); };
  if (std::all_of(extraction->blocks.begin(), extraction->blocks.end(), held)) return;
  TakeOut(source_template, &extraction->blocks, &extraction->removals);
}

}  // namespace polygist::ingest
