#include "ingest_service/store/memory_article_store.h"

#include <algorithm>
#include <utility>

#include "common/base/status_macros.h"
#include "ingest_service/store/list_filter.h"
#include "ingest_service/store/store_error.h"

namespace polygist::ingest {
namespace {

// Times are kept as the other backends keep them.
absl::Time ToMicroseconds(absl::Time time) { return absl::FromUnixMicros(absl::ToUnixMicros(time)); }

ArticleRow Parts(const ArticleRow& row, RowParts parts) {
  ArticleRow copy = {row.name,   row.revision,    row.language,    row.source, row.publish_time,
                     row.labels, row.create_time, row.update_time, row.head,   {},
                     {}};
  if (parts != RowParts::kHead) copy.body = row.body;
  if (parts == RowParts::kAll) copy.raw = row.raw;
  return copy;
}

bool Matches(const ListQuery& query, const ArticleRow& row) {
  return AttributesMatch(query, row.language, row.source, row.publish_time) && LabelsMatch(query, row.labels);
}

}  // namespace

void MemoryArticleStore::Put(ArticleRow row, PutCallback done) {
  PutResult result;
  {
    const std::lock_guard lock(mutex_);
    result = PutLocked(std::move(row));
  }
  done(result);
}

PutResult MemoryArticleStore::PutLocked(ArticleRow row) {
  Collection& collection = collections_[row.name.collection];
  StoredArticle& article = collection.articles[row.name.id];
  const bool is_new = article.revisions.empty();
  const absl::Time now = ToMicroseconds(now_());
  const absl::Time create_time = is_new ? now : article.revisions.begin()->second.create_time;
  if (!is_new && article.current == row.revision) {
    return {PutOutcome::kUnchanged, create_time, article.revisions[row.revision].update_time};
  }
  row.create_time = create_time;
  if (row.publish_time.has_value()) row.publish_time = ToMicroseconds(*row.publish_time);
  article.current = row.revision;
  Record(collection, {0, row.name, row.revision, false});
  // A revision that exists stays as it is.
  const auto stored = article.revisions.try_emplace(article.current, std::move(row)).first;
  stored->second.update_time = now;
  return {is_new ? PutOutcome::kCreated : PutOutcome::kUpdated, create_time, now};
}

void MemoryArticleStore::Record(Collection& collection, ArticleChange change) {
  int64_t& latest = collection.latest_change[change.name.id];
  collection.changes.erase(latest);
  latest = ++collection.last_sequence;
  change.sequence = latest;
  collection.changes.emplace(latest, std::move(change));
}

absl::StatusOr<ArticleRow> MemoryArticleStore::Get(const RequestContext& call, const ArticleName& name,
                                                   const std::string& revision, RowParts parts) {
  RETURN_IF_ERROR(call.Check());
  const std::lock_guard lock(mutex_);
  const auto collection = collections_.find(name.collection);
  if (collection == collections_.end()) return ArticleNotFound(name);
  const auto article = collection->second.articles.find(name.id);
  if (article == collection->second.articles.end()) return ArticleNotFound(name);
  const auto& [current, revisions] = article->second;
  const auto row = revisions.find(revision.empty() ? current : revision);
  if (row == revisions.end()) return RevisionNotFound(name);
  return Parts(row->second, parts);
}

absl::StatusOr<ListPage> MemoryArticleStore::List(const RequestContext& call, const ListQuery& query,
                                                  const std::string& after, int limit, RowParts parts) {
  const std::lock_guard lock(mutex_);
  ListPage page;
  const auto collection = collections_.find(query.collection);
  if (collection == collections_.end()) return page;
  const auto& articles = collection->second.articles;
  const size_t page_size = static_cast<size_t>(std::max(limit, 1));
  for (auto it = articles.upper_bound(after); it != articles.end(); ++it) {
    RETURN_IF_ERROR(call.Check());
    const ArticleRow& row = it->second.revisions.at(it->second.current);
    if (!Matches(query, row)) continue;
    if (page.rows.size() == page_size) {
      page.next_after = page.rows.back().name.id;
      break;
    }
    page.rows.push_back(Parts(row, parts));
  }
  return page;
}

absl::Status MemoryArticleStore::Delete(const RequestContext& call, const ArticleName& name,
                                        const std::string& revision) {
  RETURN_IF_ERROR(call.Check());
  const std::lock_guard lock(mutex_);
  const auto collection = collections_.find(name.collection);
  if (collection == collections_.end()) return ArticleNotFound(name);
  const auto article = collection->second.articles.find(name.id);
  if (article == collection->second.articles.end()) return ArticleNotFound(name);
  if (!revision.empty() && revision != article->second.current) return RevisionMismatch(name);
  collection->second.articles.erase(article);
  Record(collection->second, {0, name, "", true});
  return absl::OkStatus();
}

absl::StatusOr<std::vector<ArticleChange>> MemoryArticleStore::ChangesSince(const RequestContext& call,
                                                                            const std::string& collection,
                                                                            int64_t after, int limit) {
  RETURN_IF_ERROR(call.Check());
  const std::lock_guard lock(mutex_);
  std::vector<ArticleChange> found;
  const auto known = collections_.find(collection);
  if (known == collections_.end()) return found;
  const auto& changes = known->second.changes;
  for (auto it = changes.upper_bound(after); it != changes.end(); ++it) {
    if (found.size() >= static_cast<size_t>(std::max(limit, 1))) break;
    found.push_back(it->second);
  }
  return found;
}

}  // namespace polygist::ingest
