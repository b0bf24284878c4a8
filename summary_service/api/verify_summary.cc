#include "summary_service/api/verify_summary.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/strings.h"
#include "common/text/utf8.h"
#include "summary_service/api/capabilities.h"
#include "summary_service/api/field_differences.h"
#include "summary_service/api/summarize_response.h"

namespace polygist::summary {
namespace {

constexpr int kMaxFindings = 100;
constexpr size_t kMaxValueBytes = 400;

std::string Shortened(std::string_view value) {
  if (value.size() <= kMaxValueBytes) return std::string(value);
  size_t end = kMaxValueBytes;
  while (!text::IsCodePointBoundary(value, end)) --end;
  return absl::StrCat(ToAbsl(value.substr(0, end)), "…");
}

std::string Written(const type::v1::ByteSpan& span) { return absl::StrCat("[", span.begin(), ", ", span.end(), ")"); }

// Where `part` stands in `whole`, nearest to `near`.
std::optional<size_t> FindNearest(std::string_view whole, std::string_view part, size_t near) {
  if (part.empty()) return std::nullopt;
  const size_t after = whole.find(part, std::min(near, whole.size()));
  const size_t before = whole.rfind(part, std::min(near, whole.size()));
  if (after == std::string_view::npos && before == std::string_view::npos) return std::nullopt;
  if (after == std::string_view::npos) return before;
  if (before == std::string_view::npos) return after;
  return near - before <= after - near ? before : after;
}

class Verifier {
 public:
  Verifier(const v1::SummarizeArticlesResponse& summary, std::span<const FoundArticle> found, const Lexicon* lexicon)
      : summary_(summary), found_(found), lexicon_(lexicon), versions_(MakeVersions(lexicon)) {}

  v1::Verification Verify(const RequestContext& call) {
    for (const FoundArticle& article : found_) {
      for (const v1::Finding& finding : article.findings) Add(finding);
    }
    for (int i = 0; i < summary_.summaries_size(); ++i) {
      CheckSentences(summary_.summaries(i), absl::StrCat("summaries[", i, "]"));
    }
    if (summary_.has_merged()) CheckSentences(summary_.merged(), "merged");
    const bool same_versions = CheckVersions();
    const bool replayable = CheckOptionsAndDigest();
    const bool exact =
        std::all_of(found_.begin(), found_.end(), [](const FoundArticle& one) { return one.match == Match::kExact; });
    const bool again = same_versions && replayable && exact && MakeAgain(call);
    result_.set_verdict(refuted_                                   ? v1::Verification::REFUTED
                        : result_.verbatim() < result_.sentences() ? v1::Verification::UNDECIDED
                        : again                                    ? v1::Verification::VERIFIED
                                                                   : v1::Verification::VERBATIM);
    return std::move(result_);
  }

 private:
  void Add(const v1::Finding& finding) {
    refuted_ |= finding.refutes();
    if (result_.findings_size() < kMaxFindings) *result_.add_findings() = finding;
    told_.insert(finding.field());
  }

  void CheckSentences(const v1::Summary& summary, const std::string& path) {
    for (int i = 0; i < summary.sentences_size(); ++i) {
      CheckSentence(summary.sentences(i), absl::StrCat(path, ".sentences[", i, "]"));
    }
    for (int i = 0; i < summary.lengths_size(); ++i) {
      if (!summary.lengths(i).has_excerpt()) continue;
      CheckSentence(summary.lengths(i).excerpt(), absl::StrCat(path, ".lengths[", i, "].excerpt"));
    }
  }

  void CheckSentence(const v1::SummarySentence& sentence, const std::string& path) {
    result_.set_sentences(result_.sentences() + 1);
    if (sentence.article() < 0 || sentence.article() >= static_cast<int>(found_.size())) {
      return Add(MakeFinding("FIELD_DIFFERS", path + ".article", absl::StrCat(sentence.article()), "",
                             absl::StrCat("The summary lists ", found_.size(), " articles, counted from 0."),
                             "Take the summary from where it was made.", true));
    }
    const FoundArticle& found = found_[static_cast<size_t>(sentence.article())];
    if (!found.article) return;
    const std::string& text = found.article->article.text;
    const auto begin = static_cast<size_t>(sentence.span().begin());
    const auto size = static_cast<size_t>(sentence.span().end()) - begin;
    const bool inside = sentence.span().begin() >= 0 && sentence.span().end() >= sentence.span().begin() &&
                        sentence.span().end() <= static_cast<int64_t>(text.size()) &&
                        text::IsCodePointBoundary(text, begin) && text::IsCodePointBoundary(text, begin + size);
    const std::string_view there = inside ? std::string_view(text).substr(begin, size) : std::string_view();
    if (inside && there == sentence.text()) {
      if (found.match >= Match::kSameBytes) result_.set_verbatim(result_.verbatim() + 1);
      return;
    }
    Differs(sentence, path, text, there, found.match >= Match::kSameBytes);
  }

