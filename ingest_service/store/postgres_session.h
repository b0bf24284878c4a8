// A connection that is made when it is first needed, and again after it broke.
#pragma once

#include <memory>
#include <utility>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "common/base/status_macros.h"
#include "ingest_service/store/postgres_connection.h"
#include "ingest_service/store/postgres_target.h"
#include "ingest_service/store/store_options.h"

namespace polygist::ingest {

// Used by one thread at a time.
class PostgresSession {
 public:
  PostgresSession(PostgresTarget target, const StoreOptions& options)
      : target_(std::move(target)), lock_timeout_(options.busy_timeout) {}

  // Errors as PostgresConnection::Open. The connection is good until the next call.
  absl::StatusOr<PostgresConnection*> Connect(const RequestContext& call);

  bool stands() const { return connection_ != nullptr && connection_->usable(); }
  void Drop() { connection_.reset(); }

  // Answers with `work(connection)`. When a connection that stood before breaks meanwhile, the work is done again on a
  // new one: it must be something that may be done twice. After a failover or a restart of the server every standing
  // connection is dead, and no caller needs to hear of it.
  template <typename Work>
  auto Run(const RequestContext& call, const Work& work) -> decltype(work(std::declval<PostgresConnection&>())) {
    const bool stood = stands();
    ASSIGN_OR_RETURN(PostgresConnection * connection, Connect(call));
    auto result = work(*connection);
    if (result.ok() || connection->usable() || !stood || !call.Check().ok()) return result;
    ASSIGN_OR_RETURN(connection, Connect(call));
    return work(*connection);
  }

 private:
  absl::Status Configure(PostgresConnection& connection, const RequestContext& call) const;

  const PostgresTarget target_;
  const absl::Duration lock_timeout_;
  std::unique_ptr<PostgresConnection> connection_;
};

}  // namespace polygist::ingest
