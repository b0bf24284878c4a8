#include "client/verify/article_files.h"

#include <google/protobuf/util/json_util.h>

#include <filesystem>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/input/article_names.h"
#include "client/input/content_file.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "ingest_service/api/raw_content_proto.h"
#include "ingest_service/identify/language.h"
#include "ingest_service/pipeline/normalize_article.h"
#include "ingest_service/record/article_record.h"
#include "polygist/ingest/v1/ingest_service.pb.h"
#include "summary_service/corpus/source_article_proto.h"

namespace polygist::client {
namespace {

using summary::FoundArticle;
using summary::MakeFinding;
using summary::Match;
using summary::v1::SummarizedArticle;

// As much as any ingest service accepts.
constexpr int64_t kMaxContentBytes = int64_t{48} << 20;

class Finder {
 public:
  Finder(const summary::v1::SummarizeArticlesResponse& summary, std::span<const ArticleFile> files)
      : summary_(summary), files_(files), used_(files.size()), models_(ingest::LanguageModels::Load()) {}

  std::vector<FoundArticle> Find() {
    std::vector<FoundArticle> found(static_cast<size_t>(summary_.articles_size()));
    for (int i = 0; i < summary_.articles_size(); ++i) {
      if (const auto file = FileOfRevision(summary_.articles(i))) found[i] = Take(*file, i);
    }
    for (int i = 0; i < summary_.articles_size(); ++i) {
      if (found[i].article || !found[i].findings.empty()) continue;
      const auto file = FileOfName(summary_.articles(i));
      found[i] = file ? Take(*file, i) : Missing(i);
    }
    return found;
  }

 private:
  static std::string FieldOf(int i) { return absl::StrCat("articles[", i, "]"); }

  // The file's raw content as it was given for `article`.
  absl::StatusOr<ingest::RawContent> ContentOf(const ArticleFile& file, const SummarizedArticle& article) const {
    type::v1::RawContent content = article.has_given() ? article.given() : file.article.given();
    if (!article.has_given() && !file.article.has_given()) content.set_media_type(MediaTypeOfPath(file.path));
    content.set_bytes(file.bytes);
    return ingest::FromProto(content, "content", kMaxContentBytes);
  }

  bool IsRevision(const ArticleFile& file, const SummarizedArticle& article) const {
    if (file.bytes.empty()) return file.article.revision() == article.revision();
    const auto content = ContentOf(file, article);
    return content.ok() && ingest::RevisionOf(*content, article.normalizer_version()) == article.revision();
  }

  std::optional<size_t> FileOfRevision(const SummarizedArticle& article) {
    for (size_t f = 0; f < files_.size(); ++f) {
      if (!IsRevision(files_[f], article)) continue;
      used_[f] = true;
      return f;
    }
    return std::nullopt;
  }

  std::optional<size_t> FileOfName(const SummarizedArticle& article) const {
    const auto name_of = [](const std::string& path) { return std::filesystem::path(path).filename(); };
    for (size_t f = 0; f < files_.size(); ++f) {
      const std::string& path = files_[f].path;
      if (used_[f]) continue;
      if (!article.client_ref().empty() && name_of(article.client_ref()) == name_of(path)) return f;
      if (!files_[f].article.name().empty() && files_[f].article.name() == article.name()) return f;
      if (article.name().ends_with("/articles/" + ArticleIdOfPath(path))) return f;
    }
    return std::nullopt;
  }

  FoundArticle Take(size_t file, int i) const {
    const SummarizedArticle& article = summary_.articles(i);
    auto made = files_[file].bytes.empty() ? files_[file].article : Normalized(files_[file], article);
    if (!made.ok()) return Unusable(file, i, made.status());
    const std::string version = made->normalizer_version();
    auto source = summary::FromProto(*std::move(made));
    if (!source.ok()) return Unusable(file, i, source.status());
    FoundArticle found{.match = Match::kExact, .article = *std::move(source), .findings = {}};
    if (found.article->article.revision == article.revision()) return found;
    const bool same_bytes = IsRevision(files_[file], article);
    found.match = same_bytes ? Match::kSameBytes : Match::kOther;
    found.findings.push_back(same_bytes ? NormalizerDiffers(article, i, version)
                                        : RevisionDiffers(file, article, i, found));
    return found;
  }

  absl::StatusOr<ingest::v1::Article> Normalized(const ArticleFile& file, const SummarizedArticle& article) const {
    ASSIGN_OR_RETURN(const ingest::RawContent content, ContentOf(file, article));
    if (!content.options.source_template.empty()) {
      return absl::FailedPreconditionError("the store holds the template that it was cleaned with.");
    }
    return ingest::ToProto(ingest::NormalizeArticle(content, models_), content, ingest::v1::FULL);
  }

  static FoundArticle Missing(int i) {
    FoundArticle found;
    found.findings.push_back(MakeFinding("ARTICLE_MISSING", FieldOf(i), "", "", "None of the files holds this article.",
                                         "Give its raw content, or what polygist get --output json says of it."));
    return found;
  }

  FoundArticle Unusable(size_t file, int i, const absl::Status& status) const {
    FoundArticle found;
    found.findings.push_back(MakeFinding("ARTICLE_MISSING", FieldOf(i), "", files_[file].path,
                                         absl::StrCat("The file cannot be used: ", status.message()),
                                         "Give its raw content, or what polygist get --output json says of it."));
    return found;
  }

  static summary::v1::Finding NormalizerDiffers(const SummarizedArticle& article, int i, const std::string& version) {
    return MakeFinding("NORMALIZER_DIFFERS", FieldOf(i) + ".normalizer_version", article.normalizer_version(), version,
                       "The bytes are those that were summarized, but other rules cleaned them: spans may have moved.",
                       "Verify with the version that is recorded, or give the article as polygist get --output json.");
  }

  summary::v1::Finding RevisionDiffers(size_t file, const SummarizedArticle& article, int i,
                                       const FoundArticle& found) const {
    return MakeFinding(
        "REVISION_DIFFERS", FieldOf(i) + ".revision", article.revision(), found.article->article.revision,
        absl::StrCat("The content of ", files_[file].path, " is not what was summarized",
                     article.has_given() ? "." : ", or was given other metadata, which is not recorded."),
        "Give the file as it was when it was summarized.");
  }

  const summary::v1::SummarizeArticlesResponse& summary_;
  const std::span<const ArticleFile> files_;
  std::vector<bool> used_;  // By file: it is the revision of an article.
  const ingest::LanguageModels models_;
};

template <typename Message>
bool ParseJson(const std::string& bytes, Message* message) {
  return google::protobuf::util::JsonStringToMessage(bytes, message).ok();
}

}  // namespace

ArticleFile ReadArticleFile(const std::string& path, std::string bytes) {
  ArticleFile file{.path = path, .bytes = {}, .article = {}};
  ingest::v1::NormalizeArticleResponse normalized;
  const bool json = bytes.starts_with('{');
  if (json && ParseJson(bytes, &normalized)) {
    file.article = std::move(*normalized.mutable_article());
  } else if (!json || !ParseJson(bytes, &file.article)) {
    file.article.Clear();
    file.bytes = std::move(bytes);
  }
  if (file.bytes.empty()) file.bytes = std::move(*file.article.mutable_raw_content());
  return file;
}

std::vector<FoundArticle> FindInFiles(const summary::v1::SummarizeArticlesResponse& summary,
                                      std::span<const ArticleFile> files) {
  return Finder(summary, files).Find();
}

}  // namespace polygist::client