  void Differs(const v1::SummarySentence& sentence, const std::string& path, std::string_view text,
               std::string_view there, bool refutes) {
    const auto place =
        FindNearest(text, sentence.text(), static_cast<size_t>(std::max<int64_t>(0, sentence.span().begin())));
    const std::string article = absl::StrCat("articles[", sentence.article(), "]");
    if (place) {
      type::v1::ByteSpan span;
      span.set_begin(static_cast<int64_t>(*place));
      span.set_end(static_cast<int64_t>(*place + sentence.text().size()));
      return Add(MakeFinding("SPAN_DIFFERS", path + ".span", Written(sentence.span()), Written(span),
                             absl::StrCat("The sentence stands at another place of ", article, "."),
                             "Correct the span, or take the summary from where it was made.", refutes));
    }
    const auto mismatch = std::mismatch(there.begin(), there.end(), sentence.text().begin(), sentence.text().end());
    Add(MakeFinding("SENTENCE_DIFFERS", path + ".text", sentence.text(), there,
                    there.empty() ? absl::StrCat("The sentence stands nowhere in ", article, ", and its span ",
                                                 Written(sentence.span()), " is not one of its text.")
                                  : absl::StrCat("The sentence differs from ", article, " at byte ",
                                                 mismatch.first - there.begin(), " of its span."),
                    "Do not use the sentence: what was found is what the source says.", refutes));
  }

  // Whether this build makes the same of the same input as the one that made the summary.
  bool CheckVersions() {
    const v1::EngineVersions& recorded = summary_.versions();
    const int before = result_.findings_size();
    if (recorded.engine() != versions_.engine()) {
      Add(MakeFinding("ENGINE_DIFFERS", "versions.engine", recorded.engine(), versions_.engine(),
                      "Another version of the engine made the summary; it cannot be made again here.",
                      "Verify with the version that is recorded."));
    }
    if (recorded.icu() != versions_.icu()) {
      Add(MakeFinding("ICU_DIFFERS", "versions.icu", recorded.icu(), versions_.icu(),
                      "The summary was made with another version of ICU; it cannot be made again here.",
                      "Verify on a machine that has the version recorded."));
    }
    for (int i = 0; i < std::max(recorded.data_size(), versions_.data_size()); ++i) {
      const std::string was = i < recorded.data_size() ? recorded.data(i) : "";
      const std::string is = i < versions_.data_size() ? versions_.data(i) : "";
      if (was != is) AddData(absl::StrCat("versions.data[", i, "]"), was, is);
    }
    return result_.findings_size() == before;
  }

  void AddData(const std::string& field, const std::string& was, const std::string& is) {
    if (absl::StartsWith(was, "lexicon/") || absl::StartsWith(is, "lexicon/")) {
      return Add(
          MakeFinding("LEXICON_DIFFERS", field, was, is,
                      "The summary was made with other dictionaries; it cannot be made again here.",
                      "Verify with the dictionaries that are recorded (--lexicon), or without any for lexicon/none."));
    }
    Add(MakeFinding("LISTS_DIFFER", field, was, is,
                    "The summary was made by a build with other lists or weights; it cannot be made again here.",
                    "Verify with the build that made it."));
  }

  // Whether options are there to make the summary again.
  bool CheckOptionsAndDigest() {
    if (!summary_.has_options()) {
      Add(MakeFinding("OPTIONS_MISSING", "options", "", "",
                      "The summary does not record its options; it cannot be made again.",
                      "Summarize with a version that records them."));
      return false;
    }
    if (RecordedDigest(summary_.versions()) == summary_.digest()) return true;
    AddDigest();
    return true;
  }

  std::string RecordedDigest(const v1::EngineVersions& versions) const {
    return DigestOf(Keys(), summary_.options(), versions);
  }

  std::vector<ArticleKey> Keys() const {
    std::vector<ArticleKey> keys;
    for (const v1::SummarizedArticle& one : summary_.articles()) {
      keys.push_back({one.name(), one.revision(), one.client_ref()});
    }
    return keys;
  }

