#include "common/text/mapped_text.h"

#include <algorithm>
#include <utility>

namespace polygist::text {
namespace {

int64_t Size(std::string_view text) { return static_cast<int64_t>(text.size()); }

// The source range of the part of `run` that lies inside `span` of the text.
ByteSpan SourceOfPart(const MappedRun& run, ByteSpan span) {
  if (!run.exact) return run.source;
  const int64_t begin = std::max(span.begin, run.text.begin);
  const int64_t end = std::min(span.end, run.text.end);
  const int64_t shift = run.source.begin - run.text.begin;
  return {begin + shift, end + shift};
}

// The first run that ends after `offset`.
std::vector<MappedRun>::const_iterator RunAt(const std::vector<MappedRun>& runs, int64_t offset) {
  return std::partition_point(runs.begin(), runs.end(), [&](const MappedRun& run) { return run.text.end <= offset; });
}

constexpr int64_t kFirstGrain = 16;

// Joins `run` to the end of `runs` when the two are no longer than `grain` together.
bool JoinToLast(const MappedRun& run, int64_t grain, std::vector<MappedRun>* runs) {
  if (runs->empty() || run.text.end - runs->back().text.begin > grain) return false;
  runs->back() = {Hull(runs->back().text, run.text), Hull(runs->back().source, run.source), false};
  return true;
}

std::vector<MappedRun> Joined(const std::vector<MappedRun>& runs, int64_t grain) {
  std::vector<MappedRun> joined;
  for (const MappedRun& run : runs) {
    if (!JoinToLast(run, grain, &joined)) joined.push_back(run);
  }
  return joined;
}

}  // namespace

MappedText MappedText::Exact(std::string text, int64_t source_begin) {
  MappedText mapped;
  const int64_t size = Size(text);
  if (size > 0) mapped.runs_.push_back({{0, size}, {source_begin, source_begin + size}, true});
  mapped.text_ = std::move(text);
  return mapped;
}

MappedText MappedText::Derived(std::string_view text, ByteSpan source) {
  MappedText mapped;
  mapped.AppendDerived(text, source);
  return mapped;
}

void MappedText::AppendExact(std::string_view bytes, int64_t source_begin) {
  if (bytes.empty()) return;
  const int64_t begin = Size(text_);
  const int64_t end = begin + Size(bytes);
  text_.append(bytes);
  if (!runs_.empty() && runs_.back().exact && runs_.back().source.end == source_begin) {
    runs_.back().text.end = end;
    runs_.back().source.end += end - begin;
    return;
  }
  AddRun({{begin, end}, {source_begin, source_begin + end - begin}, true});
}

void MappedText::AppendDerived(std::string_view bytes, ByteSpan source) {
  if (bytes.empty()) return;
  const int64_t begin = Size(text_);
  text_.append(bytes);
  AddRun({{begin, Size(text_)}, source, false});
}

void MappedText::AddRun(const MappedRun& run) {
  if (JoinToLast(run, grain_, &runs_)) return;
  runs_.push_back(run);
  while (runs_.size() > kMaxMapRuns) {
    grain_ = std::max(kFirstGrain, grain_ * 2);
    runs_ = Joined(runs_, grain_);
  }
}

void MappedText::Append(const MappedText& other, ByteSpan part) {
  for (auto run = RunAt(other.runs_, part.begin); run != other.runs_.end() && run->text.begin < part.end; ++run) {
    const ByteSpan piece{std::max(part.begin, run->text.begin), std::min(part.end, run->text.end)};
    const std::string_view bytes = Slice(other.text_, piece);
    if (run->exact) {
      AppendExact(bytes, SourceOfPart(*run, piece).begin);
    } else {
      AppendDerived(bytes, run->source);
    }
  }
}

ByteSpan MappedText::ToSource(ByteSpan span) const {
  auto run = RunAt(runs_, span.begin);
  if (run == runs_.end()) {
    const int64_t end = runs_.empty() ? 0 : runs_.back().source.end;
    return {end, end};
  }
  ByteSpan source = SourceOfPart(*run, span);
  if (span.empty()) return {source.begin, source.begin};
  bool found = !source.empty();
  for (++run; run != runs_.end() && run->text.begin < span.end; ++run) {
    const ByteSpan part = SourceOfPart(*run, span);
    if (part.empty()) continue;  // Inserted bytes came from nowhere.
    source = found ? Hull(source, part) : part;
    found = true;
  }
  return source;
}

MappedText Compose(const MappedText& later, const MappedText& earlier) {
  MappedText composed;
  for (const MappedRun& run : later.runs()) {
    const std::string_view bytes = Slice(later.text(), run.text);
    if (!run.exact) {
      composed.AppendDerived(bytes, earlier.ToSource(run.source));
    } else {
      composed.Append(earlier, run.source);
    }
  }
  return composed;
}

}  // namespace polygist::text
