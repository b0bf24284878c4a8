// One connection to a PostgreSQL server, or to an engine that speaks its protocol. Statements are sent without waiting
// for the answers of earlier ones (libpq's pipeline mode), so a group of them costs one round trip:
//
//   RETURN_IF_ERROR(connection.Send(kFind, PostgresParameters().Text("x")));
//   ASSIGN_OR_RETURN(const std::vector<PostgresResult> results, connection.Receive(call));
//
// SQL is constant text, or made of it; values go in as parameters. Used by one thread at a time.
#pragma once

#include <libpq-fe.h>

#include <deque>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/base/request_context.h"
#include "ingest_service/store/postgres_target.h"
#include "ingest_service/store/postgres_values.h"

namespace polygist::ingest {

// A statement that a connection prepares when it is first sent. `name` is unique in the program.
struct PostgresStatement {
  std::string_view name;
  std::string_view sql;
};

class PostgresConnection {
 public:
  // Connects until the deadline of `call`, or until the target's connect_timeout. A server that is a read-only standby
  // is passed over for the next host, unless the URI says otherwise (target_session_attrs).
  //   as PostgresStatus, and FAILED_PRECONDITION  STORE_ENCODING  the database is not in UTF-8
  static absl::StatusOr<std::unique_ptr<PostgresConnection>> Open(const PostgresTarget& target,
                                                                  const RequestContext& call);
  ~PostgresConnection();
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  absl::Status Send(const PostgresStatement& statement, const PostgresParameters& parameters);
  // A statement that is used once or rarely; it is planned for these parameters.
  absl::Status Send(const std::string& sql, const PostgresParameters& parameters);

  // What becomes of the running statement when nobody waits any more. A commit that waits for its standby must be left
  // alone: asked to stop, the server would commit without it.
  enum class OnStop { kCancel, kLeave };

  // The results of all statements sent since the last Receive, in their order, or the first error among them: what was
  // sent after the statement at fault did not run. When nobody waits any more (`call`), the connection is given up.
  absl::StatusOr<std::vector<PostgresResult>> Receive(const RequestContext& call, OnStop on_stop = OnStop::kCancel);

  // Runs a script of several statements without parameters; nothing may be waiting to be received.
  absl::Status Execute(const std::string& script, const RequestContext& call);

  // False once the connection has broken or was given up.
  bool usable() const { return usable_; }

  // Whether the server has sent a warning since the last call of this.
  bool TakeWarning();

 private:
  explicit PostgresConnection(PGconn* connection) : connection_(connection) {}

  absl::Status Connect(const PostgresTarget& target, const RequestContext& call);
  absl::Status ConnectFailure() const;
  absl::Status CheckEncoding() const;
  absl::Status Sent(int accepted, const PostgresParameters& parameters, std::string prepared = {});
  absl::Status WaitFor(short events, const RequestContext& call);
  // Until a result can be taken without waiting.
  absl::Status WaitForResult(const RequestContext& call);
  absl::Status TakeResults(const RequestContext& call, std::vector<PostgresResult>& results);
  absl::Status ErrorOf(const PGresult* result);
  absl::Status Break();
  void GiveUp();

  struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  std::unique_ptr<PGconn, Finish> connection_;
  bool usable_ = true;
  bool warned_ = false;
  OnStop on_stop_ = OnStop::kCancel;
  int64_t unflushed_bytes_ = 0;
  std::set<std::string, std::less<>> prepared_;
  std::deque<std::string> expected_;  // Per result to come: the statement it prepares; empty: a result to hand out.
};

}  // namespace polygist::ingest