  // The digest does not fit the summary: with what was found in place of one field at a time, it shows which was
  // changed.
  void AddDigest() {
    const std::string remedy = "Take the summary from where it was made.";
    v1::EngineVersions versions = summary_.versions();
    const auto fits = [&](const v1::EngineVersions& changed) { return RecordedDigest(changed) == summary_.digest(); };
    versions.set_engine(versions_.engine());
    if (fits(versions)) return AddChanged("versions.engine", summary_.versions().engine(), versions_.engine());
    versions = summary_.versions();
    versions.set_icu(versions_.icu());
    if (fits(versions)) return AddChanged("versions.icu", summary_.versions().icu(), versions_.icu());
    for (int i = 0; i < std::min(summary_.versions().data_size(), versions_.data_size()); ++i) {
      versions = summary_.versions();
      versions.set_data(i, versions_.data(i));
      if (!fits(versions)) continue;
      return AddChanged(absl::StrCat("versions.data[", i, "]"), summary_.versions().data(i), versions_.data(i));
    }
    for (size_t i = 0; i < found_.size(); ++i) {
      if (!found_[i].article) continue;
      std::vector<ArticleKey> keys = Keys();
      keys[i].revision = found_[i].article->article.revision;
      if (DigestOf(keys, summary_.options(), summary_.versions()) != summary_.digest()) continue;
      return AddChanged(absl::StrCat("articles[", i, "].revision"), Keys()[i].revision, keys[i].revision);
    }
    Add(MakeFinding(
        "DIGEST_DIFFERS", "options", summary_.digest(), RecordedDigest(summary_.versions()),
        "The digest is not that of the recorded options, articles and versions: the options, the names or the "
        "number of articles, or the digest itself were changed.",
        remedy, true));
  }

  void AddChanged(const std::string& field, const std::string& recorded, const std::string& found) {
    Add(MakeFinding("DIGEST_DIFFERS", field, recorded, found,
                    "This was changed: with the value found here the digest is the recorded one.",
                    "Take the summary from where it was made.", true));
  }

  // Whether the summary comes out the same.
  bool MakeAgain(const RequestContext& call) {
    const auto again = MakeSummarizeResponse(call, Articles(), summary_.options(), lexicon_);
    if (!again.ok()) {
      const ErrorFacts facts = FactsOf(again.status());
      const auto field = facts.find("field");
      Add(MakeFinding("OPTIONS_REFUSED", field == facts.end() ? "options" : field->second, "", "",
                      absl::StrCat("The recorded options are refused: ", again.status().message()),
                      "Take the summary from where it was made.", true));
      return false;
    }
    result_.set_digest(again->digest());
    const std::vector<FieldDifference> differences = FieldDifferences(summary_, *again);
    for (const FieldDifference& one : differences) {
      if (told_.contains(one.field) || one.field == "digest") continue;
      Add(MakeFinding("FIELD_DIFFERS", one.field, one.recorded, one.found,
                      "The summary comes out otherwise when it is made again from the recorded articles and options.",
                      "Take the summary from where it was made.", true));
    }
    return differences.empty();
  }

  // As the summary calls them.
  std::vector<FetchedArticle> Articles() const {
    std::vector<FetchedArticle> articles;
    for (size_t i = 0; i < found_.size(); ++i) {
      articles.push_back(*found_[i].article);
      articles.back().article.name = summary_.articles(static_cast<int>(i)).name();
      articles.back().client_ref = summary_.articles(static_cast<int>(i)).client_ref();
    }
    return articles;
  }

  const v1::SummarizeArticlesResponse& summary_;
  const std::span<const FoundArticle> found_;
  const Lexicon* lexicon_;
  const v1::EngineVersions versions_;
  v1::Verification result_;
  bool refuted_ = false;
  std::set<std::string> told_;  // Fields with a finding.
};

}  // namespace

v1::Finding MakeFinding(std::string_view code, std::string_view field, std::string_view recorded,
                        std::string_view found, std::string_view message, std::string_view remedy, bool refutes) {
  v1::Finding finding;
  finding.set_code(std::string(code));
  finding.set_field(std::string(field));
  finding.set_recorded(Shortened(recorded));
  finding.set_found(Shortened(found));
  finding.set_message(std::string(message));
  finding.set_remedy(std::string(remedy));
  finding.set_refutes(refutes);
  return finding;
}

v1::Verification VerifySummary(const RequestContext& call, const v1::SummarizeArticlesResponse& summary,
                               std::span<const FoundArticle> found, const Lexicon* lexicon) {
  return Verifier(summary, found, lexicon).Verify(call);
}

}  // namespace polygist::summary
