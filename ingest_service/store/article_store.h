// Where articles are kept: the port every backend implements
// (tests/contract/article_store_contract.h says what any of them must do).
//
// A store keeps rows, not articles: the keys and attributes it can look up and filter by, and three
// opaque byte strings, which together are the article (ingest_service/record). Revisions are
// immutable. One of an article's revisions is current: the one put last.
//
// All methods are thread-safe and block on disk or network, except Put. Codes beyond those named:
// UNAVAILABLE (STORE_BUSY, STORE_IO_FAILED) when the store cannot be reached or is busy for longer
// than the deadline, INVALID_ARGUMENT (ROW_TOO_LARGE, ROW_TEXT_INVALID) when a row is larger than the backend takes or
// its text is not UTF-8 without NUL, RESOURCE_EXHAUSTED (STORE_FULL, STORE_QUEUE_FULL) when it has no room,
// DATA_LOSS (STORE_CORRUPT) when stored bytes are broken, CANCELLED and DEADLINE_EXCEEDED when
// nobody waits for the answer. A write that failed with UNAVAILABLE or RESOURCE_EXHAUSTED may be
// repeated as it is. Times are kept to the microsecond.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/base/request_context.h"
#include "ingest_service/article/article.h"

namespace polygist::ingest {

struct ArticleRow {
  ArticleName name;      // Neither part is empty.
  std::string revision;  // Not empty.

  // What List can filter by.
  std::string language;  // BCP 47.
  std::string source;
  std::optional<absl::Time> publish_time;
  std::map<std::string, std::string> labels;

  absl::Time create_time;  // When the article's first revision was put. Set by the store.
  absl::Time update_time;  // When this revision became current. Set by the store.

  std::string head;  // The small part, enough for a list entry.
  std::string body;  // Text, spans, removals. Empty when not asked for.
  std::string raw;   // The bytes as received. Empty when not asked for.
};

// About what a row takes in a store besides its three parts: keys, attributes, index entries, page overhead.
inline constexpr int64_t kBytesBesideParts = 1024;

// About what a row takes in a store.
int64_t StoredBytes(const ArticleRow& row);

enum class PutOutcome { kCreated, kUpdated, kUnchanged };

struct PutResult {
  PutOutcome outcome = PutOutcome::kCreated;
  absl::Time create_time;
  absl::Time update_time;
};

// How much of a row to read.
enum class RowParts { kHead, kHeadAndBody, kAll };

struct ListQuery {
  std::string collection = {};
  // Each empty or absent field matches everything; all given ones must match.
  std::vector<std::string> languages = {};  // Base subtag or whole tag; any of them.
  std::vector<std::string> sources = {};    // Any of them.
  // Half-open. With either given, articles without a publish time do not match.
  std::optional<absl::Time> published_from = {};
  std::optional<absl::Time> published_until = {};
  std::map<std::string, std::string> labels = {};  // All of them.
};

struct ListPage {
  std::vector<ArticleRow> rows;           // Current revisions, ascending by article ID (bytewise).
  std::optional<std::string> next_after;  // The ID to continue after; absent on the last page.
};

// One entry of the collection's history. Sequence numbers start at 1 in each collection, ascend in
// the order in which changes become visible, and are never reused.
struct ArticleChange {
  int64_t sequence = 0;
  ArticleName name;
  std::string revision;  // Empty for a deletion (tombstone).
  bool deleted = false;
};

class ArticleStore {
 public:
  using PutCallback = std::function<void(absl::StatusOr<PutResult>)>;

  virtual ~ArticleStore() = default;

  // Makes `row` the current revision of its article and then, once it is durable, calls `done`
  // exactly once: on a thread of the store (do little there, and do not close the store), or on the
  // calling thread before Put returns, as when the queue is full. So hold no lock that `done`
  // takes.
  // An equal current revision is kUnchanged. An older revision that is put again becomes
  // current again, as it was stored: revisions are told apart by name, never by content. Calls made
  // at the same time share one commit. Never loses a row for which `done` was called with OK; one
  // that failed may still have been written.
  virtual void Put(ArticleRow row, PutCallback done) = 0;

  // The given revision, or the current one when `revision` is empty. NOT_FOUND, reason
  // ARTICLE_NOT_FOUND or REVISION_NOT_FOUND.
  virtual absl::StatusOr<ArticleRow> Get(const RequestContext& call, const ArticleName& name,
                                         const std::string& revision, RowParts parts) = 0;

  // Up to `limit` rows (at least one) with IDs after `after` (exclusive; empty: from the start).
  virtual absl::StatusOr<ListPage> List(const RequestContext& call, const ListQuery& query, const std::string& after,
                                        int limit, RowParts parts) = 0;

  // Removes every revision and leaves a tombstone. When `revision` is given and is not the current
  // one: ABORTED, reason REVISION_MISMATCH. NOT_FOUND, reason ARTICLE_NOT_FOUND. Durable on return.
  // With UNAVAILABLE the article may be gone or not.
  virtual absl::Status Delete(const RequestContext& call, const ArticleName& name, const std::string& revision) = 0;

  // Up to `limit` changes (at least one) of `collection` with sequence numbers above `after`,
  // ascending: the latest change of each article. Whoever continues after the last number seen
  // misses nothing.
  virtual absl::StatusOr<std::vector<ArticleChange>> ChangesSince(const RequestContext& call,
                                                                  const std::string& collection, int64_t after,
                                                                  int limit) = 0;
};

// `Put` for callers that may block: waits for the callback.
absl::StatusOr<PutResult> PutAndWait(ArticleStore& store, ArticleRow row);

}  // namespace polygist::ingest
