#include "ingest_service/store/postgres_session.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"

namespace polygist::ingest {
namespace {

// Sets what this server has of these: engines that speak the protocol have some. A writer that vanishes in the middle
// of a transaction holds its collections' locks until the server notices, hence the limits on silence. A commit that
// does not wait for the disk would be acknowledged too early; stronger settings of the database stay.
constexpr std::string_view kConfigure = R"sql(
  SELECT set_config(wanted.name, wanted.value, false)
  FROM pg_settings AS present
  JOIN (VALUES ('lock_timeout', $1::text),
               ('idle_in_transaction_session_timeout', '15s'),
               ('tcp_keepalives_idle', '10'),
               ('tcp_keepalives_interval', '5'),
               ('tcp_keepalives_count', '2'),
               ('synchronous_commit', 'on')) AS wanted (name, value) ON wanted.name = present.name
  WHERE present.name <> 'synchronous_commit' OR present.setting = 'off')sql";

}  // namespace

absl::StatusOr<PostgresConnection*> PostgresSession::Connect(const RequestContext& call) {
  if (stands()) return connection_.get();
  connection_.reset();
  ASSIGN_OR_RETURN(std::unique_ptr<PostgresConnection> connection, PostgresConnection::Open(target_, call));
  RETURN_IF_ERROR(Configure(*connection, call));
  connection_ = std::move(connection);
  return connection_.get();
}

absl::Status PostgresSession::Configure(PostgresConnection& connection, const RequestContext& call) const {
  const std::string lock_timeout = absl::StrCat(absl::ToInt64Milliseconds(lock_timeout_), "ms");
  RETURN_IF_ERROR(connection.Send(std::string(kConfigure), PostgresParameters().Text(lock_timeout)));
  return connection.Receive(call).status();
}

}  // namespace polygist::ingest
