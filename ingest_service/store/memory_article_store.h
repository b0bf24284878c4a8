// Articles in memory: for tests and for trying out. Full contract but for durability: all is gone
// with the store. Every callback runs on the calling thread, before Put returns.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "ingest_service/store/article_store.h"
#include "ingest_service/store/store_options.h"

namespace polygist::ingest {

class MemoryArticleStore final : public ArticleStore {
 public:
  explicit MemoryArticleStore(const StoreOptions& options) : now_(options.now) {}

  void Put(ArticleRow row, PutCallback done) override;
  absl::StatusOr<ArticleRow> Get(const RequestContext& call, const ArticleName& name, const std::string& revision,
                                 RowParts parts) override;
  absl::StatusOr<ListPage> List(const RequestContext& call, const ListQuery& query, const std::string& after, int limit,
                                RowParts parts) override;
  absl::Status Delete(const RequestContext& call, const ArticleName& name, const std::string& revision) override;
  absl::StatusOr<std::vector<ArticleChange>> ChangesSince(const RequestContext& call, const std::string& collection,
                                                          int64_t after, int limit) override;

 private:
  struct StoredArticle {
    std::string current;
    std::map<std::string, ArticleRow> revisions;
  };
  struct Collection {
    std::map<std::string, StoredArticle> articles;
    std::map<int64_t, ArticleChange> changes;      // By sequence number; the latest of each article.
    std::map<std::string, int64_t> latest_change;  // By article ID; stays when the article goes.
    int64_t last_sequence = 0;
  };

  PutResult PutLocked(ArticleRow row);  // Requires mutex_.
  static void Record(Collection& collection, ArticleChange change);

  const std::function<absl::Time()> now_;
  std::mutex mutex_;
  std::map<std::string, Collection> collections_;  // Guarded by mutex_.
};

}  // namespace polygist::ingest
