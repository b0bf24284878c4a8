// What input made to hurt costs: each kind at a quarter of the size and at the whole, in a process of its own, so that
// the peak of memory is its own. Prints a table: kind, megabytes, seconds, peak of memory in megabytes beyond the
// models.
//   hostile_bench [MEGABYTES, 48] [NAME of one kind]
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/clock.h"
#include "ingest_service/pipeline/normalize_article.h"

namespace polygist::ingest {
namespace {

struct Kind {
  std::string name;
  std::function<std::string(size_t bytes)> make;
};

std::string Repeat(std::string_view unit, size_t bytes) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

Kind Html(std::string name, std::string unit) {
  return {std::move(name), [unit](size_t bytes) { return Repeat(unit, bytes).insert(0, "<html><body>"); }};
}

Kind Text(std::string name, std::string unit) {
  return {std::move(name), [unit](size_t bytes) { return Repeat(unit, bytes); }};
}

std::string Gb18030(size_t bytes) {
  return Repeat("\xB5\xB1\xBE\xD6\xD2\xD1\xBE\xAD\xB9\xD8\xB1\xD5\xB8\xDB\xBF\xDA\xA1\xA3", bytes);
}

const std::vector<Kind>& Kinds() {
  static const auto& kinds = *new std::vector<Kind>{
      Text("zero-width after every letter", "a\u200B"),
      Text("zero-width only", "\u200B"),
      Text("bidi controls", "a\u202E\u202C"),
      Text("control characters", "a\x01"),
      Text("soft hyphens", "ab\u00AD"),
      Text("combining marks, not composed", "e\u0301"),
      Text("one letter, thousands of marks", "\u0301"),
      Text("white space of many kinds", "a\u00A0\u2003 "),
      Text("one line of words", "word and "),
      Text("one line without a space", "a"),
      Text("one line of one-letter sentences", "A. "),
      Text("one line of short sentences", "He ran. "),
      Text("one-word lines", "word\n"),
      Text("one-word lines, all different", ""),
      Text("short lines with blank ones", "Home\n\n"),
      Text("list markers", "- a\n"),
      Text("brackets of links", "[a](/"),
      Text("open brackets", "(["),
      Text("quotation marks", "\u201C"),
      Text("invalid bytes", "\xFF"),
      Text("mojibake", "\u00C3\u00A9"),
      {"Chinese in GB18030", Gb18030},
      Html("one tag, <p>", "<p>"),
      Html("one tag, <b>", "<b>"),
      Html("one tag, <div>, never closed", "<div>"),
      Html("one tag, <table>, never closed", "<table>"),
      Html("<table><tr><td>, never closed", "<table><tr><td>"),
      Html("cells", "<td>a"),
      Html("links", "<a href=/>a</a>"),
      Html("&amp;", "&amp;"),
      Html("zero-width references", "a&#8203;"),
      Html("one attribute", "<p class=\""),
      Html("attributes", "<p a=b c=d e=f>"),
      Html("comments", "<!-- a -->"),
      Html("never closed comment", "<!-- a "),
      Html("scripts", "<script>a</script>"),
      Html("line breaks", "a<br>"),
      Html("same paragraph", "<p>The same words again and again, to be found again.</p>"),
      Html("text in JSON-LD", "<script type=\"application/ld+json\">{\"articleBody\":\"a"),
  };
  return kinds;
}

std::string Content(const Kind& kind, size_t bytes) {
  if (kind.name != "one-word lines, all different") return kind.make(bytes);
  std::string text;
  for (int i = 0; text.size() < bytes; ++i) text += "w" + std::to_string(i) + "\n";
  return text;
}

double Megabytes(const rusage& usage) { return static_cast<double>(usage.ru_maxrss) / 1024; }

// In the child: prints its row.
void Measure(const Kind& kind, size_t bytes, const LanguageModels& models) {
  rusage before, after;
  getrusage(RUSAGE_SELF, &before);
  RawContent content;
  content.bytes = Content(kind, bytes);
  const absl::Time begin = absl::Now();
  const Article article = NormalizeArticle(content, models);
  const double seconds = absl::ToDoubleSeconds(absl::Now() - begin);
  getrusage(RUSAGE_SELF, &after);
  std::printf("| %s | %.0f | %.1f | %.0f | %zu blocks, %zu sentences, %zu removals, %zu runs |\n", kind.name.c_str(),
              static_cast<double>(bytes) / 1e6, seconds, Megabytes(after) - Megabytes(before), article.blocks.size(),
              article.sentences.size(), article.removals.size(), article.raw_map.size());
  std::fflush(stdout);
}

void MeasureInChild(const Kind& kind, size_t bytes, const LanguageModels& models) {
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    Measure(kind, bytes, models);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (status != 0) std::printf("| %s | %.0f | died |\n", kind.name.c_str(), static_cast<double>(bytes) / 1e6);
}

}  // namespace
}  // namespace polygist::ingest

int main(int argc, char** argv) {
  using namespace polygist::ingest;
  const double megabytes = argc > 1 ? std::atof(argv[1]) : 48;
  const std::string_view only = argc > 2 ? argv[2] : "";
  const LanguageModels models = LanguageModels::Load();
  for (const Kind& kind : Kinds()) {
    if (!only.empty() && kind.name != only) continue;
    for (const double share : {0.25, 1.0}) MeasureInChild(kind, static_cast<size_t>(megabytes * share * 1e6), models);
  }
}
