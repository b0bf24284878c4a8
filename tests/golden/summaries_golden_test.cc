// Summaries of the samples in every mode, as reviewed. A change here is a change that readers see: read it as such.
// Regenerate with
//   build/dev/tests/golden_summaries --update
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "ingest_service/pipeline/normalize_article.h"
#include "ingest_service/record/article_record.h"
#include "summary_service/api/summarize_response.h"
#include "summary_service/corpus/source_article_proto.h"

namespace polygist::summary {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = POLYGIST_SOURCE_DIR;
bool update = false;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The samples in the order of their names, as polygist summarize sends them.
std::vector<FetchedArticle> ReadSamples() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(kRoot / "tests/data/articles")) {
    if (entry.path().extension() == ".txt" || entry.path().extension() == ".html") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  const ingest::LanguageModels models = ingest::LanguageModels::Load();
  std::vector<FetchedArticle> samples;
  for (const fs::path& path : paths) {
    ingest::RawContent content;
    content.bytes = ReadFile(path);
    content.media_type = path.extension() == ".html" ? "text/html" : "text/plain";
    samples.push_back(
        *FromProto(ingest::ToProto(ingest::NormalizeArticle(content, models), content, ingest::v1::FULL)));
    samples.back().article.name = absl::StrCat("inline/", samples.size() - 1);
    samples.back().client_ref = path.stem().string();
  }
  return samples;
}

const std::vector<FetchedArticle>& Samples() {
  static const auto& samples = *new std::vector<FetchedArticle>(ReadSamples());
  return samples;
}

void Append(const v1::SummarySentence& sentence, std::string& out) {
  absl::StrAppend(&out, "[", Samples()[static_cast<size_t>(sentence.article())].client_ref, "] ", sentence.text(),
                  "\n");
  std::string notes;
  for (const int article : sentence.supporting_articles()) {
    if (article != sentence.article())
      absl::StrAppend(&notes, " +", Samples()[static_cast<size_t>(article)].client_ref);
  }
  for (const int flag : sentence.flags()) absl::StrAppend(&notes, " ", v1::SentenceFlag_Name(flag));
  if (!notes.empty()) absl::StrAppend(&out, "   ", notes, "\n");
}

void Append(const v1::Summary& summary, std::string& out) {
  absl::StrAppend(&out, "\n== ", summary.language(), "\n");
  for (int i = 0; i < summary.lengths_size(); ++i) {
    const v1::SummaryLength& length = summary.lengths(i);
    if (summary.lengths_size() > 1) {
      absl::StrAppend(&out, "-- length ", i, ": ", length.words(), " words, ", length.characters(), " characters\n");
    }
    if (length.has_excerpt()) Append(length.excerpt(), out);
    for (const v1::SummarySentence& sentence : summary.sentences()) {
      if (sentence.first_budget() <= i) Append(sentence, out);
    }
  }
  for (const auto& warning : summary.warnings()) absl::StrAppend(&out, "!! ", warning.code(), "\n");
}

struct Mode {
  std::string name;
  v1::SummaryOptions options;
};

v1::SentenceReference Reference(const std::string& article, int sentence) {
  v1::SentenceReference reference;
  reference.set_article(article);
  reference.set_sentence(sentence);
  return reference;
}

std::vector<Mode> Modes() {
  std::vector<Mode> modes;
  const auto add = [&](const std::string& name) -> v1::SummaryOptions& {
    modes.push_back({name, {}});
    return modes.back().options;
  };
  add("three_sentences");
  add("sixty_words").mutable_budget()->set_words(60);
  add("excerpt").mutable_budget()->set_characters(40);
  v1::SummaryOptions& nested = add("nested");
  nested.mutable_budget()->set_characters(70);
  nested.add_longer_budgets()->set_sentences(1);
  nested.add_longer_budgets()->set_sentences(3);
  nested.add_longer_budgets()->set_words(100);
  v1::SummaryOptions& query = add("query");
  query.set_query("coral reef fuel");
  query.add_languages("en");
  v1::SummaryOptions& update = add("update");
  update.add_already_read("strait-observer");
  update.add_already_read("havenbode");
  v1::SummaryOptions& since = add("since");
  since.mutable_since()->set_seconds(1931126400);  // 2031-03-13.
  since.add_languages("nl");
  since.add_languages("en");
  v1::SummaryOptions& include = add("must_include");
  include.set_scope(v1::PER_LANGUAGE);
  include.add_languages("nl");
  *include.add_must_include() = Reference("maasstad-courant", 2);
  *include.add_must_exclude() = Reference("havenbode", 0);
  v1::SummaryOptions& sources = add("one_source");
  sources.add_sources("Southern Wire");
  return modes;
}

class SummariesGoldenTest : public testing::TestWithParam<Mode> {};

TEST_P(SummariesGoldenTest, IsAsReviewed) {
  const auto response = MakeSummarizeResponse({}, Samples(), GetParam().options, nullptr);
  ASSERT_TRUE(response.ok()) << response.status();
  std::string text = absl::StrCat(GetParam().options.ShortDebugString(), "\n");
  for (const v1::Summary& summary : response->summaries()) Append(summary, text);
  if (response->has_merged()) Append(response->merged(), text);
  const fs::path path = kRoot / "tests/golden/summaries" / (GetParam().name + ".txt");
  if (update) std::ofstream(path, std::ios::binary) << text;
  EXPECT_EQ(text, ReadFile(path)) << "Run golden_summaries --update, and read what changed as a reader would.";
}

INSTANTIATE_TEST_SUITE_P(Modes, SummariesGoldenTest, testing::ValuesIn(Modes()),
                         [](const testing::TestParamInfo<Mode>& info) { return info.param.name; });

}  // namespace
}  // namespace polygist::summary

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (int i = 1; i < argc; ++i) polygist::summary::update |= std::string(argv[i]) == "--update";
  return RUN_ALL_TESTS();
}
